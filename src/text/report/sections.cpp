#include "text/report/sections.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/table/table.hpp"
#include "text/table/table_rows.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

/// What the blocks above a block imply for it.
struct place_in_report {
  setting given;       ///< with the status and the period of the section
  bool ahead = false;  ///< 二、下半年主要指标预测及主要工作措施: forecasts and measures
  std::optional<period> targets{};  ///< of a list under 主要预期目标
  std::string_view above{};         ///< the last heading or short line: the title of a table
};

/// Whether a heading opens a main part of the report, and its words: 一、 or # 五、.
bool opens_part(std::string_view& heading) {
  if (!starts_with_any(heading, {"#", "一、", "二、", "三、", "四、"})) return false;
  heading.remove_prefix(std::min(heading.find_first_not_of("# "), heading.size()));
  return starts_with_any(heading, {"一、", "二、", "三、", "四、", "五、"});
}

/// The first period that a heading names, resolved from the report's own.
std::optional<period> period_in(const document& source, const block& heading,
                                const std::optional<period>& report) {
  for (std::size_t i = heading.first; i < heading.last && report; ++i) {
    const token& t = source.words().all[i];
    if (t.is != word::period) continue;
    try {
      return resolve(source.words().spans[t.at], {}, report);
    } catch (const error&) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// Enters the part of the report that a heading opens.
void enter(place_in_report& here, std::string_view heading, const document& source,
           const block& one, const setting& opening) {
  if (!opens_part(heading)) return;
  here.ahead = (*source.words().known)[group::section_ahead].within(heading);
  here.given.status = status::actual;
  here.given.period = opening.period;
  if (!here.ahead) return;
  if (const auto named = period_in(source, one, opening.period)) here.given.period = named;
}

/// Where the sentence that starts at a token ends: at its stop. What is longer than any
/// sentence that people write is cut behind a comma, so that time stays linear.
std::size_t end_of_sentence(const tokens& words, std::size_t first, std::size_t last) {
  constexpr std::size_t longest = 600;  // words
  std::size_t end = first, comma = first;
  while (end < last && words.all[end].is != word::stop) {
    if (words.all[end].is == word::comma || words.all[end].is == word::list) comma = end;
    if (++end - first == longest) return comma > first ? comma + 1 : end;
  }
  return end;
}

/// Reads a paragraph sentence by sentence; subjects carry over inside it.
void read_prose(const document& source, std::size_t first_token, std::size_t last_token,
                const setting& given, std::vector<fact>& facts, std::vector<std::size_t>& unclear) {
  const tokens& words = source.words();
  memory carried;
  for (std::size_t first = first_token; first < last_token;) {
    const std::size_t last = end_of_sentence(words, first, last_token);
    sentence read = read_sentence(source.text(), words, first, last, given, carried);
    for (fact& each : read.facts) facts.push_back(std::move(each));
    unclear.insert(unclear.end(), read.left.unclear.begin(), read.left.unclear.end());
    const bool cut = last < last_token && words.all[last].is != word::stop;
    const bool full =
        !cut && (last >= last_token || source.text().text()[words.all[last].begin] != ';');
    if (full) carried.of_list.reset();
    carried.status = carried.of_list;
    if (full) {  // a period reaches the end of the sentence
      carried.span.reset();
      carried.parts = false;
    }
    first = cut ? last : last + 1;
  }
}

/// 2020年主要预期目标: a line that names the figures below it targets.
bool is_list_of_targets(std::string_view line, const vocabulary& known) {
  return line.size() < 120 && known[group::list_of_targets].ends(line);
}

/// The period that a line over a list of targets names, or the year of the report.
std::optional<period> year_ahead(const document& source, const block& line,
                                 const std::optional<period>& report) {
  const auto span = span_in(source, {line.begin, line.end, line.first, line.last}, report);
  if (span) return span;
  return report ? std::optional{year_of(report->year())} : std::nullopt;
}

/// Where the rows end that start with a block. A line of words alone between rows of one width,
/// such as 一、工业, groups the rows below it.
std::size_t end_of_table(const document& source, std::size_t first) {
  const auto& blocks = source.blocks();
  const std::string_view all = source.text().text();
  const auto words = [&](std::size_t i) {
    return all.substr(blocks[i].begin, blocks[i].end - blocks[i].begin);
  };
  const auto width = [&](std::size_t i) { return std::ranges::count(words(i), '\t'); };
  const auto has_number = [&](std::size_t i) {
    const auto& tokens = source.words().all;
    return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(blocks[i].first),
                       tokens.begin() + static_cast<std::ptrdiff_t>(blocks[i].last),
                       [](const token& t) { return t.is == word::number; });
  };
  std::size_t end = first + 1;
  while (end < blocks.size()) {
    const bool groups = blocks[end].is != line_kind::row && end + 1 < blocks.size() &&
                        blocks[end + 1].is == line_kind::row && words(end).size() < 60 &&
                        !has_number(end) && has_number(end + 1) &&
                        width(end + 1) == width(end - 1) && width(end - 1) > 0 &&
                        (has_number(end - 1) || end == first + 1);
    if (blocks[end].is != line_kind::row && !groups) break;
    ++end;
  }
  return end;
}

/// What is known before a paragraph is read. In a part for what lies ahead, forecasts are for the
/// whole year and measures of the rest of it, as targets.
setting setting_of(place_in_report& here, const document& source, const block& one,
                   std::string_view words, const setting& opening) {
  setting as = here.given;
  if (here.ahead) {
    const bool forecast = holds_any(words, {"预计", "有望"});
    as.status = forecast ? status::forecast : status::target;
    if (forecast && opening.period) as.period = year_of(opening.period->year());
  }
  if (is_list_of_targets(words, *source.words().known)) {
    here.targets = year_ahead(source, one, opening.period);
  } else if (holds_any(words, {"。"})) {
    here.targets.reset();
  } else if (here.targets) {
    as.status = status::target;
    as.period = here.targets;
  }
  return as;
}

/// The first word of a paragraph behind its list number.
std::size_t first_word(const document& source, const block& one, std::string_view words) {
  const std::size_t start = one.begin + list_number_length(words);
  std::size_t first = one.first;
  while (first < one.last && source.words().all[first].end <= start) ++first;
  return first;
}

}  // namespace

void read_blocks(const document& source, const setting& opening, std::vector<fact>& facts,
                 std::vector<std::size_t>& unclear) {
  place_in_report here{opening};
  const auto& blocks = source.blocks();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const block& one = blocks[i];
    if (one.is == line_kind::row) {
      const std::size_t end = end_of_table(source, i);
      const auto prose = [&](std::size_t first, std::size_t last, const setting& as) {
        read_prose(source, first, last, as, facts, unclear);
      };
      read_table(source, i, end, std::string{here.above}, here.given, prose, facts);
      i = end - 1;
      continue;
    }
    const std::string_view words =
        std::string_view{source.text().text()}.substr(one.begin, one.end - one.begin);
    enter(here, words, source, one, opening);
    const bool heading = one.is == line_kind::heading;
    if (heading || (words.size() < 150 && !holds_any(words, {"。"}))) here.above = words;
    if (heading) continue;
    const setting as = setting_of(here, source, one, words, opening);
    read_prose(source, first_word(source, one, words), one.last, as, facts, unclear);
  }
}

}  // namespace kebi::grammar
