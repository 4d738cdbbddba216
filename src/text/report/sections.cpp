#include "text/report/sections.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/table/table.hpp"
#include "text/table/table_rows.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// A report's part for what lies ahead: 二、下半年主要指标预测及主要工作措施.
struct section {
  bool ahead = false;     // forecasts and measures
  bool measures = false;  // numbers without a status word are targets
};

void enter(section& now, std::string_view heading, const document& source, const block& one,
           setting& given, const std::optional<period>& outcome) {
  const bool chapter = heading.starts_with("#") || heading.starts_with("一、") ||
                       heading.starts_with("二、") || heading.starts_with("三、") ||
                       heading.starts_with("四、");
  if (!chapter) return;
  std::string_view name = heading;
  while (!name.empty() && (name.front() == '#' || name.front() == ' ')) name.remove_prefix(1);
  const bool top = name.starts_with("一、") || name.starts_with("二、") ||
                   name.starts_with("三、") || name.starts_with("四、") || name.starts_with("五、");
  if (!top) return;
  now.ahead = holds(name, "预测") || holds(name, "措施") || holds(name, "打算") ||
              holds(name, "安排") || holds(name, "预期目标") || holds(name, "下一步") ||
              holds(name, "下阶段") || holds(name, "主要任务") || holds(name, "重点工作");
  now.measures = false;
  given.status = status::actual;
  given.period = outcome;
  if (!now.ahead) return;
  for (std::size_t i = one.first; i < one.last; ++i) {
    const token& t = source.words().all[i];
    if (t.is != word::period || !outcome) continue;
    try {
      if (const auto span = resolve(source.words().spans[t.at], {}, outcome)) given.period = span;
    } catch (const error&) {
    }
    break;
  }
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
    if (full) {  // what a period word says ends with the sentence
      carried.span.reset();
      carried.parts = false;
    }
    first = cut ? last : last + 1;
  }
}

/// 2020年主要预期目标: a line that names the figures below it targets.
bool is_list_of_targets(std::string_view line) {
  return line.size() < 120 && ends_with_any(line, {"预期目标", "主要目标", "发展目标", "目标任务",
                                                   "预期目标:", "主要目标:"});
}

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

}  // namespace

void read_blocks(const document& source, const setting& opening, std::vector<fact>& facts,
                 std::vector<std::size_t>& unclear) {
  setting given = opening;
  section now;
  const auto& blocks = source.blocks();
  std::optional<period> aims;  // of a list under 主要预期目标
  std::string_view above;      // the last heading or short line: the title of a table
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const block& one = blocks[i];
    const std::string_view shown =
        std::string_view{source.text().text()}.substr(one.begin, one.end - one.begin);
    if (one.is == line_kind::row) {
      const std::size_t end = end_of_table(source, i);
      read_table(
          source, i, end, std::string{above}, given,
          [&](std::size_t first, std::size_t last, const setting& as) {
            read_prose(source, first, last, as, facts, unclear);
          },
          facts);
      i = end - 1;
      continue;
    }
    enter(now, shown, source, one, given, opening.period);
    if (one.is == line_kind::heading) {
      above = shown;
      continue;
    }
    if (shown.size() < 150 && !holds(shown, "。")) above = shown;
    setting as = given;
    if (now.ahead) {
      // Forecasts speak of the whole year; measures of the part ahead, as targets.
      const bool forecast = holds(shown, "预计") || holds(shown, "有望");
      as.status = forecast ? status::forecast : status::target;
      if (forecast && opening.period) as.period = year_of(opening.period->year());
    }
    if (is_list_of_targets(shown)) {
      aims = year_ahead(source, one, opening.period);
    } else if (holds(shown, "。")) {
      aims.reset();
    } else if (aims) {
      as.status = status::target;
      as.period = aims;
    }
    std::size_t first = one.first;  // behind a list number
    const std::size_t start = one.begin + list_number_length(shown);
    while (first < one.last && source.words().all[first].end <= start) ++first;
    read_prose(source, first, one.last, as, facts, unclear);
  }
}

}  // namespace kebi::grammar
