#include "tokens.hpp"

#include <optional>
#include <utility>

#include "character_set.hpp"
#include "numerals.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

/// The characters that numbers in digits, with their signs, start with.
bool starts_number(char32_t c) {
  static const character_set starts{U"0123456789.+-负▼▽↓"};
  return starts.holds(c);
}
/// The characters that the words of spans start with.
bool starts_span(char32_t c) {
  static const character_set starts{U"上下全整年前第一二三四五六七八九十截今本当去明来同单半\"0123456789"};
  return starts.holds(c);
}
bool starts_chinese_number(char32_t c) {
  static const character_set starts{U"零〇一二三四五六七八九十百千万亿两第"};
  return starts.holds(c);
}

class cutter {
 public:
  cutter(const folded& source, std::size_t begin, std::size_t end)
      : text_{std::string_view{source.text()}.substr(0, end)}, at_{begin} {
    result_.all.reserve((end - begin) / 6 + 4);
  }

  tokens run() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      const std::string_view one = character(rest);
      const char32_t c = code_point(one);
      if (starts_number(c) && read_number()) continue;
      if (c < 0x80 && read_letters()) continue;
      if (starts_span(c))
        if (const std::size_t length = read_span()) {
          at_ += length;
          continue;
        }
      if (const entry* found = starts_word(c) ? longest_word(rest) : nullptr) {
        // 负增长2% is a fall by 2%.
        const std::size_t behind = text_.find_first_not_of(' ', at_ + found->spelling.size());
        const bool counted = found->is == word::negative && behind != std::string_view::npos && is_digit(text_[behind]);
        add(counted ? word::fall : found->is, found->sense, found->spelling.size(), found->tight);
        continue;
      }
      if (starts_chinese_number(c) && read_chinese_number()) continue;
      add(word::text, 0, one.size());
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
    if (n.form == form::plain) absorb_multipliers(text_, result_.numbers.back());
    add(word::number, 0, length, false, static_cast<std::uint32_t>(result_.numbers.size() - 1));
  }

  /// A minus at the start of a cell that is told by a word or an arrow, or has a blank
  /// behind it: - 0.9%, 负0.9%, ▼2%.
  std::size_t leading_minus(std::string_view rest) const {
    if (at_ != 0 && text_[at_ - 1] != '\n' && text_[at_ - 1] != '\t' && text_[at_ - 1] != '|') return 0;
    for (const std::string_view mark : {"-", "负", "▼", "▽", "↓"}) {
      if (!rest.starts_with(mark)) continue;
      const std::size_t number = rest.find_first_not_of(' ', mark.size());
      const bool spaced = mark != "-" || number != mark.size();
      return spaced && number != std::string_view::npos && is_digit(rest[number]) ? number : 0;
    }
    return 0;
  }

  bool read_number() {
    const std::string_view rest = text_.substr(at_);
    std::size_t sign = leading_minus(rest);
    bool minus = sign > 0;
    if (minus) {
      // Taken as it stands: nothing comes before it.
    } else if (rest.front() == '-' || rest.front() == '+') {
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

  /// Whether a place follows 居, 列 or 排: 列全省第3位, as against 列省重大项目.
  bool ranks(std::size_t i) const {
    const auto& all = result_.all;
    for (std::size_t k = i + 1; k < all.size() && k < i + 8; ++k) {
      if (all[k].is == word::first_place) return true;
      if (all[k].is == word::comma || all[k].is == word::stop) return false;
      if (all[k].is != word::number) continue;
      const numeral& n = result_.numbers[all[k].at];
      const std::string_view unit = text_.substr(n.unit_begin, n.unit_end - n.unit_begin);
      if (n.form == form::ordinal || unit == "位" || unit == "名") return true;
    }
    return false;
  }

  /// 差全省平均水平3.6个百分点: less than what is named.
  bool lacks(std::size_t i) const {
    const auto& all = result_.all;
    const bool starts = i == 0 || all[i - 1].is == word::comma || all[i - 1].is == word::stop || all[i - 1].is == word::adverb;
    return starts && i + 1 < all.size() && names_reference(text_.substr(all[i + 1].begin));
  }

  /// Whether a text starts with what figures are compared with.
  static bool names_reference(std::string_view text) {
    for (const std::string_view named : {"时序", "序时", "时间", "进度", "计划", "目标", "预期", "预算", "年初", "年度", "全国", "全省", "全市", "上年", "去年", "平均"})
      if (text.starts_with(named)) return true;
    return false;
  }

  /// 超计划8.8亿元, 超序时进度3个百分点: more than what is named, as against 超500亿元.
  bool is_comparison(std::size_t i) const {
    const auto& all = result_.all;
    const auto shown = [&](std::size_t k) { return text_.substr(all[k].begin, all[k].end - all[k].begin); };
    if (shown(i) != "超" || i + 1 >= all.size()) return false;
    if (all[i + 1].is == word::goal || all[i + 1].is == word::assigned) return true;
    return names_reference(shown(i + 1));
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
          if (is_comparison(i)) {
            t.is = word::higher;
            keeps = true;
            break;
          }
          keeps = i + 1 < all.size() && (all[i + 1].is == word::number || all[i + 1].is == word::part_of ||
                                         all[i + 1].is == word::two_digit || all[i + 1].is == word::reach);
          break;
        case word::to:
          keeps = keeps || (i > 0 && (all[i - 1].is == word::rise || all[i - 1].is == word::fall || all[i - 1].is == word::narrow || all[i - 1].is == word::widen)) || (i + 1 < all.size() && all[i + 1].is == word::period); break;
        case word::rank: keeps = ranks(i); break;
        case word::lower: keeps = lacks(i); break;
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
    if (tight_.empty()) return;
    std::size_t to = 0;  // text that was parted by them is one again
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (to > 0 && all[i].is == word::text && all[to - 1].is == word::text && all[to - 1].end == all[i].begin) {
        all[to - 1].end = all[i].end;
      } else {
        all[to++] = all[i];
      }
    }
    all.resize(to);
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

std::optional<unit> unit_named(std::string_view words) {
  if (words.empty()) return std::nullopt;
  try {
    return unit{words};
  } catch (const error&) {
    return std::nullopt;  // digits in it, or a scale that no figure has
  }
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
