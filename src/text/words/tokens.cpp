#include "text/words/tokens.hpp"

#include <optional>
#include <utility>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/context_words.hpp"
#include "text/words/fractions.hpp"
#include "text/words/numerals.hpp"
#include "text/words/word_reader.hpp"

namespace kebi::grammar {
namespace {

/// The characters that numbers in digits, with their signs, start with.
bool starts_number(char32_t c) {
  static const character_set starts{U"0123456789.+-负▼▽↓"};
  return starts.holds(c);
}
bool starts_chinese_number(char32_t c) {
  static const character_set starts{U"零〇一二三四五六七八九十百千万亿两第"};
  return starts.holds(c);
}

/// A number in digits or in Chinese numerals.
std::optional<scanned> scan_either(std::string_view text) {
  auto found = scan_chinese(text);
  return found ? found : scan_digits(text);
}

/// Cuts a text into words from its start on: numbers, times, words of the lexicon, and text.
class cutter {
 public:
  cutter(const folded& source, std::size_t begin, std::size_t end, const vocabulary& known)
      : known_{known}, text_{std::string_view{source.text()}.substr(0, end)}, at_{begin} {
    result_.known = &known;
    result_.all.reserve((end - begin) / 6 + 4);
  }

  tokens run() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      const std::string_view one = character(rest);
      const char32_t c = code_point(one);
      if (starts_number(c) && read_number()) continue;
      if (c < 0x80 && read_letters()) continue;
      if (known_.starts_period(c))
        if (const std::size_t length = read_span()) {
          at_ += length;
          continue;
        }
      if (const entry* found = known_.starts_word(c) ? known_.longest_word(rest) : nullptr) {
        // 负增长2% is a fall by 2%.
        const std::size_t behind = text_.find_first_not_of(' ', at_ + found->spelling.size());
        const bool counted = found->is == word::negative && behind != std::string_view::npos &&
                             is_digit(text_[behind]);
        add(counted ? word::fall : found->is, found->sense, found->spelling.size(), found->tight);
        continue;
      }
      if (starts_chinese_number(c) && read_chinese_number()) continue;
      add(word::text, 0, one.size());
    }
    settle_tight_words(text_, result_, tight_);
    return std::move(result_);
  }

 private:
  void add(word is, std::int8_t sense, std::size_t length, bool tight = false,
           std::uint32_t at = 0) {
    const auto begin = static_cast<std::uint32_t>(at_),
               end = static_cast<std::uint32_t>(at_ + length);
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
    const bool starts =
        at_ == 0 || text_[at_ - 1] == '\n' || text_[at_ - 1] == '\t' || text_[at_ - 1] == '|';
    const bool reached = !result_.all.empty() && result_.all.back().is == word::reach;  // 为负3.2%
    for (const std::string_view mark : {"-", "负", "▼", "▽", "↓"}) {
      if (!rest.starts_with(mark) || !(starts || (reached && mark == "负"))) continue;
      const std::size_t number = rest.find_first_not_of(' ', mark.size());
      const bool spaced = mark != "-" || number != mark.size();
      return spaced && number != std::string_view::npos && is_digit(rest[number]) ? number : 0;
    }
    return 0;
  }

  /// 四分之三, 万分之5; 3/4 where it is told of something: the digits of names are no shares.
  bool read_fraction() {
    const std::string_view rest = text_.substr(at_);
    auto found = scan_fraction(rest);
    if (!found) return false;
    const char before = at_ > 0 ? text_[at_ - 1] : '\n';
    const word last = result_.all.empty() ? word::stop : result_.all.back().is;
    const bool said = last == word::of || last == word::share || last == word::reach ||
                      last == word::before || last == word::rise || last == word::fall;
    const bool slash = rest.substr(0, found->length).find('/') != std::string_view::npos;
    if (slash && (!said || is_digit(before))) return false;
    // The unit is in the words, as those of 百分之 are.
    found->what.unit.begin = static_cast<std::uint32_t>(at_);
    found->what.unit.end = static_cast<std::uint32_t>(at_ + found->length);
    add_number(found->what, found->length);
    return true;
  }

  bool read_number() {
    if (is_digit(text_[at_]) && read_fraction()) return true;
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
    if (is_per()) {
      numeral unused;
      std::size_t past = end;
      add_unit(text_, past, unused, known_);
      add(word::text, 0, past - at_);
      return true;
    }
    // 1+12+X, 13-04地块, 5G, 3A: digits inside a name.
    if (is_name(end)) {
      add(word::text, 0, end_of_name(text_, end, "+-") - at_);
      return true;
    }
    if (minus && !found->what.too_large) found->what.value = -found->what.value;
    add_unit(text_, end, found->what, known_);
    add_number(found->what, end - at_);
    return true;
  }

  bool is_name(std::size_t end) const {
    if (end >= text_.size()) return false;
    const char next = text_[end];
    if (is_letter(next)) return known_.unit_length(text_.substr(end)) == 0;
    return next == '+' && end + 1 < text_.size() &&
           (is_digit(text_[end + 1]) || is_letter(text_[end + 1]));
  }

  /// A word in letters, with the digits that belong to it: PM2.5, G1A-04, GDP.
  bool read_letters() {
    if (!is_letter(text_[at_])) return false;
    std::size_t length = 0;
    while (at_ + length < text_.size() && is_letter(text_[at_ + length])) ++length;
    const std::string_view letters = text_.substr(at_, length);
    const bool measure =
        letters == "GDP" || letters == "CPI" || letters == "PPI" || letters == "PMI";
    add(word::text, 0, measure ? length : end_of_name(text_, at_ + length, ".-+") - at_);
    return true;
  }

  std::size_t read_span() {
    const std::string_view rest = text_.substr(at_);
    auto found = scan_span(rest, known_);
    if (!found) return 0;
    std::size_t length = found->length;
    // 全年 and the like inside longer words of the lexicon stay there.
    if (const entry* longer = known_.longest_word(rest); longer && longer->spelling.size() > length)
      return 0;
    result_.spans.push_back(*found);
    result_.all.push_back({word::period, 0, static_cast<std::uint32_t>(at_),
                           static_cast<std::uint32_t>(at_ + length),
                           static_cast<std::uint32_t>(result_.spans.size() - 1)});
    return length;
  }

  bool read_chinese_number() {
    if (read_fraction() || read_percent_in_words()) return true;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("百分之") || rest.starts_with("千分之")) return false;
    return rest.starts_with("第") ? read_ordinal() : read_numerals();
  }

  /// 百分之九, 千分之3.
  bool read_percent_in_words() {
    const std::string_view rest = text_.substr(at_);
    if (!starts_with_any(rest, {"百分之", "千分之"})) return false;
    const std::size_t lead = std::string_view{"百分之"}.size();
    auto found = scan_either(rest.substr(lead));
    if (!found) return false;
    found->what.form = form::percent;
    // The unit is in the words before the number; 百分之 is told from 千分之 by its place.
    found->what.unit.begin = static_cast<std::uint32_t>(at_);
    found->what.unit.end = static_cast<std::uint32_t>(at_ + 3);
    add_number(found->what, lead + found->length);
    return true;
  }

  /// 第4位, 第三.
  bool read_ordinal() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t lead = std::string_view{"第"}.size();
    auto found = scan_either(rest.substr(lead));
    if (!found) return false;
    std::size_t end = at_ + lead + found->length;
    const std::string_view behind = text_.substr(end);
    if (const entry* longer = known_.longest_word(rest);
        longer && longer->spelling.size() > end - at_)
      return false;
    found->what.form = form::ordinal;
    found->what.unit.begin = found->what.unit.end = static_cast<std::uint32_t>(end);
    if (behind.starts_with("位") || behind.starts_with("名")) {
      end += 3;
      found->what.unit.end = static_cast<std::uint32_t>(end);
    }
    add_number(found->what, end - at_);
    return true;
  }

  /// 三万元, 十二家, and 万亿元 behind 突破; numerals inside words are text.
  bool read_numerals() {
    const std::string_view rest = text_.substr(at_);
    auto found = scan_chinese(rest);
    const word last = result_.all.empty() ? word::stop : result_.all.back().is;
    const bool bound = last == word::before || last == word::reach || last == word::to ||
                       last == word::hold;
    if (!found && bound && (rest.starts_with("万") || rest.starts_with("亿"))) {
      found = scanned{};  // 突破万亿元: one of them
      found->what.value = decimal{1};
      found->what.chinese = true;
    }
    if (!found) return false;
    std::size_t end = at_ + found->length;
    const std::size_t characters = found->length / 3;
    add_unit(text_, end, found->what, known_);
    if (is_per()) {
      add(word::text, 0, end - at_);
      return true;
    }
    const std::string_view unit =
        text_.substr(found->what.unit.begin, found->what.unit.end - found->what.unit.begin);
    if (!is_measured(found->what, unit, characters) && !(characters == 0 && !unit.empty()))
      return false;
    add_number(found->what, end - at_);
    return true;
  }

  /// 每万人口, 每100元: what a figure is told for.
  bool is_per() const { return at_ >= 3 && text_.substr(at_ - 3, 3) == "每"; }

  const vocabulary& known_;
  std::string_view text_;
  std::size_t at_;
  tokens result_;
  std::vector<std::size_t> tight_;
};

}  // namespace

tokens tokenize(const folded& text, std::size_t begin, std::size_t end, const vocabulary& known) {
  return cutter{text, begin, end, known}.run();
}

}  // namespace kebi::grammar
