#include "text/normalise/folded.hpp"

#include <algorithm>
#include <utility>

#include "text/normalise/aligned_columns.hpp"
#include "text/normalise/barred_lines.hpp"
#include "text/normalise/character_forms.hpp"
#include "text/normalise/folded_bytes.hpp"
#include "text/normalise/markup.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

/// Whether three digits and no fourth follow: a group of thousands after a blank.
bool at_group(std::string_view text) {
  return text.size() >= 3 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         (text.size() == 3 || !is_digit(text[3]));
}

/// The length of (jì) at the start of a text: a reading in brackets, which some pages put behind
/// characters against copying; 0 where none stands.
std::size_t pinyin_length(std::string_view text) {
  std::size_t at = character(text).size(), letters = 0;
  bool toned = false;
  while (at < text.size() && letters < 7) {
    const std::string_view one = character(text.substr(at));
    const char32_t c = code_point(one);
    const bool accented = one.size() == 2 && ((c >= 0xE0 && c < 0x1E0) || c == 0x251 || c == 0x261);
    if (!accented && !(c >= U'a' && c <= U'z')) break;
    toned = toned || accented;
    at += one.size();
    ++letters;
  }
  const std::string_view close = character(text.substr(at));
  return toned && (close == ")" || close == "）") ? at + close.size() : 0;
}

/// The one form of the character at the start of a text.
char32_t form_of(const forms& all, std::string_view one) {
  const bool stray = one.size() == 1 && static_cast<unsigned char>(one.front()) >= 0x80;
  return stray ? forms::stray : all[code_point(one)];
}

/// The digits that a text ends with: 46 217 goes on behind its blank.
struct digit_run {
  std::size_t length = 0;
  bool grouped = false;  // whether it already holds groups of thousands
};

/// The gaps of tables without mark-up.
std::vector<gap> all_gaps(std::string_view source) {
  std::vector<gap> barred = find_barred_lines(source);
  if (barred.empty()) barred = find_cells_on_lines(source);
  return barred.empty() ? find_blank_rows(source) : barred;
}

/// Reads a source sign by sign into one form: tags, blanks, brackets with readings, all others.
class folder {
 public:
  explicit folder(std::string_view source)
      : source_{source}, gaps_{all_gaps(source)}, out_{source.size()} {}

  void run(std::string& text, std::vector<std::uint32_t>& origin) {
    auto gap = gaps_.begin();
    while (at_ < source_.size()) {
      if (gap != gaps_.end() && gap->begin == at_) {
        if (gap->parts) put(at_, '\t');
        at_ = (gap++)->end;
      } else if (is_digit(source_[at_])) {
        out_.copy(source_.substr(at_, 1), at_);
        ++at_;
        ++digits_.length;
      } else if (!copy_characters(gap == gaps_.end() ? source_.size() : gap->begin)) {
        read_sign();
      }
    }
    out_.finish(text, origin);
  }

  std::vector<folded::aside> asides;

 private:
  std::string_view rest() const { return source_.substr(at_); }

  void put(std::size_t from, char c, std::size_t times = 1) {
    out_.put(c, from, times, source_.size() - from);
    digits_.length = 0;
  }

  /// Most of a text: characters of three bytes that stand for themselves, up to a place.
  bool copy_characters(std::size_t until) {
    const std::size_t here = at_;
    while (until - at_ >= 3 && character_length(source_[at_]) == 3) {
      const std::string_view one = source_.substr(at_, 3);
      const char32_t c = code_point(one);
      if (c < 0x3400 || forms_[c] != c || character(one).size() != 3) break;
      at_ += 3;
    }
    if (at_ == here) return false;
    out_.copy_threes(source_.substr(here, at_ - here), here);
    digits_ = {};
    return true;
  }

  void read_sign() {
    const std::size_t here = at_;
    const std::string_view one = character(rest());
    char32_t c = form_of(forms_, one);
    if (c == U'<' && skip_note()) return;
    if (c == U'<' && read_mark(markup_.tag(rest()))) return;
    if (c == U'&' && rest().starts_with('&'))
      if (const mark found = markup::entity(rest()); found.length > 0 && found.stands_for != ' ') {
        read_mark(found);
        return;
      }
    if ((c == U' ' || c == U'&') && blank_length(here) > 0) return read_blanks();
    at_ += one.size();
    if (c == U'\0') return;
    if (c == U'*' && rest().starts_with('*')) {  // bold in Markdown
      ++at_;
      return;
    }
    if (c == U'(' && skip_reading(here)) return;
    if (c == U'_' && is_subscript()) return;
    // A digit of another form goes on with the number.
    if (c < 0x80 && is_digit(static_cast<char>(c)))
      ++digits_.length;
    else
      digits_ = {};
    // A full-width comma is never a mark of thousands.
    if (c == U',' && one.size() > 1) c = U'，';
    out_.put(c, here);
  }

  /// Whether a stroke behind a letter only lowers the digit behind it: PM_2.5.
  bool is_subscript() const {
    const std::string_view read = out_.written();
    return !read.empty() && is_letter(read.back()) && at_ < source_.size() && is_digit(source_[at_]);
  }

  /// Leaves out (jì) behind a character, whose bracket opens at a place.
  bool skip_reading(std::size_t open) {
    const std::string_view read = out_.written();
    if (read.empty() || static_cast<unsigned char>(read.back()) < 0x80) return false;
    const std::size_t length = pinyin_length(source_.substr(open));
    if (length == 0) return false;
    at_ = open + length;
    return true;
  }

  /// Leaves out <sup>1</sup> behind a number: a note, and no digit of it.
  bool skip_note() {
    const std::string_view read = out_.written();
    if (read.empty() || !(is_digit(read.back()) || read.back() == '%')) return false;
    const std::size_t length = markup::note_length(rest());
    if (length == 0) return false;
    note_digits(at_, length);
    at_ += length;
    digits_ = {};
    return true;
  }

  /// Mark-up: its cells and lines stay as tabs and line ends.
  bool read_mark(const mark& found) {
    if (found.length == 0) return false;
    const std::size_t here = at_;
    at_ += found.length;
    note_digits(here, found.length);
    if (found.stands_for != '\0' && found.times > 0) put(here, found.stands_for, found.times);
    return true;
  }

  /// Whether there are digits of any width.
  bool has_digits(std::string_view words) const {
    while (!words.empty()) {
      const std::string_view one = character(words);
      const char32_t c = form_of(forms_, one);
      if (c < 0x80 && is_digit(static_cast<char>(c))) return true;
      words.remove_prefix(one.size());
    }
    return false;
  }

  /// Keeps where digits stand that are no text.
  void note_digits(std::size_t from, std::size_t length) {
    if (has_digits(source_.substr(from, length)))
      asides.push_back(
          {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + length)});
  }

  /// The bytes of one blank at a place, &nbsp; included; 0 where none stands.
  std::size_t blank_length(std::size_t at) const {
    if (at >= source_.size()) return 0;
    const std::string_view ahead = source_.substr(at);
    if (ahead.front() == '&') {
      const mark found = markup::entity(ahead);
      return found.stands_for == ' ' ? found.length : 0;
    }
    const std::string_view one = character(ahead);
    return form_of(forms_, one) == U' ' ? one.size() : 0;
  }

  void read_blanks() {
    const std::size_t here = at_;
    while (const std::size_t length = blank_length(at_)) {
      if (source_[at_] == '&') note_digits(at_, length);
      at_ += length;
    }
    const std::string_view read = out_.written();
    const char before = read.empty() ? '\n' : read.back();
    const char after = at_ < source_.size() ? source_[at_] : '\n';
    const bool word_before = is_digit(before) || is_letter(before);
    const bool word_after = is_digit(after) || is_letter(after);
    const bool group = is_digit(before) && is_digit(after) && at_group(rest()) &&
                       digits_.length > 0 && (digits_.length <= 3 || digits_.grouped) &&
                       at_ - here <= 3;
    if (group) digits_.grouped = true;
    if (before == '\n' && (after == '-' || after == '#')) return;
    // A blank between two words in letters or digits, after a bullet, counts.
    const bool mark = before == '-' || before == '#' || before == '*';
    std::size_t start = mark ? read.size() - 1 : 0;  // of ## before a heading
    while (before == '#' && start > 0 && read[start - 1] == '#') --start;
    const bool bullet = mark && (start == 0 || read[start - 1] == '\n');
    if (bullet || (word_before && word_after && !group && !(is_digit(before) && is_letter(after))))
      put(here, ' ');
  }

  const forms& forms_ = forms::all();
  std::string_view source_;
  std::vector<gap> gaps_;
  folded_bytes out_;
  markup markup_;
  std::size_t at_ = 0;
  digit_run digits_;
};

}  // namespace

folded::folded(std::string_view source) : source_{source} {
  folder made{source};
  made.run(text_, origin_);
  asides_ = std::move(made.asides);
}

void folded::drop(const std::vector<std::uint32_t>& places) {
  if (places.empty()) return;
  std::size_t to = places.front();
  for (auto next = places.begin(); next != places.end();) {
    const std::size_t from = *next + 1;
    const std::size_t until = ++next == places.end() ? text_.size() : *next;
    std::copy(text_.begin() + offset(from), text_.begin() + offset(until),
              text_.begin() + offset(to));
    std::copy(origin_.begin() + offset(from), origin_.begin() + offset(until),
              origin_.begin() + offset(to));
    to += until - from;
  }
  text_.resize(to);
  origin_.resize(to);
}

std::size_t folded::end(std::size_t at) const {
  if (at == 0) return 0;
  const std::size_t last = at - 1 < origin_.size() ? origin_[at - 1] : source_.size();
  return last + character(source_.substr(last)).size();
}

std::size_t folded::at(std::size_t start) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(origin_, start) - origin_.begin());
}

std::string_view folded::in_quotes(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  const std::size_t from = start(begin);
  return source_.substr(from, this->end(end) - from);
}

std::string folded::printed(std::size_t begin, std::size_t end) const {
  end = std::min(end, text_.size());
  if (begin >= end) return {};
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  const std::string_view as_read = std::string_view{text_}.substr(begin, end - begin);
  const std::string_view as_it_stands = source_.substr(origin_[begin], end - begin);
  if (as_read == as_it_stands && std::ranges::none_of(as_read, is_blank))
    return std::string{as_read};
  std::string words;
  words.reserve(end - begin);
  std::size_t last = source_.size();
  for (std::size_t i = begin; i < end; ++i) {
    if (origin_[i] == last || is_blank(text_[i])) continue;
    last = origin_[i];
    words += character(source_.substr(last));
  }
  return words;
}

}  // namespace kebi::grammar
