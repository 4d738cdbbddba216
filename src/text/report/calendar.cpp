#include "text/report/calendar.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "kebi/core/error.hpp"
#include "text/document/furniture.hpp"
#include "text/document/headings.hpp"
#include "text/normalise/strings.hpp"
#include "text/report/plan_years.hpp"
#include "text/report/standing.hpp"

namespace kebi::grammar {
namespace {

bool heads(const block& one) { return one.is == line_kind::heading; }

/// Looks for the time of a document in its first lines and its headings.
class calendar_reader {
 public:
  explicit calendar_reader(const document& source) : source_{source}, text_{source.text().text()} {}

  calendar run(const report_context& context) {
    look_at_opening();
    if (!published_) look_at_end();
    calendar found;
    found.told = true;
    found.reviewed = context.period;
    const auto looked_back = year_looked_back_on();
    if (!found.reviewed && looked_back) found.reviewed = year_of(*looked_back);
    if (!found.reviewed && titled_ && title_.in_title && !work_report_) found.reviewed = titled_;
    if (!found.reviewed && given_)
      found.reviewed = year_of(given_->first().in_year() > 9 ? given_->year() : given_->year() - 1);
    if (!found.reviewed && work_report_ && titled_ && title_.in_title) found.reviewed = year_of(titled_->year() - 1);
    const bool untold = !(titled_ && title_.told);
    if (!found.reviewed && published_ && untold) found.reviewed = time_before_publication();
    if (!found.reviewed && untold) found.reviewed = time_by_plan();
    if (found.reviewed == titled_) found.ahead = ahead_;
    if (!found.reviewed) found.reviewed = titled_, found.told = titled_ ? title_.told : !is_long_;
    found.now = year_given(found, looked_back);
    found.now_told = given_.has_value();
    if (looked_back && found.is_yearly()) found.reviewed = year_of(*looked_back);
    return found;
  }

 private:
  std::string_view shown(const block& one) const {
    return text_.substr(one.begin, one.end - one.begin);
  }

  /// The year in which the report is given: that of the assembly, or the one behind the year
  /// that a work report looks back on. Other reports speak of the year that they look back on.
  std::optional<int> year_given(const calendar& found, std::optional<int> looked_back) const {
    const auto last = found.last_year();
    if (given_) return given_->year();
    const auto before = looked_back ? looked_back : last;
    if (before && found.is_yearly() && (work_report_ || looks_at_next_year(*before))) return *before + 1;
    return last;
  }

  /// The first time of a block that names its year.
  std::optional<period> time_in(const block& one, bool any = false) const {
    for (std::size_t i = one.first; i < one.last; ++i) {
      const token& t = source_.words().all[i];
      if (t.is != word::period) continue;
      const span_words& span = source_.words().spans[t.at];
      if (!span.years.first || (span.years.last != 0 && !any)) continue;
      const std::string_view day = text_.substr(t.begin, t.end - t.begin);
      if (day.ends_with("日") || day.find('-') == 4) continue;  // when it was published
      const std::string_view ahead = text_.substr(0, t.begin);
      if (ends_with_any(ahead, {"是", "比", "较", "由", "从", "自", "高于", "低于"})) continue;
      try {
        if (const auto found = resolve(span, {}, {})) return found;
      } catch (const error&) {  // a 13th month is no period
      }
    }
    return std::nullopt;
  }

  /// The month of a day that is written somewhere in a line: 2017-05-15 10:13, 2017年5月15日.
  static std::optional<period> month_printed(std::string_view words) {
    const auto digits = [&](std::size_t from, std::size_t most) {
      std::size_t count = 0;
      while (count < most && from + count < words.size() && is_digit(words[from + count])) ++count;
      return count;
    };
    for (std::size_t at = 0; at + 8 <= words.size(); ++at) {
      if (digits(at, 5) != 4 || (at > 0 && is_digit(words[at - 1]))) continue;
      const std::string_view rest = words.substr(at + 4);
      for (const auto& [mark, second] : {std::pair{"-", "-"}, {"/", "/"}, {".", "."}, {"年", "月"}}) {
        const std::size_t month = at + 4 + std::string_view{mark}.size(), length = digits(month, 2);
        const std::size_t behind = month + length;
        if (!rest.starts_with(mark) || length == 0 || !words.substr(behind).starts_with(second)) continue;
        if (digits(behind + std::string_view{second}.size(), 2) == 0) continue;
        const int year = std::stoi(std::string{words.substr(at, 4)}), of = std::stoi(std::string{words.substr(month, length)});
        if (year > 1980 && year < 2100 && of >= 1 && of <= 12) return month_of(year, of);
      }
    }
    return std::nullopt;
  }

  /// 1-4月, 上半年 in the first lines of a text, without their year.
  std::optional<month_words> open_months() const {
    std::size_t seen = 0;
    for (const block& one : source_.blocks()) {
      if (one.is == line_kind::furniture || one.is == line_kind::row) continue;
      if (++seen > 4) break;
      for (std::size_t i = one.first; i < one.last; ++i) {
        const token& t = source_.words().all[i];
        if (t.is != word::period) continue;
        const span_words& span = source_.words().spans[t.at];
        const bool open = span.names_months() && !span.years.first && span.years.shift.value_or(0) == 0;
        if (!open || span.months.of == month_words::part::end) continue;
        if (!text_.substr(t.begin, t.end - t.begin).ends_with("日")) return span.months;
      }
    }
    return std::nullopt;
  }

  /// The last months of that name before a text was published, where it names no year; the year before where it tells of 全年
  /// and was published in the first months of a year.
  std::optional<period> time_before_publication() const {
    if (const auto months = open_months()) {
      const int year = published_->year() - (months->last > published_->first().in_year() ? 1 : 0);
      return months_of(year, months->first, months->last);
    }
    const bool yearly = published_->first().in_year() < 6 && holds_any(text_.substr(0, 1500), {"全年", "去年"});
    return yearly ? std::optional{year_of(published_->year() - 1)} : std::nullopt;
  }

  /// What a text without a year looks back on where it says 今年是“十四五”开局之年.
  std::optional<period> time_by_plan() const {
    const auto told = year_in_plan_of(source_);
    if (!told) return std::nullopt;
    const auto months = open_months();
    if (told->is_now && months) return months_of(told->year, months->first, months->last);
    if (!told->is_now) return year_of(told->year);
    return work_report_ ? std::optional{year_of(told->year - 1)} : std::nullopt;
  }

  /// 2026年1月26日在…: the month in which a report is given.
  static std::optional<period> month_given(std::string_view words) {
    const std::size_t at = words.find("年");
    if (at == std::string_view::npos || at < 4) return std::nullopt;
    int year = 0, month = 0;
    for (std::size_t i = at - 4; i < at; ++i) {
      if (!is_digit(words[i])) return std::nullopt;
      year = year * 10 + (words[i] - '0');
    }
    for (std::size_t i = at + std::string_view{"年"}.size(); i < words.size() && is_digit(words[i]) && month < 100; ++i)
      month = month * 10 + (words[i] - '0');
    if (year < 1900 || month < 1 || month > 12) return std::nullopt;
    return month_of(year, month);
  }

  /// A dateline that stands in a longer paragraph, as pages without line ends have it.
  static std::string_view dateline_within(std::string_view words) {
    const std::string_view start = words.substr(0, 300);
    const std::size_t day = start.find("日在");
    if (day == std::string_view::npos || !holds_any(words.substr(day, 200), {"会议上", "大会上"})) return {};
    const std::size_t year = start.substr(0, day).rfind("年");
    return year == std::string_view::npos || year < 4 ? std::string_view{} : words.substr(year - 4, 60);
  }

  void look_at_opening() {
    std::size_t seen = 0;
    for (const block& one : source_.blocks()) {
      if (seen >= 12) break;
      if (one.is == line_kind::row) continue;
      const std::string_view words = shown(one);
      const std::string_view dateline = is_dateline(words) ? words : dateline_within(words);
      if (!given_ && !dateline.empty()) given_ = month_given(dateline);
      if (!published_ && seen < 4 && words.size() < 300) published_ = month_printed(words);
      if (one.is == line_kind::furniture) continue;
      is_long_ = ++seen > 3;
      const std::string_view start = words.substr(0, 150);
      if (holds_any(start, {"政府工作报告", "工作的报告", "工作回顾"})) work_report_ = true;
      if (titled_) continue;
      titled_ = time_in(one);
      // A year that a later paragraph names somewhere may be any.
      title_.told = one.is == line_kind::heading || words.size() < 150 || seen <= 3;
      title_.in_title = one.is == line_kind::heading || (*source_.words().known)[group::title_end].ends(words);
      if (one.is == line_kind::heading && !holds_any(words, {"情况", "回顾", "工作报告"})) look_at_plan(one, words);
    }
  }

  /// The day at the end of a text whose first lines tell of no time: 2019年7月20日 below the name of its author.
  void look_at_end() {
    const auto& blocks = source_.blocks();
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, blocks.size()) && !published_; ++back) {
      const std::string_view words = shown(blocks[blocks.size() - back]);
      if (words.size() < 60) published_ = month_printed(words);
    }
  }

  /// 乙县2024年…计划, …第十五个五年规划纲要: what is planned for, behind which the report looks back.
  void look_at_plan(const block& one, std::string_view words) {
    const auto time = titled_ ? titled_ : time_in(one, true);
    const bool years = time && is_whole_years(*time);
    if (!years || kind_of(words, *source_.words().known) != section::plan) return;
    ahead_ = time;
    titled_ = year_of(time->year() - 1);
  }

  /// The year that the first heading of a review names: 一、2025年工作回顾.
  std::optional<int> year_looked_back_on() const {
    std::size_t seen = 0;
    for (const block& one : source_.blocks()) {
      const std::string_view words = shown(one);
      // 报告分2021年工作回顾和2022年工作安排两部分, in the first paragraphs.
      if (!heads(one) && (++seen > 12 || !holds_any(words, {"工作回顾", "工作总结"}) || words.size() > 600)) continue;
      if (heads(one) && kind_of(words, *source_.words().known) != section::review) continue;
      if (heads(one) && holds_any(words, {"报告", "公报"})) continue;  // a title
      for (std::size_t i = one.first; i < one.last; ++i) {
        const token& t = source_.words().all[i];
        if (t.is != word::period) continue;
        const span_words& span = source_.words().spans[t.at];
        const bool year = span.years.first && span.years.last == 0 && span.months.first == 1 &&
                          span.months.last == 12;
        if (year && (heads(one) || starts_with_any(text_.substr(t.end), {"工作回顾", "工作总结", "政府工作回顾"})))
          return span.years.first;
      }
    }
    return std::nullopt;
  }

  /// Whether a heading is about the year behind one: 三、2026年工作安排.
  bool looks_at_next_year(int year) const {
    const std::string next = std::to_string(year + 1) + "年";
    return std::ranges::any_of(source_.blocks(), [&](const block& one) {
      return heads(one) && shown(one).find(next) != std::string_view::npos;
    });
  }

  const document& source_;
  std::string_view text_;
  /// Where the time of the title was found.
  struct title_time {
    bool told = true;       ///< in the first lines, or in a heading
    bool in_title = false;  ///< in the title itself
  };

  std::optional<period> titled_, given_, ahead_, published_;
  title_time title_;
  bool work_report_ = false;
  bool is_long_ = false;  // longer than a few sentences that a caller gives without their time
};

}  // namespace

calendar calendar_of(const document& source, const report_context& context) {
  return calendar_reader{source}.run(context);
}

std::optional<period> resolved(const span_words& span, const calendar& years) {
  try {
    if (span.years.of_now && !span.is_same_span() && years.now)
      return resolve(span, {}, year_of(*years.now));
    return resolve(span, {}, years.reviewed);
  } catch (const error&) {  // a 13th month is no period
    return std::nullopt;
  }
}

}  // namespace kebi::grammar
