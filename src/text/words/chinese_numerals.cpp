#include "text/words/chinese_numerals.hpp"

#include <array>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

constexpr std::array<std::string_view, 10> ones{"零", "一", "二", "三", "四",
                                                "五", "六", "七", "八", "九"};

/// 十, 百, 千; 0 for all others.
std::int64_t times_of(std::string_view one) {
  return one == "十" ? 10 : one == "百" ? 100 : one == "千" ? 1000 : 0;
}

/// Reads a number in numerals character by character.
class numeral_scanner {
 public:
  explicit numeral_scanner(std::string_view text) : text_{text} {}

  std::optional<scanned> run() {
    while (at_ < text_.size() && count_ < longest && read_one()) ++count_;
    if (count_ == 0) return std::nullopt;
    scanned found;
    found.what.written.chinese = true;
    finish(found);
    found.length = at_;
    return found;
  }

 private:
  static constexpr int longest = 24;

  /// Reads one character; false where the number ends before it.
  bool read_one() {
    const std::string_view one = character(text_.substr(at_));
    if (const int value = chinese_digit(one); value >= 0)
      read_digit(value);
    else if (const std::int64_t times = times_of(one); times > 0)
      return read_times(one, times);
    else if (one == "万" || one == "亿")
      return read_large(one);
    else
      return false;
    at_ += one.size();
    return true;
  }

  void read_digit(int value) {
    const bool neighbours = (value == digit_ + 1 && digit_ > 0) || (digit_ == 3 && value == 5);
    if (digit_ >= 0) below_ = neighbours && !below_ ? std::optional{digit_} : std::nullopt;
    digit_ = value;
    if (sum_.row < hundred_million) sum_.row = sum_.row * 10 + value;
  }

  bool read_times(std::string_view one, std::int64_t times) {
    // 千克 and 千瓦 are units; a bare 千 starts no number before them.
    if (count_ == 0 && starts_with_any(text_.substr(at_), {"千瓦", "千克", "千米", "千伏"}))
      return false;
    sum_.section += (digit_ < 0 ? 1 : digit_) * times;
    if (below_) spread_ = (digit_ - *below_) * times;
    end_section();
    at_ += one.size();
    return true;
  }

  /// 三万五千, 三亿五千万: 万 and 亿 are part of the number where numerals follow.
  bool read_large(std::string_view one) {
    const std::string_view next = character(text_.substr(at_ + one.size()));
    if (count_ == 0 || chinese_digit(next) < 0 || below_ || spread_ > 0) return false;
    const std::int64_t part = sum_.section + (digit_ < 0 ? 0 : digit_);
    if (one == "亿") {
      if (part >= hundred_million) return false;
      sum_.hundred_millions = part;
    } else {
      if (part >= ten_thousand) return false;
      sum_.ten_thousands += part * ten_thousand;
    }
    sum_.section = 0;
    end_section();
    at_ += one.size();
    return true;
  }

  void end_section() {
    digit_ = -1;
    below_.reset();
    digits_only_ = false;
  }

  void finish(scanned& found) {
    if (digits_only_ && count_ > 2) below_.reset();  // 二〇一二, digit by digit
    if (below_) spread_ = digit_ - *below_;
    std::int64_t value = sum_.ten_thousands + sum_.section + (digit_ < 0 ? 0 : digit_);
    if (digits_only_ && count_ > 1 && !below_) value = sum_.row;
    if (sum_.hundred_millions > 0 && sum_.ten_thousands == 0 && text_.substr(at_).starts_with("万")) {
      found.what.value = decimal{sum_.hundred_millions * ten_thousand + value, 4};
      found.what.unit.over_ten_thousand = true;
      return;
    }
    value += sum_.hundred_millions * hundred_million;
    const int decimals = spread_ > 0 ? 0 : read_decimals(value);
    found.what.value = decimal{value - spread_, decimals};
    if (spread_ > 0) found.what.upper = decimal{value, 0};
  }

  /// 三点五: adds the digits behind 点 to a value, and says how many there are.
  int read_decimals(std::int64_t& value) {
    if (!text_.substr(at_).starts_with("点")) return 0;
    std::size_t behind = at_ + std::string_view{"点"}.size();
    std::int64_t fraction = 0;
    int decimals = 0;
    for (; behind < text_.size() && decimals < 4; ++decimals) {
      const std::string_view one = character(text_.substr(behind));
      const int next = chinese_digit(one);
      if (next < 0) break;
      fraction = fraction * 10 + next;
      behind += one.size();
    }
    if (decimals == 0 || value > hundred_million) return 0;
    value = value * detail::power_of_ten(decimals) + fraction;
    at_ = behind;
    return decimals;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  struct {
    std::int64_t hundred_millions = 0, ten_thousands = 0, section = 0;
    std::int64_t row = 0;  ///< 二〇一九 read digit by digit
  } sum_;
  std::int64_t spread_ = 0;
  int digit_ = -1, count_ = 0;
  std::optional<int> below_;  ///< the first of two neighbours: 2 of 两三
  bool digits_only_ = true;
};

}  // namespace

bool is_numeral(std::string_view one) {
  static const character_set all{U"零一二三四五六七八九十百千万亿两〇"};
  return one.size() == 3 && all.holds(code_point(one));
}

int chinese_digit(std::string_view one) {
  for (std::size_t i = 0; i < ones.size(); ++i)
    if (one == ones[i]) return static_cast<int>(i);
  if (one == "〇" || one == "○") return 0;  // 二○二五年 as many write it
  return one == "两" ? 2 : -1;
}

std::optional<scanned> scan_chinese(std::string_view text) { return numeral_scanner{text}.run(); }

namespace {

constexpr std::string_view parts = "分之";

/// 100 times a over b; nothing where no decimal of a few digits is it.
std::optional<decimal> in_percent(decimal a, std::int64_t b) {
  if (a.digits() > 1'000'000'000 || a.decimals() > 6) return std::nullopt;
  std::int64_t digits = a.digits();
  int decimals = a.decimals() - 2;
  for (int more = 0; more < 8; ++more, digits *= 10, ++decimals)
    if (digits % b == 0) {
      const std::int64_t value = digits / b;
      return decimals >= 0 ? decimal{value, decimals}
                           : decimal{value * detail::power_of_ten(-decimals), 0};
    }
  return std::nullopt;
}

scanned told(decimal above, std::int64_t below, std::size_t length) {
  scanned found;
  found.length = length;
  found.what.form = form::percent;
  found.what.written.fraction = true;
  if (const auto value = in_percent(above, below))
    found.what.value = *value;
  else
    found.what.written.too_large = true;
  return found;
}

/// 3/4, but not 3/4/2019, 3/4月, 13/14号线.
std::optional<scanned> scan_slash(std::string_view text) {
  const auto above = scan_digits(text);
  if (!above || above->length > 2 || !text.substr(above->length).starts_with('/')) return {};
  const std::string_view rest = text.substr(above->length + 1);
  const auto below = scan_digits(rest);
  if (!below || below->length > 2 || below->what.value.decimals() > 0 ||
      above->what.value.decimals() > 0 || !(above->what.value < below->what.value) ||
      above->what.value.digits() == 0)
    return {};
  const std::string_view behind = rest.substr(below->length);
  if (starts_with_any(behind, {"/", "-", ".", "月", "日", "号", "年"}) ||
      (!behind.empty() && is_letter(behind.front())))
    return {};
  return told(above->what.value, below->what.value.digits(), above->length + 1 + below->length);
}

}  // namespace

std::optional<scanned> scan_either(std::string_view text) {
  auto found = scan_chinese(text);
  return found ? found : scan_digits(text);
}

std::optional<scanned> scan_percent_in_words(std::string_view text) {
  if (!starts_with_any(text, {"百分之", "千分之"})) return std::nullopt;
  const std::size_t lead = std::string_view{"百分之"}.size();
  auto found = scan_either(text.substr(lead));
  if (!found) return std::nullopt;
  found->what.form = form::percent;
  found->length += lead;
  return found;
}

std::optional<scanned> scan_fraction(std::string_view text) {
  if (text.empty() || starts_with_any(text, {"百分之", "千分之"})) return {};
  std::int64_t below = 0;
  std::size_t at = 0;
  if (auto number = is_digit(text.front()) ? scan_digits(text) : scan_chinese(text)) {
    if (number->what.written.too_large || number->what.value.decimals() > 0) return {};
    below = number->what.value.digits();
    at = number->length;
  }
  if (below > 1000) return {};
  if (text.substr(at).starts_with("万")) {
    below = (at == 0 ? 1 : below) * 10'000;
    at += std::string_view{"万"}.size();
  }
  if (below < 2 || !text.substr(at).starts_with(parts))
    return is_digit(text.front()) ? scan_slash(text) : std::nullopt;
  at += parts.size();
  const std::string_view rest = text.substr(at);
  auto above = scan_chinese(rest);
  if (!above) above = scan_digits(rest);
  if (!above || above->what.written.too_large || above->what.value.digits() == 0) return {};
  scanned found = told(above->what.value, below, at + above->length);
  found.what.written.chinese = above->what.written.chinese;
  return found;
}

}  // namespace kebi::grammar
