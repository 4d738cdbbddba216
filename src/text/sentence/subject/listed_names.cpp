#include "text/sentence/subject/listed_names.hpp"

#include <algorithm>
#include <string_view>

#include "text/names/list_members.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// 第一产业增加值 … 第三产业增加值 for 三次产业增加值, 城镇居民收入 and 农村居民收入 for
/// 城乡居民收入; none of other names.
std::vector<std::string> parts_of_whole(const std::string& name, std::size_t count, bool each,
                                        const vocabulary& known) {
  for (const auto& [whole, parts, number] : known[group::whole]) {
    // 进出口总额突破8万亿元、9万亿元 has two numbers of one thing.
    if (!each && !starts_with_any(whole, {"城", "三次"})) continue;
    const std::size_t at = name.find(whole);
    if (at == std::string::npos ||
        static_cast<std::size_t>(std::ranges::count(parts, ';')) + 1 != count)
      continue;
    std::vector<std::string> names;
    for (std::string_view rest = parts; names.size() < count;) {
      const std::string_view part = rest.substr(0, rest.find(';'));
      names.push_back(std::string{name}.replace(at, whole.size(), part));
      rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
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
    return names.empty() ? parts_of_whole(c.printed(pieces), count, f.whom.each, *c.words.known) : names;
  }
  const std::size_t several = count_members(c.text, c.words, {whole_of(pieces)});
  return several > 1 ? members(c.text, c.words, {whole_of(pieces)}, several, &regions)
                     : std::vector<std::string>{};
}

}  // namespace kebi::grammar
