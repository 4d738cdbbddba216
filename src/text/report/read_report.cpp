#include "kebi/text/read_report.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "text/account/account.hpp"
#include "text/report/opening.hpp"
#include "text/report/sections.hpp"
#include "text/sentence/sentence.hpp"
#include "text/words/lexicon.hpp"

namespace kebi {
namespace {

/// A name with its short forms written out.
std::string long_form(const std::string& name) {
  std::string words = grammar::folded{name}.text();
  struct form {
    std::string_view is, stands_for;
  };
  static constexpr form forms[] = {
      {"规上",    "规模以上"               },
      {"限上",    "限额以上"               },
      {"社零额", "社会消费品零售总额"},
      {"GDP",       "地区生产总值"         }
  };
  for (const form& each : forms)
    if (const std::size_t at = words.find(each.is); at != std::string::npos)
      words.replace(at, each.is.size(), each.stands_for);
  return words;
}

/// A phrase without a number counts only where the text gives its indicator one.
void drop_idle_words(std::vector<fact>& facts, const catalogue* known) {
  std::set<std::string> numbered;
  std::set<const indicator*> indicators;
  const auto has_number = [](const fact& f) {
    return f.value || f.bound == bound::range || (f.status == status::target);
  };
  if (std::ranges::all_of(facts, has_number)) return;
  std::string_view last;  // facts about one indicator stand together
  for (const fact& each : facts) {
    if (!has_number(each) || each.indicator == last) continue;
    last = each.indicator;
    numbered.insert(long_form(each.indicator));
    if (known)
      if (const indicator* found = known->find(each.indicator)) indicators.insert(found);
  }
  std::erase_if(facts, [&](const fact& each) {
    if (has_number(each)) return false;
    const std::string name = long_form(each.indicator);
    if (numbered.contains(name)) return false;
    if (const std::size_t at = name.rfind("经济");
        at != std::string::npos && at >= 6 && at + 6 == name.size()) {
      const std::string sector = name.substr(0, at);  // 工业经济 speaks of 工业总产值
      if (std::ranges::any_of(numbered, [&](const std::string& other) {
            return other.find(sector) != std::string::npos;
          }))
        return false;
    }
    const indicator* found = known ? known->find(each.indicator) : nullptr;
    return found == nullptr || !indicators.contains(found);
  });
}

}  // namespace

reading read_report(std::string_view text, const report_context& context) {
  const grammar::document source{text, grammar::words_of(context.lexicon)};
  reading result;
  grammar::setting given = grammar::opening_of(source, context);
  result.report.title = grammar::title_of(source);
  result.report.region = given.region;
  result.report.period = given.period;
  std::vector<std::size_t> unclear;
  grammar::read_blocks(source, given, result.report.facts, unclear);
  if (!std::ranges::is_sorted(result.report.facts, {}, &fact::start))
    std::ranges::stable_sort(result.report.facts, {}, &fact::start);
  drop_idle_words(result.report.facts, context.known);
  grammar::account_for(source, unclear, result);
  return result;
}

}  // namespace kebi
