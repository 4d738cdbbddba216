#include "text/report/opening.hpp"

#include <algorithm>

#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {

namespace {

/// 上海市嘉定区 is a region and what it belongs to.
void name_places(std::string_view words, setting& given) {
  const bool own = starts_with_any(words, {"全", "本", "我", "各", "该"});  // 全区
  const std::size_t first = place_length(words);
  if (first == 0 || own) return;
  const std::size_t second = place_length(words.substr(first));
  const bool two = second > 0 && second <= 18;
  given.region = std::string{two ? words.substr(first, second) : words.substr(0, first)};
  if (two && given.parent_region.empty()) given.parent_region = std::string{words.substr(0, first)};
}

/// Whether words are a place, or its government, and no more.
bool is_only_place(std::string_view words) {
  for (const std::string_view office : {"人民政府", "政府", "统计局"})
    if (words.ends_with(office)) words.remove_suffix(office.size());
  std::size_t length = place_length(words);
  if (length > 0) length += place_length(words.substr(length));
  return length > 0 && length == words.size();
}

}  // namespace

std::string title_of(const document& source) {
  const block* best = nullptr;
  for (const block& one : source.blocks()) {
    if (one.is == line_kind::row) continue;
    const std::string_view shown =
        std::string_view{source.text().text()}.substr(one.begin, one.end - one.begin);
    const bool titled = shown.find("报告") != std::string_view::npos ||
                        shown.find("公报") != std::string_view::npos ||
                        shown.find("计划") != std::string_view::npos ||
                        shown.find("情况") != std::string_view::npos;
    if (one.is == line_kind::heading && one.level == 1 && titled) {
      best = &one;
      break;
    }
    if (!best && shown.size() < 200 && shown.find("。") == std::string_view::npos) best = &one;
    if (&one - source.blocks().data() > 8) break;
  }
  if (!best) return {};
  std::string title = source.text().printed(best->begin, best->end);
  while (title.starts_with('#')) title.erase(0, 1);
  return title;
}

setting opening_of(const document& source, const report_context& context) {
  setting given;
  given.region = context.region;
  given.parent_region = context.parent_region;
  given.period = context.period;
  given.known = context.known;
  if (given.region.empty() || !given.period) {
    std::size_t looked = 0;
    for (const block& one : source.blocks()) {
      if (one.is == line_kind::row || ++looked > 12) continue;
      for (std::size_t i = one.first; i < one.last; ++i) {
        const token& t = source.words().all[i];
        if (!given.period && t.is == word::period) {
          const span_words& span = source.words().spans[t.at];
          if (!span.year || span.last_year != 0) continue;
          // 是2002年的2.56倍, 比2005年: a year that the report compares with.
          const std::string_view ahead = std::string_view{source.text().text()}.substr(0, t.begin);
          if (ends_with_any(ahead, {"是", "比", "较", "由", "从", "高于", "低于"})) continue;
          try {
            given.period = resolve(span, {}, {});
          } catch (const error&) {
          }
        }
        if (given.region.empty() && t.is == word::text) {
          // 2019年上半年嘉定区国民经济…, and at the start of a title 上海市嘉定区2024年….
          const auto kind = [&](std::size_t k) {
            return k >= one.first && k < one.last ? source.words().all[k].is : word::stop;
          };
          const std::string words = source.text().printed(t.begin, t.end);
          const bool behind = i > one.first && kind(i - 1) == word::period;
          const bool ahead = i == one.first && kind(i + 1) == word::period && is_only_place(words);
          if (behind || ahead) name_places(words, given);
        }
      }
      if (!given.region.empty() && given.period) break;
    }
  }
  return given;
}

}  // namespace kebi::grammar
