#include "text/table/heads/head_words.hpp"

#include <algorithm>
#include <array>

#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/table/heads/column_words.hpp"
#include "text/table/figure_cell.hpp"
#include "text/table/part_names.hpp"

namespace kebi::grammar {
namespace {

/// The words of a head that name no time.
std::string timeless(const document& source, const cell& c) {
  std::string words;
  if (bare_year(words_of(source, c))) return words;
  for (std::size_t i = c.first; i < c.last; ++i) {
    const token& t = source.words().all[i];
    if (t.is != word::period) words += source.text().text().substr(t.begin, t.end - t.begin);
  }
  return words;
}

/// The time that a head names: 2019, 1-3月 of the year that the title names.
std::optional<period> span_of_head(const document& source, const cell& c, const setting& given,
                                   const std::optional<period>& titled) {
  const std::string_view words = words_of(source, c);
  const bool flagged = words.size() > 4 && (words[4] == '(' || words[4] == '*' || words[4] == '[');
  if (const auto year = bare_year(flagged ? words.substr(0, 4) : words)) return year_of(*year);
  const bool one_year = titled && titled->in_one_year();
  return span_in(source, c, given.period,
                 one_year ? std::optional{titled->year()} : std::nullopt);
}

/// 债务余额 over 一般债务 is 一般债务余额: a part that ends as its whole starts.
std::string overlapping(const std::string& part, const std::string& whole) {
  constexpr std::size_t shortest = 6;  // two characters
  for (std::size_t length = std::min(part.size(), whole.size()); length >= shortest; --length)
    if (part.ends_with(whole.substr(0, length)) && (length == whole.size() || (whole[length] & 0xC0) != 0x80))
      return part + whole.substr(length);
  return {};
}

std::string noun_below(const std::string& above, const std::string& own, const vocabulary& known) {
  if (own.empty() || own == above) return above;
  if (above.empty()) return own;
  constexpr std::size_t kind = 6;  // the last two characters: 余额 of 债务余额 over 一般债务余额
  if (above.size() > kind && own.size() > kind && own.ends_with(above.substr(above.size() - kind))) return own;
  if (const std::string both = overlapping(own, above); !both.empty()) return both;
  return name_of_part(own, above, known);
}

/// How long the place is that a head starts with: 全市, 城东区, 市本级 of 市本级支出; 0 where none does.
std::size_t region_length(std::string_view noun, const vocabulary& known) {
  if (const listed_word* level = known[group::government_level].longest_start_of(noun)) return level->spelling.size();
  if (noun == "本地区") return noun.size();
  constexpr std::size_t own = 6;  // 全市, 本县
  if (noun.size() == own && starts_with_any(noun, {"全", "本", "我"})) return own;
  return is_place(noun, known) || known[group::government_level].ends(noun) ? noun.size() : 0;
}

/// Adds a head below those that stand above it.
void add_level(head& to, const document& source, const cell& shown, bool first_column) {
  const vocabulary& known = *source.words().known;
  const std::string_view words = words_of(source, shown);
  const bool of_code = known[group::column_number].has(words);  // 款, 项
  const bool is_unit = !first_column && !of_code && known.unit_length(words) == words.size();
  to.words += is_unit ? '(' + std::string{words} + ')' : std::string{words};
  to.printed += printed(source, shown);
  const bool generic = is_unit || (!to.noun.empty() && is_generic(words, known));
  std::string own = generic ? std::string{} : noun_in(timeless(source, shown), known);
  std::erase(own, ' ');
  if (bare_year(std::string_view{own}.substr(0, 4)) && own.size() > 4 && !is_digit(own[4])) own.erase(0, 4);
  if (const std::size_t place = first_column ? 0 : region_length(own, known); place > 0) {
    to.region = own.substr(0, place);
    own.erase(0, place);
  }
  to.over = !to.noun.empty() && own.empty();
  to.noun = noun_below(to.noun, own, known);
}

/// A place, with the banners and budget levels that only a column of places has: 镶黄旗, 东岭市本级.
bool names_a_place(std::string_view words, const vocabulary& known) {
  if (words == "全国" || known[group::province].has(words)) return true;
  return is_place(words, known) || (words.size() > 6 && ends_with_any(words, {"旗", "盟", "本级", "部地区", "东北地区", "沿海地区"}));
}

}  // namespace

std::vector<head> merged_heads(const document& source, const std::vector<row>& rows,
                               const setting& given, const std::optional<period>& titled) {
  std::size_t width = 0;
  for (const row& cells : rows) width = std::max(width, cells.size());
  std::vector<head> heads(width);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool described = r > 0 && !rows[r].empty() && !rows[r].front().covered && !rows[0].front().empty();
    const role of_row = described ? role_of(words_of(source, rows[r].front()), *source.words().known) : role::figure;
    if (of_row == role::note) continue;  // 频度 | 月 | 月
    const cell* over = nullptr;
    const bool merges = std::ranges::any_of(rows[r], &cell::covered);
    for (std::size_t k = 0; k < rows[r].size(); ++k) {
      const cell& own = rows[r][k];
      const bool spans = r + 1 < rows.size() && own.empty() && over && k > 0 && !merges &&
                         k < rows[r + 1].size() && !rows[r + 1][k].empty();
      if (!own.empty()) over = &own;
      const cell* shown = own.empty() && spans ? over : &own;
      const bool from_above =
          r > 0 && k < rows[r - 1].size() && rows[r - 1][k].begin == shown->begin;
      if (shown->empty() || from_above) continue;
      if (of_row == role::region && k > 0) {
        heads[k].region = printed(source, *shown);
        continue;
      }
      if (k == 0 && of_row == role::unit) continue;
      add_level(heads[k], source, *shown, k == 0);
      if (const auto span = span_of_head(source, *shown, given, titled)) heads[k].span = span;
    }
  }
  return heads;
}

bool starts_with_numbers(const document& source, const std::vector<row>& body, std::size_t column) {
  std::size_t cells = 0, numbers = 0;
  for (const row& one : body) {
    if (column >= one.size() || one[column].empty() || one[column].covered) continue;
    ++cells;
    numbers += is_digit(words_of(source, one[column]).front());
  }
  return 2 * numbers > cells;
}

bool counts_rows(const document& source, const std::vector<row>& body, std::size_t column) {
  std::size_t rows = 0;
  for (const row& cells : body) {
    if (column >= cells.size() || cells[column].empty() || cells[column].covered) continue;
    if (words_of(source, cells[column]) != std::to_string(++rows)) return false;
  }
  return rows > 2;
}

cells_hold content_of(const document& source, const std::vector<row>& body, std::size_t column,
                      const std::optional<period>& report) {
  std::array<std::size_t, 5> of{};
  const auto count = [&](cells_hold what) -> std::size_t& { return of[static_cast<std::size_t>(what)]; };
  std::size_t filled = 0;
  for (const row& cells : body) {
    if (column >= cells.size() || cells[column].empty() || cells[column].covered) continue;
    const cell& c = cells[column];
    const std::string_view words = words_of(source, c);
    ++filled;
    if (bare_year(words) || (c.last - c.first <= 2 && span_in(source, c, report))) ++count(cells_hold::times);
    else if (read_figure(words).is != cell_words::phrase) ++count(cells_hold::figures);
    else if (names_a_place(words, *source.words().known)) ++count(cells_hold::places);
    else ++count(cells_hold::words);
  }
  const auto most = std::ranges::max_element(of);
  if (filled == 0 || 5 * *most < 3 * filled) return filled == 0 ? cells_hold::nothing : cells_hold::words;
  return static_cast<cells_hold>(most - of.begin());
}

}  // namespace kebi::grammar
