#include "text/normalise/folded.hpp"

#include <algorithm>
#include <utility>

#include "text/normalise/aligned_columns.hpp"
#include "text/normalise/character_forms.hpp"
#include "text/normalise/markup.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Writes a character; returns the end of its bytes.
char* write(char* to, char32_t c) {
  const auto byte = [&](char32_t bits) { *to++ = static_cast<char>(bits); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
        byte(0x80 | (c & 0x3F));
  }
  return to;
}

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

/// Writes a source in one form, with the place that each byte came from.
class folder {
 public:
  explicit folder(std::string_view source) : source_{source}, gaps_{find_blank_rows(source)} {
    // No sign is longer in its one form than as it stands; only cells of mark-up may be.
    text.resize(source.size());
    origin.resize(source.size());
  }

  void run() {
    while (at_ < source_.size()) {
      if (gap_ < gaps_.size() && gaps_[gap_].begin == at_) {
        if (gaps_[gap_].parts) put(at_, '\t');
        at_ = gaps_[gap_++].end;
      } else if (is_digit(source_[at_])) {
        *to() = source_[at_];
        origin[size_++] = static_cast<std::uint32_t>(at_++);
        ++digits_;
      } else if (!copy_character()) {
        read_sign();
      }
    }
    text.resize(size_);
    origin.resize(size_);
  }

  std::string text;
  std::vector<std::uint32_t> origin;
  std::vector<folded::aside> asides;

 private:
  char* to() { return text.data() + size_; }
  std::string_view written() const { return std::string_view{text}.substr(0, size_); }
  std::string_view rest() const { return source_.substr(at_); }

  /// A sign of ASCII that stands for what starts at `from`.
  void put(std::size_t from, char c, std::size_t times = 1) {
    if (const std::size_t least = size_ + times + (source_.size() - from); text.size() < least) {
      text.resize(2 * least);
      origin.resize(2 * least);
    }
    std::fill_n(text.begin() + offset(size_), times, c);
    std::fill_n(origin.begin() + offset(size_), times, static_cast<std::uint32_t>(from));
    size_ += times;
    digits_ = 0;
  }

  /// Most of a text: a character of three bytes that stands for itself.
  bool copy_character() {
    const std::string_view one = character(rest());
    if (one.size() != 3) return false;
    if (const char32_t c = code_point(one); c < 0x3400 || forms_[c] != c) return false;
    std::copy(one.begin(), one.end(), to());
    std::fill_n(origin.data() + size_, 3, static_cast<std::uint32_t>(at_));
    size_ += 3, at_ += 3;
    digits_ = 0, grouped_ = false;
    return true;
  }

  void read_sign() {
    const std::size_t here = at_;
    const std::string_view one = character(rest());
    char32_t c = form_of(forms_, one);
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
    if (c == U'(' && size_ > 0 && static_cast<unsigned char>(written().back()) >= 0x80)
      if (const std::size_t length = pinyin_length(source_.substr(here)); length > 0) {
        at_ = here + length;
        return;
      }
    // A digit of another form goes on with the number.
    if (c < 0x80 && is_digit(static_cast<char>(c)))
      ++digits_;
    else
      digits_ = 0, grouped_ = false;
    // A full-width comma is never a mark of thousands.
    if (c == U',' && one.size() > 1) c = U'，';
    const auto length = static_cast<std::size_t>(write(to(), c) - to());
    std::fill_n(origin.data() + size_, length, static_cast<std::uint32_t>(here));
    size_ += length;
  }

  /// Mark-up: its cells and lines stay as tabs and line ends.
  bool read_mark(const mark& found) {
    if (found.length == 0) return false;
    const std::size_t here = at_;
    at_ += found.length;
    if (std::ranges::any_of(source_.substr(here, found.length), is_digit))
      asides.push_back({static_cast<std::uint32_t>(here), static_cast<std::uint32_t>(at_)});
    if (found.stands_for != '\0' && found.times > 0) put(here, found.stands_for, found.times);
    return true;
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
      if (source_[at_] == '&' && std::ranges::any_of(source_.substr(at_, length), is_digit))
        asides.push_back(
            {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)});
      at_ += length;
    }
    const std::string_view read = written();
    const char before = read.empty() ? '\n' : read.back();
    const char after = at_ < source_.size() ? source_[at_] : '\n';
    const bool word_before = is_digit(before) || is_letter(before);
    const bool word_after = is_digit(after) || is_letter(after);
    const bool group = is_digit(before) && is_digit(after) && at_group(rest()) && digits_ > 0 &&
                       (digits_ <= 3 || grouped_) && at_ - here <= 3;
    if (group) grouped_ = true;
    if (before == '\n' && (after == '-' || after == '#')) return;
    // A blank between two words in letters or digits, after a bullet, counts.
    const bool bullet = (before == '-' || before == '#' || before == '*') &&
                        (read.size() < 2 || read[read.size() - 2] == '\n');
    if (bullet || (word_before && word_after && !group && !(is_digit(before) && is_letter(after))))
      put(here, ' ');
  }

  const forms& forms_ = forms::all();
  std::string_view source_;
  std::vector<gap> gaps_;
  markup markup_;
  std::size_t at_ = 0, gap_ = 0;
  std::size_t size_ = 0;    // of what is written
  std::size_t digits_ = 0;  // the length of the run of digits that the text ends with
  bool grouped_ = false;    // whether that run already holds groups of thousands
};

}  // namespace

folded::folded(std::string_view source) : source_{source} {
  folder made{source};
  made.run();
  text_ = std::move(made.text);
  origin_ = std::move(made.origin);
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
