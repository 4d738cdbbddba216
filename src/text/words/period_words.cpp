#include "text/words/period_words.hpp"

#include <array>

#include "text/words/dates.hpp"
#include "text/words/word_reader.hpp"

namespace kebi::grammar {
namespace {

using stands = span_words::stands;
using part = month_words::part;

/// The five years of a plan: "一五" began in 1953, the third plan in 1966.
std::array<int, 2> plan_years(int number) {
  const int first = number <= 2 ? 1953 + 5 * (number - 1) : 1966 + 5 * (number - 3);
  return {first, first + 4};
}

/// Reads one span of time, from the words at the start of a text on.
class span_scanner {
 public:
  span_scanner(std::string_view text, const vocabulary& known, bool of_republic = false)
      : known_{known}, months_{known}, in_{text}, of_republic_{of_republic} {}

  std::optional<span_words> run() {
    const bool until = in_.skip(known_[group::until]) != nullptr;
    if (until && !ends_something()) return std::nullopt;
    if (plan() || several() || named() || read_date(in_, found_)) return done();
    if (!relative() && !years() && !year() && !months_.read(in_, found_, false)) return std::nullopt;
    if (until && found_.months.of == part::end) found_.months.of = part::up_to_end;
    return done();
  }

 private:
  std::optional<span_words> done() {
    found_.length = in_.at;
    return found_;
  }

  /// Whether a time follows 截至.
  bool ends_something() {
    if (in_.sees("截")) return false;
    in_.skip("目前");
    word_reader ahead = in_;
    return span_scanner{in_.text.substr(in_.at), known_}.run() || ahead.four_digits();
  }

  /// 十三五, "十三五"时期.
  bool plan() {
    word_reader ahead = in_;
    if (ahead.skip("第")) {  // 第十五个五年规划
      const auto number = ahead.small();
      if (!number || *number == 0 || !ahead.skip_any({"个五年规划", "个五年计划"})) return false;
      return of_plan(*number, ahead);
    }
    const bool quoted = ahead.skip("\"");
    const int number = plan_number(ahead);
    if (number == 0 || number > 20) return false;
    if (quoted && !ahead.skip("\"")) return false;
    const listed_word* called = ahead.skip(known_[group::plan_period]);
    if (!quoted && !called && number < 11) return false;  // 十五 and 九五 are plain numbers too
    of_plan(number, ahead);
    if (called && called->spelling.ends_with("末")) {  // "十三五"末: its last year
      found_.years.first = found_.years.last;
      found_.years.last = 0;
    }
    return true;
  }
  bool of_plan(int number, const word_reader& ahead) {
    const auto years = plan_years(number);
    found_.years.first = years[0];
    found_.years.last = years[1];
    take(found_, 1, 12);
    in_ = ahead;
    return true;
  }
  /// Which plan 十三五 is; 0 where the words name none.
  static int plan_number(word_reader& ahead) {
    static constexpr std::array<std::string_view, 9> ones{"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九"};
    const bool ten = ahead.skip("十");
    int number = 0;
    for (std::size_t i = 0; i < ones.size(); ++i) {
      // 十五 is the tenth plan and 十五五 the fifteenth.
      if (ahead.sees(ones[i]) && ahead.text.substr(ahead.at + 3).starts_with("五")) {
        ahead.at += ones[i].size();
        number = static_cast<int>(i) + 1;
        break;
      }
    }
    if (ten) number += 10;
    return number > 0 && ahead.skip("五") ? number : 0;
  }

  /// 五年来, 这五年, 近3年, 今后五年; 五年累计, where what came together in them is told.
  bool several() {
    word_reader ahead = in_;
    const listed_word* lead = ahead.skip(known_[group::years_lead]);
    const auto number = ahead.small();
    if (!number || *number == 0 || !ahead.skip("年")) return false;
    const bool tail = ahead.skip(known_[group::years_tail]) != nullptr;
    const std::string_view rest = ahead.text.substr(ahead.at);
    if (!tail && known_[group::years_name].starts(rest)) return false;  // 近三年行动计划
    if (!lead && !tail && !(*number > 1 && known_[group::years_told].starts(rest))) return false;
    found_.years.several = lead && lead->number < 0 ? -*number : *number;
    in_ = ahead;
    return true;
  }

  /// 年初, 上月, 当月, 同期: words that stand for a span of the context.
  bool named() {
    if (in_.skip(known_[group::year_start])) return stand_for(stands::year_start);
    if (const listed_word* last = in_.skip(known_[group::last_month])) {
      if (last->detail == "end") found_.months.of = part::end;
      return stand_for(stands::month_before);
    }
    if (in_.skip(known_[group::last_quarter])) return stand_for(stands::quarter_before);
    if (in_.skip(known_[group::this_month])) return stand_for(stands::last_month);
    if (!skip_same_period(in_, alone)) return false;
    found_.years.shift = -1;
    return stand_for(stands::same_span);
  }

  bool stand_for(stands span) {
    found_.for_span = span;
    return true;
  }

  /// Behind what 同期, 同月 and 同季 may stand, as the data tell by number.
  enum place { alone, behind_year, behind_relative_year };
  bool skip_same_period(word_reader& in, place where) const {
    const listed_word* found = known_[group::same_period].start_of(in.text.substr(in.at));
    if (!found || found->number > where) return false;
    in.at += found->spelling.size();
    return true;
  }

  /// 去年上半年, 上年同期, 今年以来.
  bool relative() {
    const listed_word* year = in_.skip(known_[group::relative_year]);
    if (!year) return false;
    found_.years.shift = year->number;
    found_.years.of_now = year->detail.ends_with("now");
    if (year->spelling.ends_with("以来") || skip_same_period(in_, behind_relative_year))
      return stand_for(stands::same_span);
    if (!months_.read(in_, found_, true)) in_.skip("度");
    return true;
  }

  /// 2017-2035年, but not 2019年1-5月.
  bool years() {
    word_reader ahead = in_;
    const auto year = year_in_figures(ahead);
    if (!year) return false;
    ahead.skip("年");
    if (!ahead.skip_any({"-", "至", "到", "—"})) return false;
    const auto last = ahead.four_digits();
    if (!last || !ahead.skip("年")) return false;
    word_reader further = ahead;
    span_words ignored;
    if (months_.read(further, ignored, true) && ignored.months.first != 0) return false;
    ahead.skip("度");
    found_.years.first = *year;
    found_.years.last = *last;
    take(found_, 1, 12);
    in_ = ahead;
    return true;
  }

  /// 2019年, 2019年上半年, 2019年同期, 二〇一九年, 民国112年.
  bool year() {
    word_reader ahead = in_;
    auto year = year_in_figures(ahead);
    if (!year) year = year_in_numerals(ahead);
    if (!year) year = year_of_republic(ahead, of_republic_);
    if (!year || !ahead.skip("年")) return false;
    found_.years.first = *year;
    in_ = ahead;
    if (skip_same_period(in_, behind_year)) return stand_for(stands::same_span);
    if (months_.read(in_, found_, true)) return true;
    in_.skip("度");
    take(found_, 1, 12);
    return true;
  }

  const vocabulary& known_;
  month_scanner months_;
  word_reader in_;
  bool of_republic_;
  span_words found_;
};

}  // namespace

std::optional<span_words> scan_span(std::string_view text, const vocabulary& known,
                                    bool of_republic) {
  return span_scanner{text, known, of_republic}.run();
}

std::optional<period> resolve(const span_words& words, std::optional<int> year,
                              const std::optional<period>& about) {
  if (!year && about) year = about->year();
  if (words.years.last != 0) return years_of(*words.years.first, words.years.last);
  if (words.years.several != 0) {
    if (!about) return std::nullopt;
    const int last = about->last().year();
    return words.years.several > 0 ? years_of(last - words.years.several + 1, last)
                             : years_of(last + 1, last - words.years.several);
  }
  if (about && words.for_span == stands::last_month) return period{about->last(), about->last()};
  if (about && words.for_span == stands::month_before)
    return period{about->last() - 1, about->last() - 1};
  if (about && words.for_span == stands::quarter_before) {
    const month quarter = about->last() - about->last().ordinal % 3;
    return period{quarter - 3, quarter - 1};
  }
  if (about && words.for_span == stands::year_start)
    return month_of(about->year() - 1, 12);  // the state at the end of the year before
  std::optional<int> of = words.years.first;
  if (!of && year) of = *year + words.years.shift.value_or(0);
  if (!of) return std::nullopt;
  if (words.is_same_span()) {
    if (!about) return std::nullopt;
    return moved(*about, (*of - about->year()) * 12);
  }
  if (words.names_months())
    return months_of(*of, words.months.of == part::up_to_end ? 1 : words.months.first,
                     words.months.last);
  if (words.is_relative() && words.for_span != stands::month_before) return year_of(*of);
  return std::nullopt;
}

}  // namespace kebi::grammar
