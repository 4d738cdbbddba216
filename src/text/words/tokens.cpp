#include "text/words/tokens.hpp"

#include <optional>
#include <utility>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/dates.hpp"
#include "text/words/context_words.hpp"
#include "text/words/digit_names.hpp"
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
      if (const std::size_t end = c < 0x80 ? end_of_letters(text_, at_) : at_; end > at_) {
        add(word::text, 0, end - at_);
        continue;
      }
      if (known_.starts_period(c)) {
        if (starts_chinese_number(c) && read_quarters()) continue;
        if (const std::size_t length = read_span()) {
          at_ += length;
          continue;
        }
      }
      if (const entry* found = word_at(rest, c)) {
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

  /// The word that a text starts with, but 一倍 of 一倍半 is a number.
  const entry* word_at(std::string_view rest, char32_t c) const {
    const entry* found = known_.starts_word(c) ? known_.longest_word(rest) : nullptr;
    if (!found || (found->is != word::doubled && found->is != word::text)) return found;
    const std::size_t length = found->spelling.size();
    if (found->is == word::text)  // 收入比上年: 收入 is compared
      return found->spelling.ends_with("比") && scan_span(rest.substr(length), known_) ? nullptr
                                                                                     : found;
    if (!rest.substr(length).starts_with("半")) return found;
    return known_.longest_word(rest.substr(0, length - std::string_view{"一倍"}.size()));
  }

  void add_number(const numeral& n, std::size_t length) {
    result_.numbers.push_back(n);
    result_.numbers.back().unit.bare_scale =
        n.form == form::plain && is_only_multipliers(text_.substr(n.unit.begin, n.unit.end - n.unit.begin));
    add(word::number, 0, length, false, static_cast<std::uint32_t>(result_.numbers.size() - 1));
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
    const std::string_view behind = rest.substr(found->length);
    const std::size_t count = result_.all.size();  // 占全国1/3, 1/4的企业
    const bool of_place = count > 1 && result_.all[count - 2].is == word::part_of;
    const bool part = of_place || starts_with_any(behind, {"的", "左右", "以上"});
    if (slash && (!(said || part) || is_digit(before))) return false;
    // The unit is in the words, as those of 百分之 are.
    found->what.unit.begin = static_cast<std::uint32_t>(at_);
    found->what.unit.end = static_cast<std::uint32_t>(at_ + found->length);
    add_number(found->what, found->length);
    return true;
  }

  bool read_number() {
    if (is_digit(text_[at_]) && read_fraction()) return true;
    const std::string_view rest = text_.substr(at_);
    const bool reached = !result_.all.empty() && result_.all.back().is == word::reach;
    std::size_t sign = leading_minus(text_, at_, reached);
    bool minus = sign > 0;
    if (minus) {
      // Taken as it stands: nothing comes before it.
    } else if (rest.front() == '-' || rest.front() == '+') {
      const char before = at_ > 0 ? text_[at_ - 1] : '\n';
      if (rest.size() < 2 || !(is_digit(rest[1]) || rest[1] == '.') || is_digit(before) ||
          is_letter(before) || before == rest.front() || text_.substr(0, at_).ends_with("号") || (!result_.all.empty() && result_.all.back().is == word::number))
        return false;
      word_reader dated{rest, 1};  // ——2026年1月26日
      if (year_in_figures(dated) && dated.sees("年")) return false;
      minus = rest.front() == '-';
      sign = 1;
    } else if (!is_digit(rest.front()) && rest.front() != '.') {
      return false;
    }
    if (sign == 0) {
      if (read_quarters()) return true;
      if (const std::size_t length = read_span()) {
        at_ += length;
        return true;
      }
      if (const std::size_t length = clock_at(text_, at_, known_)) {
        add(word::text, 0, length);
        return true;
      }
    }
    auto found = scan_digits(rest.substr(sign));
    if (!found) return false;
    add_lower_parts(rest.substr(sign), *found);
    std::size_t end = at_ + sign + found->length;
    if (is_per()) {
      numeral unused;
      std::size_t past = end;
      add_unit(text_, past, unused, known_);
      add(word::text, 0, past - at_);
      return true;
    }
    if (const std::size_t name = end_of_digit_name(text_, end, known_); name > 0) {
      add(word::text, 0, name - at_);
      return true;
    }
    if (minus && !found->what.written.too_large) found->what.value = -found->what.value;
    add_unit(text_, end, found->what, known_);
    if (const std::size_t name = end_of_class(text_, end, found->what); name > 0) {
      add(word::text, 0, name - at_);
      return true;
    }
    add_number(found->what, end - at_);
    return true;
  }

  std::size_t read_span() {
    const std::string_view rest = text_.substr(at_);
    auto found = scan_span(rest, known_, may_be_of_republic(text_, at_));
    if (!found) return 0;
    std::size_t length = found->length;
    if (rest.size() > length && is_digit(rest[length - 1]) && is_digit(rest[length])) return 0;
    if (const entry* longer = known_.longest_word(rest); longer && longer->spelling.size() > length)
      return 0;
    add_span(*found, at_, length);
    return length;
  }

  void add_span(const span_words& found, std::size_t at, std::size_t length) {
    result_.spans.push_back(found);
    result_.all.push_back({word::period, 0, static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(at + length),
                           static_cast<std::uint32_t>(result_.spans.size() - 1)});
  }

  /// 一、二、三季度: a span for each.
  bool read_quarters() {
    const bool starts_line = at_ == 0 || text_[at_ - 1] == '\n';
    const listed_quarters found = quarters_listed(text_.substr(at_), starts_line);
    const std::size_t start = at_;
    for (std::size_t k = 0; k < found.count; ++k) {
      if (k > 0) {
        at_ = start + found.end[k - 1];
        add(word::list, 0, found.begin[k] - found.end[k - 1]);
      }
      add_span(found.spans[k], start + found.begin[k], found.end[k] - found.begin[k]);
      at_ = start + found.end[k];
    }
    return found.count > 0;
  }

  bool read_chinese_number() {
    if (read_fraction() || read_percent_in_words()) return true;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("百分之") || rest.starts_with("千分之")) return false;
    return rest.starts_with("第") ? read_ordinal() : read_numerals();
  }

  /// 百分之九, 千分之3. The unit is in the words before the number; the one is told from the other by
  /// its place.
  bool read_percent_in_words() {
    auto found = scan_percent_in_words(text_.substr(at_));
    if (!found) return false;
    found->what.unit.begin = static_cast<std::uint32_t>(at_);
    found->what.unit.end = static_cast<std::uint32_t>(at_ + 3);
    add_number(found->what, found->length);
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
      found->what.written.chinese = true;
    }
    if (!found) return false;
    std::size_t end = at_ + found->length;
    const std::size_t characters = found->length / 3;
    add_unit(text_, end, found->what, known_);
    if (is_per()) {
      add(word::text, 0, end - at_);
      return true;
    }
    if (end_of_class(text_, end, found->what) > 0 || names_rate(text_, at_, end)) return false;
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
