#include "text/words/dates.hpp"

#include <charconv>

#include "text/words/chinese_numerals.hpp"

namespace kebi::grammar {
namespace {

using part = month_words::part;

constexpr int republic = 1911;  // the year before its first

bool may_be_year(int year) { return year >= 1900 && year <= 2100; }

/// Two digits below a limit at the start of a text.
bool two_digits(std::string_view text, int limit) {
  return text.size() >= 2 && is_digit(text[0]) && is_digit(text[1]) &&
         (text[0] - '0') * 10 + (text[1] - '0') < limit;
}

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

}  // namespace

std::optional<int> year_in_figures(word_reader& in) {
  word_reader ahead = in;
  const auto year = ahead.four_digits();
  if (!year || !may_be_year(*year)) return std::nullopt;
  in = ahead;
  return year;
}

std::optional<int> year_in_numerals(word_reader& in) {
  int year = 0;
  std::size_t at = in.at;
  for (int k = 0; k < 4; ++k) {
    const std::string_view one = character(in.text.substr(at));
    const int digit = one == "两" ? -1 : chinese_digit(one);
    if (digit < 0) return std::nullopt;
    year = year * 10 + digit;
    at += one.size();
  }
  if (!may_be_year(year) || !in.text.substr(at).starts_with("年")) return std::nullopt;
  in.at = at;
  return year;
}

std::optional<int> year_of_republic(word_reader& in, bool bare) {
  word_reader ahead = in;
  const bool named = ahead.skip("民国");
  if (!named && !bare) return std::nullopt;
  int year = 0;
  std::size_t digits = 0;
  for (; digits < 4 && digit_at(ahead.text, ahead.at); ++digits)
    year = year * 10 + (ahead.text[ahead.at++] - '0');
  const bool fits = named ? digits >= 1 && digits <= 3 : digits == 3 && year >= 100 && year < 140;
  if (!fits || year == 0 || !ahead.sees("年")) return std::nullopt;
  in = ahead;
  return year + republic;
}

bool read_date(word_reader& in, span_words& found) {
  word_reader ahead = in;
  const auto year = year_in_figures(ahead);
  if (!year || ahead.at >= ahead.text.size()) return false;
  const char mark = ahead.text[ahead.at];
  if (mark != '-' && mark != '/' && mark != '.') return false;
  ++ahead.at;
  const bool padded = two_digits(ahead.text.substr(ahead.at), 13);
  const auto month = ahead.small();
  if (!month || *month < 1 || *month > 12 || !is_digit(ahead.text[ahead.at - 1])) return false;
  const bool day_follows = ahead.at < ahead.text.size() && ahead.text[ahead.at] == mark;
  if (day_follows) {
    ++ahead.at;
    const auto day = ahead.small();
    if (!day || *day < 1 || *day > 31 || !is_digit(ahead.text[ahead.at - 1])) return false;
    found.months.of = part::end;
  } else if (mark != '-' || !padded) {
    return false;
  }
  const std::string_view behind = ahead.text.substr(ahead.at);
  for (const std::string_view more : {"年", "号", "级", "届", ".", "-", "/", "%"})
    if (behind.starts_with(more)) return false;
  if (digit_at(behind, 0)) return false;
  found.years.first = *year;
  take(found, *month, *month);
  if (day_follows) ahead.at += clock_length(behind);
  in = ahead;
  return true;
}

std::size_t clock_length(std::string_view text) {
  std::size_t at = 0;
  if (text.starts_with(' ') || text.starts_with('T')) ++at;
  std::size_t hours = 0;
  while (hours < 2 && digit_at(text, at + hours)) ++hours;
  if (hours == 0 || (hours == 2 && !two_digits(text.substr(at), 25))) return 0;
  at += hours;
  for (int k = 0; k < 2; ++k) {
    const bool more = at < text.size() && text[at] == ':' && two_digits(text.substr(at + 1), 60) &&
                      !digit_at(text, at + 3);
    if (!more) return k == 0 ? 0 : at;
    at += 3;
  }
  return at;
}

void take(span_words& found, int first, int last) {
  found.months.first = first;
  found.months.last = last;
}

bool month_scanner::read(word_reader& in, span_words& found, bool after_year) const {
  word_reader ahead = in;
  const bool read = named_months(ahead, found, after_year) || counted_months(ahead, found);
  if (read) in = ahead;
  return read;
}

/// 上半年, 年底; 末 behind a year.
bool month_scanner::named_months(word_reader& in, span_words& found, bool after_year) const {
  if (const listed_word* named = in.skip(known_[group::months])) {
    const std::size_t dash = named->detail.find('-');
    int last = named->number;
    if (dash != std::string_view::npos)
      std::from_chars(named->detail.data() + dash + 1,
                      named->detail.data() + named->detail.size(), last);
    take(found, named->number, last);
    if (named->detail.ends_with("end")) found.months.of = part::end;
    return true;
  }
  if (!after_year || !in.skip(known_[group::period_end])) return false;
  take(found, 12, 12);
  found.months.of = part::end;
  return true;
}

/// 前三季度, 三季度末, 前5个月, 1-5月.
bool month_scanner::counted_months(word_reader& in, span_words& found) const {
  const bool front = in.skip_any({"前", "首"});
  const bool ordinal = !front && in.skip("第");
  const auto first = in.small();
  if (!first) return false;
  word_reader range = in;  // 第1-4季度
  if (const auto last = range.skip_dash() ? range.small() : std::nullopt;
      last && *first >= 1 && *first < *last && *last <= 4 && range.skip_any({"季度", "季"})) {
    take(found, *first * 3 - 2, *last * 3);
    in = range;
    return true;
  }
  if (*first >= 1 && *first <= 4 && in.skip_any({"季度", "季"})) {
    const int last = *first * 3;
    if (in.skip("末")) {
      found.months.of = part::end;
      take(found, last, last);
    } else {
      take(found, front ? 1 : last - 2, last);
    }
    return true;
  }
  if (front) {
    if (!in.skip_any({"个月", "月份", "月"})) return false;
    take(found, 1, *first);
    return true;
  }
  return !ordinal && months_in_figures(in, found, *first);
}

/// 1-5月份, 1月-5月, 6月30日, behind the first number.
bool month_scanner::months_in_figures(word_reader& in, span_words& found, int first) const {
  if (!in.sees("月")) {
    const auto last = in.skip_dash() ? in.small() : std::nullopt;
    if (!last || !in.skip("月")) return false;
    end_of_months(in, found);
    take(found, first, *last);
    return true;
  }
  in.skip("月");
  word_reader further = in;
  further.skip("份");
  if (further.skip_dash())
    if (const auto last = further.small(); last && further.skip("月")) {
      in = further;
      end_of_months(in, found);
      take(found, first, *last);
      return true;
    }
  end_of_months(in, found);
  further = in;
  if (further.small() && further.skip_any({"日", "号"})) {
    found.months.of = part::end;
    further.at += clock_length(further.text.substr(further.at));
    in = further;
  }
  take(found, first, first);
  return true;
}

/// 份, 末 and 当月 behind 月.
void month_scanner::end_of_months(word_reader& in, span_words& found) const {
  in.skip("份");
  if (in.skip(known_[group::period_end]))
    found.months.of = part::end;
  else
    in.skip_any({"当月", "单月"});
}

}  // namespace kebi::grammar
