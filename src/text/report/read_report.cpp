#include "kebi/text/read_report.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/text/cell_grid.hpp"
#include "text/account/account.hpp"
#include "text/report/disagreements.hpp"
#include "text/report/grid_opening.hpp"
#include "text/report/opening.hpp"
#include "text/report/sections.hpp"
#include "text/sentence/sentence.hpp"
#include "text/words/lexicon.hpp"

namespace kebi {
namespace {

/// A name with its short forms written out: 规模以上工业增加值 of 规上工业增加值.
std::string long_form(const std::string& name, const grammar::vocabulary& words) {
  std::string long_name = grammar::folded{name}.text();
  for (const auto& [short_name, stands_for, number] : words[grammar::group::short_name])
    if (const std::size_t at = long_name.find(short_name); at != std::string::npos)
      long_name.replace(at, short_name.size(), stands_for);
  return long_name;
}

bool has_number(const fact& f) {
  return f.value || f.bound == bound::range || f.status == status::target;
}

/// The indicators that a text gives numbers, by name and as the catalogue knows them.
class numbered_indicators {
 public:
  numbered_indicators(const std::vector<fact>& facts, const catalogue* known,
                      const grammar::vocabulary& words)
      : known_{known}, words_{words} {
    std::string_view last;  // facts about one indicator stand together
    for (const fact& each : facts) {
      if (!has_number(each) || each.indicator == last) continue;
      last = each.indicator;
      names_.insert(long_form(each.indicator, words));
      if (const indicator* found = find(each.indicator)) indicators_.insert(found);
    }
  }

  bool hold(const std::string& indicator) const {
    const std::string name = long_form(indicator, words_);
    if (names_.contains(name) || holds_sector(name)) return true;
    const kebi::indicator* found = find(indicator);
    return found && indicators_.contains(found);
  }

 private:
  const indicator* find(const std::string& name) const {
    return known_ ? known_->find(name) : nullptr;
  }
  /// 工业经济 stands for 工业总产值.
  bool holds_sector(std::string_view name) const {
    constexpr std::string_view economy = "经济";
    if (!name.ends_with(economy) || name.size() < 2 * economy.size()) return false;
    const std::string_view sector = name.substr(0, name.size() - economy.size());
    return std::ranges::any_of(
        names_, [&](const std::string& other) { return other.find(sector) != std::string::npos; });
  }

  const catalogue* known_;
  const grammar::vocabulary& words_;
  std::set<std::string> names_;
  std::set<const indicator*> indicators_;
};

/// A phrase without a number counts only where the text gives its indicator one.
void drop_idle_words(std::vector<fact>& facts, const catalogue* known,
                     const grammar::vocabulary& words) {
  if (std::ranges::all_of(facts, has_number)) return;
  const numbered_indicators numbered{facts, known, words};
  std::erase_if(
      facts, [&](const fact& each) { return !has_number(each) && !numbered.hold(each.indicator); });
}

}  // namespace

namespace {

reading read_parts(std::string_view text, const std::vector<placed_grid>& grids,
                   const report_context& context) {
  const grammar::document source{text, grammar::words_of(context.lexicon)};
  reading result;
  grammar::calendar years = grammar::calendar_of(source, context);
  grammar::setting given = grammar::opening_of(source, context, years);
  if (!given.period && !grids.empty()) {  // the months of one sheet are of the year of another
    report_context dated = context;
    dated.period = grammar::period_of_grids(source, grids);
    if (!dated.period)
      dated.period = grammar::period_of_file(context.file, *source.words().known);
    years = grammar::calendar_of(source, dated);
    given = grammar::opening_of(source, dated, years);
  }
  result.report.title = grammar::title_of(source);
  result.report.region = given.region.name;
  result.report.period = given.period;
  std::vector<std::size_t> unclear;
  std::vector<grammar::left_stretch> left;
  grammar::read_blocks(source, given, years, grids, {result.report.facts, unclear, left});
  if (!std::ranges::is_sorted(result.report.facts, {}, &fact::start))
    std::ranges::stable_sort(result.report.facts, {}, &fact::start);
  drop_idle_words(result.report.facts, context.known, *source.words().known);
  if (context.known) grammar::doubt_disagreements(result.report.facts, *context.known);
  grammar::account_for(source, unclear, left, result);
  return result;
}

}  // namespace

reading read_report(std::string_view text, const report_context& context) {
  return read_parts(text, {}, context);
}

reading read_report(const grid_text& source, const report_context& context) {
  return read_parts(source.text, source.grids, context);
}

}  // namespace kebi
