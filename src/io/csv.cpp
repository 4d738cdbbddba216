#include "kebi/io/csv.hpp"

namespace kebi {

namespace {

/// Walks a text, keeping count of lines and characters.
class reader {
 public:
  reader(std::string_view text, char separator) : text_{text}, separator_{separator} {}

  bool at_end() const { return at_.offset >= text_.size(); }
  char next() const { return text_[at_.offset]; }
  bool next_is(std::string_view what) const { return text_.substr(at_.offset).starts_with(what); }
  place at() const { return at_; }

  char take() {
    const char c = text_[at_.offset++];
    if (c == '\n') {
      ++at_.line;
      at_.column = 1;
    } else if ((static_cast<unsigned char>(text_[at_.offset - 1]) & 0xC0) != 0x80) {
      ++at_.column;
    }
    return c;
  }
  bool take_line_end() {
    if (at_end() || (next() != '\n' && next() != '\r')) return false;
    if (take() == '\r' && !at_end() && next() == '\n') take();
    return true;
  }

  table_cell take_bare_cell() {
    table_cell c{.text = {}, .at = at_};
    while (!at_end() && next() != separator_ && next() != '\n' && next() != '\r') {
      if (next() == '"')
        throw read_error{at_, "a quote inside a cell that does not start with one: put the whole "
                              "cell in quotes and double the quotes in it"};
      c.text += take();
    }
    c.end = at_.offset;
    return c;
  }

  table_cell take_quoted_cell() {
    const place opened = at_;
    take();
    table_cell c{.text = {}, .at = at_};
    while (!at_end()) {
      if (next() != '"') {
        c.text += take();
        continue;
      }
      c.end = at_.offset;
      take();
      if (at_end() || next() != '"') {
        if (!at_end() && next() != separator_ && next() != '\n' && next() != '\r')
          throw read_error{at_, "found " + in_quotes(text_.substr(at_.offset, 12)) +
                                    " after a closing quote, expected " + name_of_separator() + " or the end of the line"};
        return c;
      }
      c.text += take();
      c.verbatim = false;
    }
    throw read_error{opened, "a quote that is never closed"};
  }

 private:
  std::string name_of_separator() const {
    return separator_ == ',' ? "a comma" : separator_ == ';' ? "a semicolon" : "a tab";
  }

  std::string_view text_;
  char separator_;
  place at_;
};

}  // namespace

char separator_of(std::string_view text) {
  constexpr std::size_t looked_at = 4000;
  std::size_t commas = 0, tabs = 0, semicolons = 0;
  bool quoted = false;
  for (const char c : text.substr(0, looked_at)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    commas += c == ',';
    tabs += c == '\t';
    semicolons += c == ';';
  }
  if (tabs > commas && tabs >= semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

table read_csv(std::string_view text, char separator) {
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    throw read_error{place_in(text, zero), "a zero byte: this is no text"};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  table rows;
  reader in{text, separator};
  while (!in.at_end()) {
    if (in.take_line_end()) continue;
    std::vector<table_cell> row;
    while (true) {
      row.push_back(!in.at_end() && in.next() == '"' ? in.take_quoted_cell() : in.take_bare_cell());
      if (in.at_end() || in.next() != separator) break;
      in.take();
    }
    in.take_line_end();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      // A row of one empty cell would read back as a blank line.
      const bool bare = row[i].find_first_of(",\"\r\n") == std::string::npos && (!row[i].empty() || row.size() > 1);
      if (bare) {
        text += row[i];
        continue;
      }
      text += '"';
      for (const char c : row[i]) text.append(c == '"' ? 2 : 1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

}  // namespace kebi
