#include "folded.hpp"

#include "traditional.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

/// Signs that stand for one another; nothing for signs that are not read at all.
char32_t one_form(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) {
    if (c == U'～') return U'-';
    return c - 0xFEE0;
  }
  switch (c) {
    case U'—': case U'–': case U'―': case U'‐': case U'‑': case U'﹣': case U'−': case U'─': case U'\u207B':
    case U'〜': case U'~':
      return U'-';
    case U'“': case U'”': case U'„': case U'「': case U'」': case U'『': case U'』': case U'″':
      return U'"';
    case U'∶': case U'︰': case U'﹕': return U':';
    case U'〔': case U'【': return U'[';
    case U'〕': case U'】': return U']';
    case U'≧': case U'⩾': return U'≥';
    case U'≦': case U'⩽': return U'≤';
    case U'﹪': return U'%';
    case U'．': case U'﹒': return U'.';
    case U'\u00B7': case U'•': case U'●': case U'■': case U'◆': case U'・': return U'·';
    case U'\u00A0': case U'\u2009': case U'\u3000': case U'\u2002': case U'\u2003': return U' ';
    case U'\u200B': case U'\u200C': case U'\u200D': case U'\uFEFF': case U'\r': return U'\0';
    default: return c;
  }
}

/// `one_form` and simplified characters, looked up for the basic plane.
char32_t looked_up(char32_t c) {
  static const std::vector<char16_t> forms = [] {
    std::vector<char16_t> all(0x10000);
    for (char32_t i = 0; i < 0x10000; ++i) all[i] = static_cast<char16_t>(i >= 0x3400 && i < 0xA000 ? simplify(i) : one_form(i));
    return all;
  }();
  return c < 0x10000 ? forms[c] : c;
}

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
  if (closes && (name == "td" || name == "th")) found.stands_for = '\t';
  else if (name == "br" || (closes && (name == "tr" || name == "p" || name == "li" || name == "div" || name.starts_with("h"))))
    found.stands_for = '\n';
  return found;
}

}  // namespace

void folded::drop(const std::vector<std::uint32_t>& places) {
  if (places.empty()) return;
  std::size_t to = places.front();
  auto next = places.begin();
  for (std::size_t from = to; from < text_.size(); ++from) {
    if (next != places.end() && *next == from) {
      ++next;
      continue;
    }
    text_[to] = text_[from];
    origin_[to] = origin_[from];
    ++to;
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
  text_.reserve(source.size());
  origin_.reserve(source.size());
  std::size_t digits = 0;  // the length of the run of digits that text_ ends with
  bool grouped = false;    // whether that run already holds groups of thousands
  for (std::size_t at = 0; at < source.size();) {
    const std::string_view one = character(source.substr(at));
    const auto first = static_cast<unsigned char>(one.front());
    char32_t c = first < 0x80 && first != '~' && first != '\r' ? first : looked_up(code_point(one));
    const std::size_t here = at;
    at += one.size();
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
        for (const char inside : source.substr(here, tag.length))
          if (is_digit(inside)) {
            asides_.push_back({static_cast<std::uint32_t>(here), static_cast<std::uint32_t>(at)});
            break;
          }
        if (tag.stands_for != '\0') {
          text_ += tag.stands_for;
          origin_.push_back(static_cast<std::uint32_t>(here));
          digits = 0;
        }
        continue;
      }
    }
    if (one.size() == 1 && first >= 0x80) c = U'\x1A';  // not UTF-8: keep the place, not the byte
    if (c == U' ') {
      std::size_t next = at;  // past all blanks
      while (next < source.size()) {
        const std::string_view more = character(source.substr(next));
        if (more != " " && looked_up(code_point(more)) != U' ') break;
        next += more.size();
      }
      const char before = text_.empty() ? '\n' : text_.back();
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
           (text_.size() < 2 || text_[text_.size() - 2] == '\n'))) {
        text_ += ' ';
        origin_.push_back(static_cast<std::uint32_t>(here));
        digits = 0;
      }
      continue;
    }
    if (c < 0x80 && is_digit(static_cast<char>(c))) {
      ++digits;
    } else {
      digits = 0;
      grouped = false;
    }
    // A full-width comma is never a mark of thousands.
    if (c == U',' && one.size() > 1) c = U'，';
    char bytes[4];
    const char* const last = write(bytes, c);
    for (const char* each = bytes; each != last; ++each) {
      text_ += *each;
      origin_.push_back(static_cast<std::uint32_t>(here));
    }
  }
}

std::size_t folded::end(std::size_t at) const {
  if (at == 0) return 0;
  const std::size_t last = at - 1 < origin_.size() ? origin_[at - 1] : source_.size();
  return last + character(source_.substr(last)).size();
}

std::string_view folded::in_quotes(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  const std::size_t from = start(begin);
  return source_.substr(from, this->end(end) - from);
}

std::string folded::printed(std::size_t begin, std::size_t end) const {
  std::string words;
  std::size_t last = source_.size();
  for (std::size_t i = begin; i < end && i < origin_.size(); ++i) {
    if (origin_[i] == last || text_[i] == ' ' || text_[i] == '\n' || text_[i] == '\t') continue;
    last = origin_[i];
    words += character(source_.substr(last));
  }
  return words;
}

}  // namespace kebi::grammar
