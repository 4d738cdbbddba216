#include "text/sentence/subject/listed_names.hpp"

#include <string_view>

#include "text/names/list_members.hpp"

namespace kebi::grammar {
namespace {

/// A whole that stands for its parts where it has several numbers.
struct whole {
  std::string_view words;
  std::vector<std::string_view> parts;
};

/// 第一产业增加值 … 第三产业增加值 for 三次产业增加值, 城镇居民收入 and 农村居民收入 for
/// 城乡居民收入; none of other names.
std::vector<std::string> parts_of_whole(const std::string& name, std::size_t count) {
  static const whole wholes[] = {
      {"三次产业", {"第一产业", "第二产业", "第三产业"}},
      {"三次產業", {"第一產業", "第二產業", "第三產業"}},
      {"存贷款",   {"存款", "贷款"}                    },
      {"存貸款",   {"存款", "貸款"}                    },
      {"城乡居民", {"城镇居民", "农村居民"}            },
      {"城鄉居民", {"城鎮居民", "農村居民"}            }
  };
  for (const whole& each : wholes) {
    const std::size_t at = name.find(each.words);
    if (at == std::string::npos || each.parts.size() != count) continue;
    std::vector<std::string> names;
    for (const std::string_view part : each.parts)
      names.push_back(std::string{name}.replace(at, each.words.size(), part));
    return names;
  }
  return {};
}

piece whole_of(const std::vector<piece>& pieces) {
  return {pieces.front().begin, pieces.back().end};
}

}  // namespace

std::vector<std::string> listed_names(const clause& c, const frame& f, std::size_t count,
                                      std::vector<std::string>& regions) {
  const std::vector<piece>& pieces = f.whom.subject;
  if (count > 1) {
    auto names = members(c.text, c.words, {whole_of(pieces)}, count, &regions);
    return names.empty() ? parts_of_whole(c.printed(pieces), count) : names;
  }
  if (!f.whom.all && !f.whom.each) return {};
  const std::size_t several = count_members(c.text, c.words, {whole_of(pieces)});
  return several > 1 ? members(c.text, c.words, {whole_of(pieces)}, several)
                     : std::vector<std::string>{};
}

}  // namespace kebi::grammar
