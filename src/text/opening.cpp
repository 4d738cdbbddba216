#include "opening.hpp"

#include <algorithm>

#include "strings.hpp"

namespace kebi::grammar {

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
          // The region stands right behind the period of the title: 2019年上半年嘉定区国民经济….
          const std::string words = source.text().printed(t.begin, t.end);
          if (i > one.first && source.words().all[i - 1].is == word::period)
            for (const std::string_view area : {"自治区", "自治州", "区", "市", "县", "省"})
              if (const std::size_t at = words.find(area);
                  at != std::string::npos && at > 0 && at <= 12) {
                given.region = words.substr(0, at + area.size());
                break;
              }
        }
      }
      if (!given.region.empty() && given.period) break;
    }
  }
  return given;
}

}  // namespace kebi::grammar
