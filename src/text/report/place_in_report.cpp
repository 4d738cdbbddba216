#include "text/report/place_in_report.hpp"

#include <algorithm>
#include <utility>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// 过去五年: the years that a report of the end of a plan period looks back on.
constexpr int months_of_review = 60;
/// The longest words that may stand before the time that a sentence starts with: 回顾过去五年 in a
/// review, a quotation mark elsewhere.
constexpr std::size_t longest_lead = 15, shortest_lead = 1;

/// Whether a time is one that the report as a whole may be about: what it looks back on, years
/// up to it, and those that follow.
bool is_own(const period& time, int last_year) {
  if (!is_whole_years(time)) return false;
  if (time.in_one_year()) return time.year() == last_year || time.year() == last_year + 1;
  return time.last().year() >= last_year;
}

}  // namespace

place_in_report::place_in_report(const document& source, calendar years)
    : source_{source}, years_{years} {
  standing first{section::none, status::actual, years_.reviewed};
  if (years_.ahead) first = {section::plan, status::target, years_.ahead};
  open_.push_back({0, {first}});
}

void place_in_report::enter(int depth, std::size_t first, std::size_t last) {
  while (open_.size() > 1 && open_.back().depth > depth) open_.pop_back();
  turned_.reset();
  std::vector<standing> found = standings_of(source_, first, last, years_);
  if (found.empty()) return enter_open_part(depth);
  // 一、 below 2026年重点工作 tells of a time only by what it names itself.
  const bool below = open_.size() > 1 && open_.back().depth < depth;
  const bool named = std::any_of(source_.words().all.begin() + static_cast<std::ptrdiff_t>(first),
                                 source_.words().all.begin() + static_cast<std::ptrdiff_t>(last),
                                 [](const token& t) { return t.is == word::period; });
  const section kind = found.front().kind;
  if (kind == section::none && below) return;
  // (六)办好民生实事 in a review tells of what was done.
  const bool projects = kind == section::projects && open_.back().all.front().kind != section::review;
  const bool weak = !named && kind != section::notes && kind != section::apart && !projects &&
                    kind != section::problems;
  if (below && weak && open_.back().all.front().kind != section::none) return;
  while (open_.size() > 1 && open_.back().depth >= depth) open_.pop_back();
  open_.push_back({depth, std::move(found)});
}

void place_in_report::enter_open_part(int depth) {
  if (open_.size() == 1 || open_.back().depth < depth) return;
  standing before = open_.back().all[open_.back().at];
  while (open_.size() > 1 && open_.back().depth >= depth) open_.pop_back();
  if (open_.size() > 1) return;
  // What follows plans is a plan; its first sentences tell.
  if (before.status != status::target) before = open_.front().all.front();
  before.kind = section::none;
  open_.push_back({depth, {before}, 0, false, years_.is_yearly()});
}

void place_in_report::start_paragraph() {
  turned_.reset();
  facts_before_ = false;
}

std::optional<period> place_in_report::time_at_start(std::size_t first, std::size_t last,
                                                     bool& alone) const {
  const auto& all = source_.words().all;
  std::optional<period> found;
  alone = true;
  for (std::size_t i = first; i < last; ++i) {
    const token& t = all[i];
    if (i == first + 1 && t.is == word::comma && leads(all[first])) first = i + 1;  // 某某说,2021年
    else if (t.is == word::comma || t.is == word::stop || t.is == word::colon) break;
    if (t.is == word::number) alone = false;
    if (found || t.is != word::period) continue;
    const bool reviews = open_.back().all.front().kind == section::review;
    const bool looks_back = reviews && starts_with_any(shown(all[first]), {"回", "纵观", "总结", "刚刚"});
    if (t.begin - all[first].begin > (looks_back ? longest_lead : shortest_lead)) break;
    if (i > first && all[i - 1].is == word::than) break;
    // 连续10年提高养老金 is about its own figure.
    if (std::string_view{source_.text().text()}.substr(all[first].begin).starts_with("连续")) break;
    found = resolved(source_.words().spans[t.at], years_);
    if (!found) break;
  }
  return found;
}

std::string_view place_in_report::shown(const token& words) const {
  return std::string_view{source_.text().text()}.substr(words.begin, words.end - words.begin);
}

bool place_in_report::leads(const token& words) const {
  return (*source_.words().known)[group::saying].ends(shown(words)) ||
         ends_with_any(shown(words), {"代表", "委员", "同志们"});  // 各位代表,
}

void place_in_report::start_sentence(std::size_t first, std::size_t last) {
  if (first >= last || !years_.is_yearly()) return;
  bool alone = true;
  const auto time = time_at_start(first, last, alone);
  const bool figures = std::any_of(source_.words().all.begin() + static_cast<std::ptrdiff_t>(first),
                                   source_.words().all.begin() + static_cast<std::ptrdiff_t>(last),
                                   [](const token& t) { return t.is == word::number; });
  if (time && is_own(*time, *years_.last_year())) {
    const standing to = standing_of(*time, section::none, years_);
    // 2025年新增就业12万人 and 近3年提升21个百分点 are about their own figures alone; 五年来新增… goes on.
    const bool is_review = time->months() == months_of_review && time->last().year() == *years_.last_year();
    const bool goes_on = to.several_years() && (is_review || to.status == status::target);
    if (alone || goes_on) turn_to(to, !facts_before_);
  }
  if (!time && !figures && !facts_before_) turn_ahead(first, last);
  facts_before_ = facts_before_ || figures;
}

void place_in_report::turn_ahead(std::size_t first, std::size_t last) {
  part& open = open_.back();
  for (std::size_t i = first; i < last; ++i) {
    const token& t = source_.words().all[i];
    if (t.is != word::period) continue;
    const auto time = resolved(source_.words().spans[t.at], years_);
    for (std::size_t k = open.at + 1; time && k < open.all.size(); ++k)
      if (open.all[k].period == time && open.all[k].status == status::target) {
        open.at = k;
        open.told = true;
        return;
      }
  }
}

void place_in_report::turn_to(const standing& to, bool stays) {
  part& open = open_.back();
  if (stays && !open.told && open_.size() > 1 && open.all.front().kind == section::none) {
    open.all = {to};  // the first sentence says what the heading leaves open
    open.at = 0;
    open.told = true;
    turned_.reset();
    return;
  }
  const auto same = [&](const standing& each) { return each.period == to.period; };
  const auto found = std::ranges::find_if(open.all, same);
  const standing& own = open.all[open.at];
  const bool reviews = own.status == status::actual && to.status == status::actual &&
                       open.all.front().kind == section::review;
  if (found != open.all.end() && (stays || open.all.size() == 1)) {
    open.at = static_cast<std::size_t>(found - open.all.begin());
    found->assumed = false;
    open.told = true;
    turned_.reset();
  } else if (found == open.all.end() && reviews && stays && to.several_years()) {
    open.all.push_back(to);
    open.at = open.all.size() - 1;
    open.told = true;
    turned_.reset();
  } else if (!(own.period == to.period)) {
    turned_ = to;
  }
  // Below no heading, as in the news on a report, what lies ahead goes on over paragraphs.
  if (open_.size() == 1 && turned_ && stays && !to.several_years() && years_.now == to.period->year()) {
    open.all.push_back(to);
    open.at = open.all.size() - 1;
    open.told = true;
    turned_.reset();
  }
}

}  // namespace kebi::grammar
