#include "tokens.hpp"

#include <array>
#include <optional>

#include "utf8.hpp"

namespace kebi::grammar {
namespace {

struct scanned {
  numeral what;
  std::size_t length = 0;
};

/// Digits with thousands marks and a point, at the start of a text.
std::optional<scanned> scan_digits(std::string_view text) {
  std::size_t at = 0;
  std::int64_t digits = 0;
  int decimals = 0;
  bool too_large = false;
  const auto take = [&] {
    std::size_t count = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++count) {
      if (digits >= detail::power_of_ten(decimal::most_digits - 1)) too_large = true;
      else digits = digits * 10 + (text[at] - '0');
    }
    return count;
  };
  std::size_t group = take();
  if (group == 0) {
    if (text.size() < 2 || text[0] != '.' || !is_digit(text[1])) return std::nullopt;
  }
  while (group <= 3 && group > 0 && at + 3 < text.size() + 0 && text[at] == ',' &&
         is_digit(text[at + 1]) && is_digit(text[at + 2]) && at + 3 < text.size() &&
         is_digit(text[at + 3]) && !(at + 4 < text.size() && is_digit(text[at + 4]))) {
    ++at;
    group = take();
  }
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    ++at;
    decimals = static_cast<int>(take());
    if (decimals > decimal::most_digits) too_large = true;
  } else if (text.substr(at).starts_with("。")) {  // 76。7%
    std::size_t behind = at + 3;
    while (behind < text.size() && is_digit(text[behind])) ++behind;
    if (behind > at + 3 && behind <= at + 5 && text.substr(behind).starts_with("%")) {
      at += 3;
      decimals = static_cast<int>(take());
    }
  }
  scanned found;
  found.length = at;
  found.what.too_large = too_large;
  if (!too_large) found.what.value = decimal{digits, decimals};
  return found;
}

constexpr std::array<std::string_view, 10> ones{"零", "一", "二", "三", "四",
                                                "五", "六", "七", "八", "九"};

int chinese_digit(std::string_view one) {
  for (std::size_t i = 0; i < ones.size(); ++i)
    if (one == ones[i]) return static_cast<int>(i);
  if (one == "〇") return 0;
  if (one == "两") return 2;
  return -1;
}

/// A number in Chinese numerals up to 九千九百九十九, with decimals behind 点; 万 and 亿
/// belong to the unit unless more numerals follow them.
std::optional<scanned> scan_chinese(std::string_view text) {
  std::size_t at = 0;
  std::int64_t total = 0, section = 0, digit = -1;
  bool any = false, digits_only = true;
  std::int64_t row = 0;  // 二〇一九 read digit by digit
  std::size_t count = 0;
  while (at < text.size() && count < 12) {
    const std::string_view one = character(text.substr(at));
    if (const int value = chinese_digit(one); value >= 0) {
      digit = value;
      row = row * 10 + value;
    } else if (one == "十" || one == "百" || one == "千") {
      const std::int64_t times = one == "十" ? 10 : one == "百" ? 100 : 1000;
      // 千克 and 千瓦 are units; a bare 千 starts no number before them.
      if (!any && unit_length(text.substr(at)) > 0 &&
          (text.substr(at).starts_with("千瓦") || text.substr(at).starts_with("千克") ||
           text.substr(at).starts_with("千米") || text.substr(at).starts_with("千伏")))
        break;
      section += (digit < 0 ? 1 : digit) * times;
      digit = -1;
      digits_only = false;
    } else if (one == "万") {
      // 三万五千: the 万 is part of the number where numerals follow.
      const std::string_view next = character(text.substr(at + one.size()));
      if (!any || (chinese_digit(next) < 0)) break;
      total = (total + section + (digit < 0 ? 0 : digit)) * 10'000;
      section = 0;
      digit = -1;
      digits_only = false;
    } else {
      break;
    }
    any = true;
    at += one.size();
    ++count;
  }
  if (!any) return std::nullopt;
  std::int64_t value = digits_only && count > 1 ? row : total + section + (digit < 0 ? 0 : digit);
  int decimals = 0;
  if (text.substr(at).starts_with("点")) {
    std::size_t behind = at + std::string_view{"点"}.size();
    std::int64_t fraction = 0;
    while (behind < text.size() && decimals < 4) {
      const std::string_view one = character(text.substr(behind));
      const int next = chinese_digit(one);
      if (next < 0) break;
      fraction = fraction * 10 + next;
      ++decimals;
      behind += one.size();
    }
    if (decimals > 0) {
      value = value * detail::power_of_ten(decimals) + fraction;
      at = behind;
    }
  }
  scanned found;
  found.what.value = decimal{value, decimals};
  found.what.chinese = true;
  found.length = at;
  return found;
}

/// Where the unit of a number stands, and what it makes of it.
void add_unit(std::string_view text, std::size_t& at, numeral& n) {
  for (const std::string_view more : {"余", "多"}) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with(more) || unit_length(rest.substr(more.size())) == 0) continue;
    n.more = true;
    at += more.size();
    break;
  }
  const std::string_view rest = text.substr(at);
  std::size_t length = unit_length(rest);
  // 一万余次: the multiplier stands before 余, the rest of the unit behind it.
  n.unit_begin = static_cast<std::uint32_t>(at);
  if (!n.more && length > 0) {
    for (const std::string_view more : {"余", "多"}) {
      const std::string_view behind = rest.substr(length);
      const std::size_t second = behind.starts_with(more) ? unit_length(behind.substr(more.size())) : 0;
      if (second == 0) continue;
      n.more = true;
      length += more.size() + second;
      break;
    }
  }
  n.unit_end = static_cast<std::uint32_t>(at + length);
  at += length;
  const std::string_view unit = text.substr(n.unit_begin, length);
  if (unit == "%" || unit == "‰") n.form = form::percent;
  else if (unit.ends_with("百分点") || unit.ends_with("千分点")) n.form = form::points;
  else if (unit == "倍") n.form = form::times;
  else if (unit == "成") n.form = form::tenths;
}

/// Numbers in Chinese numerals that are no part of a word: in front of a unit.
bool is_measured(const numeral& n, std::string_view unit, std::size_t characters) {
  if (n.form == form::percent || n.form == form::points || n.form == form::tenths ||
      n.form == form::times)
    return true;
  if (unit.empty()) return false;
  if (characters > 1 || n.value.decimals() > 0) return true;
  if (unit.starts_with("万") || unit.starts_with("亿") || unit.ends_with("元") || n.more) return true;
  return unit == "吨" || unit == "亩" || unit == "公里" || unit == "公斤" ||
         (n.value.digits() == 2 && (unit == "家" || unit == "个" || unit == "处" || unit == "项" || unit == "名"));
}

class cutter {
 public:
  cutter(const folded& source, std::size_t begin, std::size_t end)
      : text_{std::string_view{source.text()}.substr(0, end)}, at_{begin} {
    result_.all.reserve((end - begin) / 6 + 4);
  }

  tokens run() {
    while (at_ < text_.size()) {
      if (read_number() || read_letters()) continue;
      if (const std::size_t length = read_span()) {
        at_ += length;
        continue;
      }
      const std::string_view rest = text_.substr(at_);
      if (const entry* found = longest_word(rest)) {
        add(found->is, found->sense, found->spelling.size(), found->tight);
        continue;
      }
      if (read_chinese_number()) continue;
      add(word::text, 0, character(rest).size());
    }
    settle();
    return std::move(result_);
  }

 private:
  void add(word is, std::int8_t sense, std::size_t length, bool tight = false, std::uint32_t at = 0) {
    const auto begin = static_cast<std::uint32_t>(at_), end = static_cast<std::uint32_t>(at_ + length);
    at_ += length;
    if (is == word::text && !result_.all.empty() && result_.all.back().is == word::text &&
        result_.all.back().end == begin) {
      result_.all.back().end = end;
      return;
    }
    if (tight) tight_.push_back(result_.all.size());
    result_.all.push_back({is, sense, begin, end, at});
  }

  bool after_number() const {
    return !result_.all.empty() && result_.all.back().is == word::number;
  }

  void add_number(const numeral& n, std::size_t length) {
    result_.numbers.push_back(n);
    add(word::number, 0, length, false, static_cast<std::uint32_t>(result_.numbers.size() - 1));
  }

  bool read_number() {
    const std::string_view rest = text_.substr(at_);
    std::size_t sign = 0;
    bool minus = false;
    if (rest.front() == '-' || rest.front() == '+') {
      const char before = at_ > 0 ? text_[at_ - 1] : '\n';
      if (rest.size() < 2 || !(is_digit(rest[1]) || rest[1] == '.') || is_digit(before) ||
          is_letter(before) || after_number())
        return false;
      minus = rest.front() == '-';
      sign = 1;
    } else if (!is_digit(rest.front()) && rest.front() != '.') {
      return false;
    }
    if (sign == 0) {
      if (const std::size_t length = read_span()) {
        at_ += length;
        return true;
      }
    }
    auto found = scan_digits(rest.substr(sign));
    if (!found) return false;
    std::size_t end = at_ + sign + found->length;
    // 每万人口, 每100元: what a figure is told for.
    if (at_ >= 3 && text_.substr(at_ - 3, 3) == "每") {
      numeral unused;
      std::size_t past = end;
      add_unit(text_, past, unused);
      add(word::text, 0, past - at_);
      return true;
    }
    // 1+12+X, 13-04地块, 5G, 3A: digits inside a name.
    if (is_name(end)) {
      std::size_t length = end - at_;
      while (at_ + length < text_.size()) {
        const char c = text_[at_ + length];
        const bool joins = (c == '+' || c == '-') && at_ + length + 1 < text_.size() &&
                           (is_digit(text_[at_ + length + 1]) || is_letter(text_[at_ + length + 1]));
        if (!is_digit(c) && !is_letter(c) && !joins) break;
        ++length;
      }
      add(word::text, 0, length);
      return true;
    }
    if (minus && !found->what.too_large) found->what.value = -found->what.value;
    add_unit(text_, end, found->what);
    add_number(found->what, end - at_);
    return true;
  }

  bool is_name(std::size_t end) const {
    if (end >= text_.size()) return false;
    const char next = text_[end];
    if (is_letter(next)) return unit_length(text_.substr(end)) == 0;
    return next == '+' && end + 1 < text_.size() && (is_digit(text_[end + 1]) || is_letter(text_[end + 1]));
  }

  /// A word in letters, with the digits that belong to it: PM2.5, G1A-04, GDP.
  bool read_letters() {
    if (!is_letter(text_[at_])) return false;
    std::size_t length = 0;
    while (at_ + length < text_.size() && is_letter(text_[at_ + length])) ++length;
    const std::string_view letters = text_.substr(at_, length);
    const bool measure = letters == "GDP" || letters == "CPI" || letters == "PPI" || letters == "PMI";
    while (!measure && at_ + length < text_.size()) {
      const char c = text_[at_ + length];
      const bool joins = (c == '.' || c == '-' || c == '+') && at_ + length + 1 < text_.size() &&
                         (is_digit(text_[at_ + length + 1]) || is_letter(text_[at_ + length + 1]));
      if (!is_digit(c) && !is_letter(c) && !joins) break;
      ++length;
    }
    add(word::text, 0, length);
    return true;
  }

  std::size_t read_span() {
    const std::string_view rest = text_.substr(at_);
    // The words that spans start with, to leave the rest of the text alone.
    const char32_t first = code_point(character(rest));
    if (!is_digit(rest.front()) && rest.front() != '"' &&
        std::u32string_view{U"上下全整年前第一二三四五六七八九十截今本当去明来同单"}.find(first) ==
            std::u32string_view::npos)
      return 0;
    auto found = scan_span(rest);
    if (!found) return 0;
    std::size_t length = found->length;
    // 全年 and the like inside longer words of the lexicon stay there.
    if (const entry* longer = longest_word(rest); longer && longer->spelling.size() > length) return 0;
    result_.spans.push_back(*found);
    result_.all.push_back({word::period, 0, static_cast<std::uint32_t>(at_),
                           static_cast<std::uint32_t>(at_ + length),
                           static_cast<std::uint32_t>(result_.spans.size() - 1)});
    return length;
  }

  bool read_chinese_number() {
    const std::string_view rest = text_.substr(at_);
    struct part {
      std::string_view words, unit;
    };
    for (const part& each : {part{"百分之", "%"}, part{"千分之", "‰"}}) {
      if (!rest.starts_with(each.words)) continue;
      const std::string_view number = rest.substr(each.words.size());
      auto found = scan_chinese(number);
      if (!found) found = scan_digits(number);
      if (!found) return false;
      found->what.form = form::percent;
      // The unit is in the words before the number; 百分之 is told from 千分之 by its place.
      found->what.unit_begin = static_cast<std::uint32_t>(at_);
      found->what.unit_end = static_cast<std::uint32_t>(at_ + 3);
      add_number(found->what, each.words.size() + found->length);
      return true;
    }
    const bool ordinal = rest.starts_with("第");
    const std::size_t lead = ordinal ? std::string_view{"第"}.size() : 0;
    if (ordinal) {
      auto found = scan_chinese(rest.substr(lead));
      if (!found) found = scan_digits(rest.substr(lead));
      if (!found) return false;
      std::size_t end = at_ + lead + found->length;
      const std::string_view behind = text_.substr(end);
      if (const entry* longer = longest_word(rest); longer && longer->spelling.size() > end - at_) return false;
      found->what.form = form::ordinal;
      found->what.unit_begin = found->what.unit_end = static_cast<std::uint32_t>(end);
      if (behind.starts_with("位") || behind.starts_with("名")) {
        end += 3;
        found->what.unit_end = static_cast<std::uint32_t>(end);
      }
      add_number(found->what, end - at_);
      return true;
    }
    auto found = scan_chinese(rest);
    const bool after_bound = !result_.all.empty() &&
                             (result_.all.back().is == word::before || result_.all.back().is == word::reach ||
                              result_.all.back().is == word::to || result_.all.back().is == word::hold);
    if (!found && after_bound && (rest.starts_with("万") || rest.starts_with("亿"))) {
      found = scanned{};  // 突破万亿元: one of them
      found->what.value = decimal{1};
      found->what.chinese = true;
    }
    if (!found) return false;
    std::size_t end = at_ + found->length;
    const std::size_t characters = found->length / 3;
    add_unit(text_, end, found->what);
    if (at_ >= 3 && text_.substr(at_ - 3, 3) == "每") {
      add(word::text, 0, end - at_);
      return true;
    }
    const std::string_view unit =
        text_.substr(found->what.unit_begin, found->what.unit_end - found->what.unit_begin);
    if (!is_measured(found->what, unit, characters) && !(characters == 0 && !unit.empty())) return false;
    add_number(found->what, end - at_);
    return true;
  }

  /// Words that count only beside others become text where those are missing.
  void settle() {
    auto& all = result_.all;
    const auto means = [&](std::size_t i) {
      if (i >= all.size()) return false;
      switch (all[i].is) {
        case word::text: case word::comma: case word::list: case word::stop: case word::joint:
        case word::colon: case word::open: case word::close: case word::dash: case word::quote:
        case word::share: case word::part_of: case word::of: case word::goal: case word::assigned:
        case word::among: case word::speed: case word::decline: case word::contribution:
          return false;
        case word::period:
          return false;
        default: return true;
      }
    };
    for (std::size_t k = tight_.size(); k-- > 0;) {
      const std::size_t i = tight_[k];
      token& t = all[i];
      bool keeps = means(i + 1);
      switch (t.is) {
        case word::high: case word::low:
          keeps = i + 1 < all.size() && (all[i + 1].is == word::number || all[i + 1].is == word::before ||
                                         all[i + 1].is == word::each);
          break;
        case word::after:
          keeps = i > 0 && (all[i - 1].is == word::number || all[i - 1].is == word::goal ||
                            all[i - 1].is == word::assigned);
          break;
        case word::before:
          keeps = i + 1 < all.size() && (all[i + 1].is == word::number || all[i + 1].is == word::part_of ||
                                         all[i + 1].is == word::two_digit || all[i + 1].is == word::reach);
          break;
        case word::to:
          keeps = keeps || (i > 0 && (all[i - 1].is == word::rise || all[i - 1].is == word::fall || all[i - 1].is == word::narrow || all[i - 1].is == word::widen)) || (i + 1 < all.size() && all[i + 1].is == word::period); break;
        case word::rank: keeps = true; break;
        case word::with: keeps = true; break;
        case word::reach: keeps = keeps || (i + 1 < all.size() && all[i + 1].is == word::period); break;
        case word::contribution: keeps = i + 1 < all.size() && (all[i + 1].is == word::number || all[i + 1].is == word::before); break;
        case word::status:
          keeps = keeps || (i + 1 < all.size() && all[i + 1].is == word::period);
          break;
        case word::times_of: keeps = i + 1 < all.size() && (all[i + 1].is == word::number || all[i + 1].is == word::period); break;
        default: break;
      }
      if (!keeps) t.is = word::text;
    }
  }

  std::string_view text_;
  std::size_t at_;
  tokens result_;
  std::vector<std::size_t> tight_;
};

}  // namespace

tokens tokenize(const folded& text, std::size_t begin, std::size_t end) {
  return cutter{text, begin, end}.run();
}

std::string unit_of(const folded& text, const numeral& n) {
  if (n.unit_begin == n.unit_end) return {};
  const std::string_view words =
      std::string_view{text.text()}.substr(n.unit_begin, n.unit_end - n.unit_begin);
  if (n.form == form::percent) return words == "%" || words == "百" ? "%" : "‰";
  if (n.form == form::points) return words.find("千分点") != std::string_view::npos ? "个千分点" : "个百分点";
  std::string printed = text.printed(n.unit_begin, n.unit_end);
  const auto drop = [&](std::string_view part) {
    if (const std::size_t at = printed.find(part); at != std::string::npos) printed.erase(at, part.size());
  };
  if (printed.size() > 12 || words == "元人民币") drop("人民币"), drop("人民幣");
  if (n.more) drop("余"), drop("多"), drop("餘");
  for (const std::string_view power : {"m2", "m3"})  // a unit holds no digits
    for (std::size_t at = printed.find(power); at != std::string::npos; at = printed.find(power, at))
      printed.replace(at + 1, 1, power == "m2" ? "²" : "³");
  return printed;
}

}  // namespace kebi::grammar
