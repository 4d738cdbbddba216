#include "text/words/period_words.hpp"

#include <array>

#include "text/words/word_reader.hpp"

namespace kebi::grammar {
namespace {

/// The five years of a plan: "一五" began in 1953, the third plan in 1966.
std::array<int, 2> plan_years(int number) {
  const int first = number <= 2 ? 1953 + 5 * (number - 1) : 1966 + 5 * (number - 3);
  return {first, first + 4};
}

/// 十三五, "十三五"时期.
bool read_plan(word_reader& in, span_words& found) {
  word_reader ahead = in;
  const bool quoted = ahead.skip("\"");
  int number = 0;
  {
    static constexpr std::array<std::string_view, 9> ones{"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九"};
    const bool ten = ahead.skip("十");
    for (std::size_t i = 0; i < ones.size(); ++i) {
      // 十五 is the tenth plan and 十五五 the fifteenth.
      if (ahead.sees(ones[i]) && ahead.text.substr(ahead.at + 3).starts_with("五")) {
        ahead.at += ones[i].size();
        number = static_cast<int>(i) + 1;
        break;
      }
    }
    if (ten) number += 10;
    if (number == 0 || !ahead.skip("五")) return false;
    if (number > 20) return false;
  }
  if (quoted && !ahead.skip("\"")) return false;
  const bool named = ahead.skip_any(
      {"规划期内", "规划期间", "规划期", "规划时期", "时期", "期间", "以来", "末", "期末"});
  if (!quoted && !named && number < 11) return false;  // 十五 and 九五 are plain numbers too
  const auto years = plan_years(number);
  found.year = years[0];
  found.last_year = years[1];
  found.first = 1;
  found.last = 12;
  in = ahead;
  return true;
}

/// What may follow a year or stand alone: 上半年, 前三季度, 1-5月份, 6月末.
bool read_months(word_reader& in, span_words& found, bool after_year) {
  word_reader ahead = in;
  const auto take = [&](int first, int last) {
    found.first = first;
    found.last = last;
    in = ahead;
    return true;
  };
  if (ahead.skip("上半年")) return take(1, 6);
  if (ahead.skip("下半年")) return take(7, 12);
  if (ahead.skip_any({"全年", "整年", "年内", "年度"})) return take(1, 12);
  if (ahead.skip_any({"年末", "年底"})) {
    found.point = true;
    return take(12, 12);
  }
  if (after_year && ahead.skip_any({"末", "底"})) {
    found.point = true;
    return take(12, 12);
  }
  if (ahead.skip_any({"半年末"})) {
    found.point = true;
    return take(6, 6);
  }
  const bool front = ahead.skip_any({"前", "首"});
  const bool ordinal = !front && ahead.skip("第");
  const auto first = ahead.small();
  if (!first) return false;
  if (*first >= 1 && *first <= 4 && ahead.skip_any({"季度", "季"})) {
    if (ahead.skip_any({"末"})) {
      found.point = true;
      return take(*first * 3, *first * 3);
    }
    return front ? take(1, *first * 3) : take(*first * 3 - 2, *first * 3);
  }
  if (front) {
    if (!ahead.skip_any({"个月", "月份", "月"})) return false;
    return take(1, *first);
  }
  if (ordinal) return false;
  const auto month_ends = [&] {
    ahead.skip("份");
    if (ahead.skip_any({"末", "底"}))
      found.point = true;
    else
      ahead.skip_any({"当月", "单月"});
  };
  if (!ahead.sees("月")) {
    if (ahead.skip_dash()) {
      const auto last = ahead.small();
      if (last && ahead.skip("月")) {
        month_ends();
        return take(*first, *last);
      }
    }
    return false;
  }
  ahead.skip("月");
  {  // 1月-5月
    word_reader further = ahead;
    further.skip("份");
    if (further.skip_dash()) {
      const auto last = further.small();
      if (last && further.skip("月")) {
        ahead = further;
        month_ends();
        return take(*first, *last);
      }
    }
  }
  month_ends();
  {  // 6月30日
    word_reader further = ahead;
    if (further.small() && further.skip_any({"日", "号"})) {
      found.point = true;
      ahead = further;
    }
  }
  return take(*first, *first);
}

bool read_relative(word_reader& in, span_words& found) {
  struct relative {
    std::string_view words;
    int shift;
  };
  static constexpr relative years[] = {
      {"今年以来", 0 },
      {"今年",       0 },
      {"本年",       0 },
      {"当年",       0 },
      {"去年",       -1},
      {"上年",       -1},
      {"前年",       -2},
      {"明年",       1 },
      {"来年",       1 }
  };
  for (const relative& each : years) {
    if (!in.skip(each.words)) continue;
    found.relative_year = true;
    found.shift = each.shift;
    if (each.words == "今年以来") {
      found.same_span = true;
      return true;
    }
    if (in.skip_any({"同期水平", "同期", "同月", "同季", "同时期"}))
      found.same_span = true;
    else if (read_months(in, found, true))
      return true;
    else
      in.skip_any({"度"});
    return true;
  }
  return false;
}

}  // namespace

std::optional<span_words> scan_span(std::string_view text) {
  span_words found;
  word_reader in{text};
  const auto done = [&] {
    found.length = in.at;
    return std::optional{found};
  };

  const bool until = in.skip_any({"截至", "截止到", "截止至", "截止"});
  if (until) {
    if (text.substr(in.at).starts_with("截")) return std::nullopt;
    in.skip("目前");
    word_reader ahead = in;
    if (!scan_span(text.substr(in.at)) && !ahead.four_digits()) return std::nullopt;
  }

  if (read_plan(in, found)) return done();
  if (read_relative(in, found)) {
    if (until && found.point) found.from_january = true;
    return done();
  }
  if (in.skip("年初")) {
    found.start_of_year = true;
    return done();
  }
  if (in.skip_any({"上月末", "上月底"})) {
    found.month_before = found.point = true;
    return done();
  }
  if (in.skip_any({"上月", "上个月"})) {
    found.month_before = true;
    return done();
  }
  if (in.skip_any({"当月", "本月", "单月"})) {
    found.rest = true;
    return done();
  }
  if (in.skip_any({"同期水平", "同期"})) {
    found.relative_year = found.same_span = true;
    found.shift = -1;
    return done();
  }

  {  // a year in figures
    word_reader ahead = in;
    if (const auto year = ahead.four_digits(); year && *year >= 1900 && *year <= 2100) {
      word_reader further = ahead;
      further.skip("年");
      const bool several = further.skip_any({"-", "至", "到", "—"});
      const auto last = several ? further.four_digits() : std::nullopt;
      if (last && further.skip("年")) {
        word_reader months = further;
        span_words ignored;
        if (!read_months(months, ignored, true) || ignored.first == 0) {
          further.skip("度");
          found.year = *year;
          found.last_year = *last;
          found.first = 1;
          found.last = 12;
          in = further;
          return done();
        }
      }
      if (ahead.skip("年")) {
        found.year = *year;
        in = ahead;
        if (in.skip_any({"同期水平", "同期", "同月"}))
          found.same_span = true;
        else if (!read_months(in, found, true)) {
          in.skip_any({"度"});
          found.first = 1;
          found.last = 12;
        }
        if (until && found.point) found.from_january = true;
        return done();
      }
    }
  }
  if (read_months(in, found, false)) {
    if (until && found.point) found.from_january = true;
    return done();
  }
  return std::nullopt;
}

std::optional<period> resolve(const span_words& words, std::optional<int> year,
                              const std::optional<period>& about) {
  if (!year && about) year = about->year();
  if (words.last_year != 0) return years_of(*words.year, words.last_year);
  if (words.rest && about) return period{about->last(), about->last()};
  if (words.month_before && about) return period{about->last() - 1, about->last() - 1};
  if (words.start_of_year && about)  // the state at the end of the year before
    return month_of(about->year() - 1, 12);
  std::optional<int> of = words.year;
  if (!of && year) of = *year + words.shift;
  if (!of) return std::nullopt;
  if (words.same_span) {
    if (!about) return std::nullopt;
    return moved(*about, (*of - about->year()) * 12);
  }
  if (words.names_months()) return months_of(*of, words.from_january ? 1 : words.first, words.last);
  if (words.relative_year && !words.month_before) return year_of(*of);
  return std::nullopt;
}

}  // namespace kebi::grammar
