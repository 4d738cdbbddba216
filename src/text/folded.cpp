#include "folded.hpp"

#include <algorithm>

#include "forms.hpp"
#include "utf8.hpp"

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

/// A byte of no character: the text is no UTF-8 there.
bool is_stray(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Whether three digits and no fourth follow: a group of thousands after a blank.
bool at_group(std::string_view text) {
  return text.size() >= 3 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         (text.size() == 3 || !is_digit(text[3]));
}

struct tag {
  std::size_t length = 0;
  char stands_for = '\0';
};

/// A tag of HTML at the start of a text, of no more than 200 bytes.
tag scan_tag(std::string_view text) {
  if (text.size() < 3 || !(is_letter(text[1]) || text[1] == '/' || text[1] == '!')) return {};
  const std::size_t end = text.substr(0, 200).find('>');
  if (end == std::string_view::npos) return {};
  const std::string_view body = text.substr(1, end - 1);
  const bool closes = body.starts_with('/');
  std::string name;
  for (const char c : body.substr(closes ? 1 : 0)) {
    if (!is_letter(c) && !(c >= '0' && c <= '9')) break;
    name += static_cast<char>(c | 0x20);
  }
  tag found{end + 1, '\0'};
  if (closes && (name == "td" || name == "th"))
    found.stands_for = '\t';
  else if (name == "br" || (closes && (name == "tr" || name == "p" || name == "li" ||
                                       name == "div" || name.starts_with("h"))))
    found.stands_for = '\n';
  return found;
}

}  // namespace

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

namespace {

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

}  // namespace

folded::folded(std::string_view source) : source_{source} {
  // No sign is longer in its one form than as it stands.
  text_.resize(source.size());
  origin_.resize(source.size());
  const forms& form_of = forms::all();
  char* to = text_.data();
  std::uint32_t* origin = origin_.data();
  const auto put = [&](std::size_t from, char c) {
    *to++ = c, *origin++ = static_cast<std::uint32_t>(from);
  };
  std::size_t digits = 0;  // the length of the run of digits that the text ends with
  bool grouped = false;    // whether that run already holds groups of thousands
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t here = at;
    if (is_digit(source[here])) {
      put(here, source[here]);
      ++digits, ++at;
      continue;
    }
    const std::string_view one = character(source.substr(here));
    at += one.size();
    char32_t c = one.size() == 1 && is_stray(one.front()) ? forms::stray : form_of[code_point(one)];
    if (c == U'\0') continue;
    if (c == U'*' && source.substr(here).starts_with("**")) {  // bold in Markdown
      ++at;
      continue;
    }
    if (c == U'(' && !text_.empty() && static_cast<unsigned char>(text_.back()) >= 0x80)
      if (const std::size_t length = pinyin_length(source.substr(here)); length > 0) {
        at = here + length;
        continue;
      }
    if (c == U'<') {  // mark-up: its cells and lines stay as tabs and line ends
      const auto tag = scan_tag(source.substr(here));
      if (tag.length > 0) {
        at = here + tag.length;
        if (std::ranges::any_of(source.substr(here, tag.length), is_digit))
          asides_.push_back({static_cast<std::uint32_t>(here), static_cast<std::uint32_t>(at)});
        if (tag.stands_for != '\0') {
          put(here, tag.stands_for);
          digits = 0;
        }
        continue;
      }
    }
    if (c == U' ') {
      std::size_t next = at;  // past all blanks
      while (next < source.size()) {
        const std::string_view more = character(source.substr(next));
        if ((more.size() == 1 && is_stray(more.front())) || form_of[code_point(more)] != U' ')
          break;
        next += more.size();
      }
      const std::string_view read{text_.data(), static_cast<std::size_t>(to - text_.data())};
      const char before = read.empty() ? '\n' : read.back();
      const char after = next < source.size() ? source[next] : '\n';
      const bool word_before = is_digit(before) || is_letter(before);
      const bool word_after = is_digit(after) || is_letter(after);
      const bool group = is_digit(before) && is_digit(after) && at_group(source.substr(next)) &&
                         digits > 0 && (digits <= 3 || grouped) && next - here <= 3;
      const bool mark = before == '\n' && (after == '-' || after == '#');
      if (group) grouped = true;
      at = next;
      if (mark) continue;
      // A blank between two words in letters or digits, after a bullet, counts.
      if ((word_before && word_after && !group && !(is_digit(before) && is_letter(after))) ||
          ((before == '-' || before == '#' || before == '*') &&
           (read.size() < 2 || read[read.size() - 2] == '\n'))) {
        put(here, ' ');
        digits = 0;
      }
      continue;
    }
    // A digit of another form goes on with the number.
    if (c < 0x80 && is_digit(static_cast<char>(c))) {
      ++digits;
    } else {
      digits = 0;
      grouped = false;
    }
    // A full-width comma is never a mark of thousands.
    if (c == U',' && one.size() > 1) c = U'，';
    char* const last = write(to, c);
    origin = std::fill_n(origin, last - to, static_cast<std::uint32_t>(here));
    to = last;
  }
  text_.resize(static_cast<std::size_t>(to - text_.data()));
  origin_.resize(text_.size());
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
  if (as_read == as_it_stands && std::ranges::none_of(as_read, is_blank)) return std::string{as_read};
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
