#include "text/report/sections.hpp"

#include <algorithm>

#include "text/document/headings.hpp"
#include "text/names/places.hpp"
#include "text/normalise/foreign.hpp"
#include "text/normalise/strings.hpp"
#include "text/report/place_in_report.hpp"
#include "text/table/table.hpp"
#include "text/table/heads/title.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

/// What the blocks above a block imply for it.
struct blocks_above {
  std::optional<period> targets{};  ///< of a list under 主要预期目标
  std::string above{};              ///< the last heading or short line: the title of a table
  std::optional<period> tables{};   ///< the time that the last title of a table named
  bool carries = false;             ///< whether the table at hand has its time from there
};

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

/// What is known before a sentence is read: by the part of the report, or by the list of targets
/// that it stands in.
class settings {
 public:
  settings(const document& source, const setting& opening, calendar years)
      : place{source, years}, known_{*source.words().known}, opening_{opening} {
    opening_.view.reviewed = years.reviewed;
    opening_.view.now = years.now;
  }

  setting here() const {
    const standing& at = place.here();
    setting as = opening_;
    as.status = at.status;
    as.period = at.period;
    as.view.looks_back = place.looks_back();
    as.assumed = assumed();
    if (level_) as.region = {level_->name, as.region.name};
    // In a part for what is planned 今年 is its own year.
    if (!place.years().now_told && at.status == status::target && at.period && !at.several_years() && place.years().is_yearly() &&
        at.period->year() == *place.years().last_year() + 1)
      as.view.now = at.period->year();
    return as;
  }
  /// A table says itself what it is for, unless the part is about a time to come.
  setting of_table() const {
    setting as = here();
    if (place.here().kind == section::measures || place.here().assumed) {
      as.status = status::actual;
      as.period = opening_.period;
    }
    return as;
  }
  const setting& opening() const { return opening_; }

  /// Enters the part that a heading opens. (二)市本级… is about that level of government, until a heading as deep comes.
  void enter(int depth, std::size_t first, std::size_t last, std::string_view heading) {
    place.enter(depth, first, last);
    if (level_ && depth <= level_->depth) level_.reset();
    if (std::string level = level_in_heading(heading, known_); !level.empty()) level_ = {depth, std::move(level)};
  }

  place_in_report place;

 private:
  /// What the part leaves open: which of its times is meant, and what notes on words tell of.
  kebi::doubts assumed() const {
    kebi::doubts found = opening_.assumed;
    if (place.untold() || place.here().assumed) found.insert(doubt::period);
    if (place.is_open()) found.insert(doubt::status);
    if (place.here().kind == section::notes) found.insert({doubt::period, doubt::status});
    return found;
  }

  struct level_of_part {
    int depth;
    std::string name;
  };

  const vocabulary& known_;
  setting opening_;
  std::optional<level_of_part> level_;
};

/// Reads a paragraph sentence by sentence; subjects carry over inside it.
template <class Settings>
void read_prose(const document& source, std::size_t first_token, std::size_t last_token,
                Settings&& given, std::vector<fact>& facts, std::vector<std::size_t>& unclear) {
  const tokens& words = source.words();
  memory carried;
  // 1-4月,投资增长9.3%。新开工面积增长11.1%: in a report on some months the time that a sentence starts with holds.
  std::optional<span_words> of_paragraph;
  bool starts = true;
  for (std::size_t first = first_token; first < last_token;) {
    const std::size_t last = end_of_sentence(words, first, last_token);
    const setting& as = given(first, last, starts);
    if (starts && words.all[first].is == word::period && !(as.period && is_whole_years(*as.period)))
      if (const span_words& span = words.spans[words.all[first].at]; span.names_months() && !span.years.first)
        of_paragraph = span;
    sentence read = read_sentence(source.text(), words, first, last, as, carried);
    for (fact& each : read.facts) facts.push_back(std::move(each));
    unclear.insert(unclear.end(), read.left.unclear.begin(), read.left.unclear.end());
    const bool cut = last < last_token && words.all[last].is != word::stop;
    const bool full =
        !cut && (last >= last_token || source.text().text()[words.all[last].begin] != ';');
    starts = full;
    if (full) carried.standing.of_list.reset();
    carried.standing.status = carried.standing.of_list;
    if (full) {  // a period reaches the end of the sentence
      carried.span = of_paragraph;
      carried.parent.lists_parts = false;
      carried.parent.head.clear();
    }
    first = cut ? last : last + 1;
  }
}

/// 2020年主要预期目标: a line that names the figures below it targets.
bool is_list_of_targets(std::string_view line, const vocabulary& known) {
  return line.size() < 300 && line.find("。") == std::string_view::npos && known[group::list_of_targets].ends(line);
}

/// The period that a line over a list of targets names, or the year of the report.
std::optional<period> year_ahead(const document& source, const block& line,
                                 const std::optional<period>& report) {
  const auto span = span_in(source, {line.begin, line.end, line.first, line.last, 0, false}, report);
  if (span) return span;
  return report ? std::optional{year_of(report->year())} : std::nullopt;
}

/// Where the blocks of a placed grid end.
std::size_t end_of_grid(const document& source, std::size_t first, const placed_grid& placed) {
  const std::size_t end = source.text().at(placed.end);
  std::size_t behind = first + 1;
  while (behind < source.blocks().size() && source.blocks()[behind].begin < end) ++behind;
  return behind;
}

/// The first word of a paragraph behind its list number.
std::size_t first_word(const document& source, const block& one, std::string_view words) {
  const std::size_t start = one.begin + list_number_length(words);
  std::size_t first = one.first;
  if (first < one.last && source.words().all[first].is == word::period) return first;  // 一、二、三季度
  while (first < one.last && source.words().all[first].end <= start) ++first;
  return first;
}

/// The blocks of a document, one after the other.
class block_reader {
 public:
  block_reader(const document& source, const setting& opening, calendar years,
               const std::vector<placed_grid>& grids, const block_results& into)
      : source_{source}, settings_{source, opening, years}, grids_{grids}, into_{into} {}

  void run() {
    const auto& blocks = source_.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      switch (blocks[i].is) {
        case line_kind::row:
          if (chinese_ || !grids_.empty()) i = read_rows(i) - 1;
          break;
        case line_kind::heading:
          read_heading(blocks[i]);
          break;
        case line_kind::prose:
          if (why_foreign(shown(blocks[i])).empty()) read_paragraph(blocks[i]);
          break;
        default:
          break;
      }
    }
  }

 private:
  std::string_view shown(const block& one) const {
    return std::string_view{source_.text().text()}.substr(one.begin, one.end - one.begin);
  }
  const vocabulary& known() const { return *source_.words().known; }

  std::size_t read_rows(std::size_t first) {
    const std::size_t begin = source_.blocks()[first].begin;
    while (grid_ < grids_.size() && source_.text().at(grids_[grid_].end) <= begin) ++grid_;
    const bool placed = grid_ < grids_.size() && source_.text().at(grids_[grid_].start) <= begin;
    const std::size_t end = placed ? end_of_grid(source_, first, grids_[grid_]) : end_of_table(source_, first);
    const table_grid grid = placed ? grid_of(source_, grids_[grid_]) : grid_of(source_, first, end);
    const auto prose = [&](std::size_t from, std::size_t to, const setting& as) {
      read_prose(source_, from, to, [&](std::size_t, std::size_t, bool) -> const setting& { return as; },
                 into_.facts, into_.unclear);
    };
    const std::size_t before = into_.facts.size();
    read_table(source_, grid, over_.above, table_setting(grid), prose, {into_.facts, into_.left});
    if (over_.carries)
      for (std::size_t i = before; i < into_.facts.size(); ++i) into_.facts[i].doubts.insert(doubt::period);
    if (placed) over_.above.clear();
    return end;
  }

  /// A table without a time among tables of another year than the report's may be of that year.
  setting table_setting(const table_grid& grid) {
    setting as = settings_.of_table();
    const auto titled = span_of_title(over_.above + ' ' + grid.name, as.period, known());
    if (titled) over_.tables = titled;
    const auto& last = over_.tables;
    over_.carries = !titled && last && as.period && is_whole_years(*last) && is_whole_years(*as.period) &&
                    last->year() != as.period->year();
    if (over_.carries) as.period = last;
    return as;
  }

  void read_heading(const block& one) {
    // The years of 图3 2021-2025年粮食产量 are not those of the text behind it.
    if (!is_caption(shown(one))) settings_.enter(one.level, one.first, one.last, shown(one));
    over_.above = shown(one);
    if (is_list_of_targets(shown(one), known())) note_targets(one);
    else over_.targets.reset();
  }

  void note_targets(const block& one) {
    over_.targets = year_ahead(source_, one, settings_.here().period);
  }

  /// (三)存在问题。 and 二、工作安排: open a part within a paragraph.
  void enter_by_first_words(const block& one, std::string_view words) {
    const int depth = depth_of_number(words);
    if (depth == 0 || depth > depth::second) return;
    std::size_t last = one.first;
    while (last < one.last && source_.words().all[last].is != word::stop &&
           source_.words().all[last].is != word::colon && source_.words().all[last].is != word::comma)
      ++last;
    if (last > one.first)
      settings_.enter(depth, one.first, last, words.substr(0, source_.words().all[last - 1].end - one.begin));
  }

  void read_paragraph(const block& one) {
    const std::string_view words = shown(one);
    enter_by_first_words(one, words);
    settings_.place.start_paragraph();
    if (words.size() < 150 && !holds_any(words, {"。"})) {
      if (!goes_with_title(words)) over_.above.clear();
      (over_.above += ' ') += words;
    }
    const bool lists = is_list_of_targets(words, known());
    if (lists) note_targets(one);
    else if (holds_any(words, {"。"}) && list_number_length(words) == 0) over_.targets.reset();
    setting as;
    const auto given = [&](std::size_t first, std::size_t last, bool starts) -> const setting& {
      if (starts) settings_.place.start_sentence(first, last);
      as = settings_.here();
      if (over_.targets && !lists) {
        as.status = status::target;
        as.period = over_.targets;
      } else if (settings_.place.here().kind == section::measures || settings_.place.here().assumed) {
        forecast(as, words);
      }
      return as;
    };
    read_prose(source_, first_word(source_, one, words), one.last, given, into_.facts, into_.unclear);
  }

  /// In a part for the rest of a time, forecasts are for the whole year.
  void forecast(setting& as, std::string_view words) const {
    if (!holds_any(words, {"预计", "有望"}) || !settings_.opening().period) return;
    as.status = status::forecast;
    as.period = year_of(settings_.opening().period->year());
  }

  const document& source_;
  settings settings_;
  blocks_above over_;
  const std::vector<placed_grid>& grids_;
  std::size_t grid_ = 0;  // the first that does not end above
  block_results into_;
  bool chinese_ = has_chinese(source_.text().text());
};

}  // namespace

void read_blocks(const document& source, const setting& opening, const calendar& years,
                 const std::vector<placed_grid>& grids, const block_results& into) {
  block_reader{source, opening, years, grids, into}.run();
}

}  // namespace kebi::grammar
