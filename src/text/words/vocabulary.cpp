#include "text/words/vocabulary.hpp"

#include <charconv>
#include <utility>

#include "kebi/core/error.hpp"
#include "text/normalise/data_files.hpp"
#include "text/normalise/data_rows.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

constexpr std::string_view head = "phrase";
constexpr std::string_view columns = "phrase, meaning, sense, only";

/// Line ends and tabs are words too; in a file they are written \n and \t.
std::string_view unescaped(std::string_view phrase) {
  if (phrase == "\\n") return "\n";
  if (phrase == "\\t") return "\t";
  return phrase;
}

int number_in(std::string_view detail) {
  int number = 0;
  std::from_chars(detail.data(), detail.data() + detail.size(), number);
  return number;
}

void require_heads(data_rows& rows) {
  if (!rows.next())
    throw read_error{place{}, "nothing", "a line with the columns " + std::string{columns}};
  if (rows[0] != head || rows[1] != "meaning")
    throw read_error{rows.where(0), in_quotes(rows[0]),
                     "a line with the columns " + std::string{columns}};
}

meaning require_meaning(const data_rows& rows) {
  if (rows[0].empty())
    throw read_error{rows.where(0), "no phrase", "the words of a report in the first column"};
  if (const auto found = meaning_of(rows[1])) return *found;
  throw read_error{rows.where(1), in_quotes(rows[1]),
                   "a meaning such as rise, after, unit or name (docs/how-to/words.md)"};
}

entry entry_of(const data_rows& rows, word is) {
  entry made{unescaped(rows[0]), is};
  try {
    if (!rows[2].empty()) made.sense = sense_of(is, rows[2]);
  } catch (const read_error&) {
    throw;
  } catch (const error& e) {
    throw read_error{rows.where(2), e.what()};
  }
  if (!rows[3].empty() && rows[3] != "beside_figure")
    throw read_error{rows.where(3), in_quotes(rows[3]), "beside_figure or nothing"};
  made.tight = !rows[3].empty();
  return made;
}

/// m in 22.4 million, 台 in 5万亿台阶: where a word goes on, its start is no unit.
bool is_cut(std::string_view text, std::string_view unit) {
  if (text.starts_with("台阶")) return true;
  return is_letter(unit.back()) && text.size() > unit.size() && is_letter(text[unit.size()]);
}

}  // namespace

void vocabulary::read(std::string_view tsv) {
  data_rows rows{tsv};
  require_heads(rows);
  std::string_view code;  // of the row before: rows of one meaning stand together
  meaning known;
  while (rows.next()) {
    if (rows.size() > 4)
      throw read_error{rows.where(4), std::to_string(rows.size()) + " cells",
                       "at most 4: " + std::string{columns}};
    if (rows[1] != code || rows[0].empty()) known = require_meaning(rows), code = rows[1];
    switch (known.is) {
      case meaning::kind::word:
        entries_.push_back(entry_of(rows, known.word));
        break;
      case meaning::kind::unit:
        names_of_units_.push_back({rows[0]});
        break;
      case meaning::kind::member:
        groups_[static_cast<std::size_t>(known.group)].add({rows[0], rows[2], number_in(rows[2])});
        break;
    }
  }
}

void vocabulary::build() {
  words_ = std::make_shared<const spelling_table<entry>>(entries_);
  units_ = std::make_shared<const spelling_table<named_unit>>(names_of_units_);
  period_starts_ = character_set{U"前第一二三四五六七八九十\"0123456789民"};
  for (const group each : {group::until, group::months, group::relative_year, group::year_start,
                           group::last_month, group::last_quarter, group::this_month,
                           group::same_period, group::years_lead})
    for (const listed_word& one : (*this)[each])
      period_starts_.add(code_point(character(one.spelling)));
}

const vocabulary& vocabulary::standard() {
  static const vocabulary shipped = [] {
    vocabulary made;
    for (const detail::data_file& file : detail::data_files()) {
      const std::string_view text{file.text};
      data_rows rows{text};  // files of other tables have heads of their own
      if (!rows.next() || rows[0] != head) continue;
      try {
        made.read(text);
      } catch (const error& e) {
        throw error{std::string{file.name} + ", " + e.what()};
      }
    }
    made.build();
    return made;
  }();
  return shipped;
}

vocabulary vocabulary::extended(std::string_view tsv) const {
  vocabulary made = *this;
  made.texts_.push_back(std::make_shared<const std::string>(tsv));
  made.read(*made.texts_.back());
  made.build();
  return made;
}

/// One unit without a fraction: multipliers, a name, and a classifier in brackets.
std::size_t vocabulary::simple_unit(std::string_view text, bool alone) const {
  std::size_t at = 0, count = 0;
  while (true) {
    if (++count > 4) return 0;  // 万万亿亿 is no scale of anything
    bool more = false;
    for (const std::string_view times : {"十", "百", "千", "万", "亿"})
      if (text.substr(at).starts_with(times)) {
        if (units_->longest(text.substr(at))) break;  // 千米, 千瓦, 千克 are names of their own
        at += times.size();
        more = true;
        break;
      }
    if (!more) break;
  }
  const std::size_t multipliers = at;
  const named_unit* name = units_->longest(text.substr(at));
  if (name && is_cut(text.substr(at), name->spelling)) name = nullptr;
  if (!name) return alone ? multipliers : 0;
  at += name->spelling.size();
  if (!text.substr(at).starts_with("(")) return at;
  const std::string_view inside = text.substr(at + 1);  // 家(次), 套(间), 万人(户)次
  const std::size_t closed = inside.substr(0, 7).find(')');
  const named_unit* second = units_->longest(inside);
  if (second && second->spelling.size() == closed) {
    at += closed + 2;
    if (text.substr(at).starts_with("次")) at += std::string_view{"次"}.size();
  }
  return at;
}

std::size_t vocabulary::unit_length(std::string_view text) const {
  std::size_t length = simple_unit(text, true);
  if (length == 0) return 0;
  if (text.substr(length).starts_with("/"))
    if (const std::size_t bottom = simple_unit(text.substr(length + 1), false); bottom > 0) length += 1 + bottom;
  const bool cuts_digits = length < text.size() && is_digit(text[length - 1]) && is_digit(text[length]);
  return cuts_digits ? 0 : length;  // 5m23
}

}  // namespace kebi::grammar
