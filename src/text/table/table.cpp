#include "text/table/table.hpp"

#include <algorithm>
#include <optional>

#include "kebi/core/error.hpp"
#include "kebi/text/read_phrase.hpp"
#include "text/names/indicator_names.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/cell_facts.hpp"
#include "text/table/column_heads.hpp"
#include "text/table/row_head.hpp"
#include "text/table/table_rows.hpp"

namespace kebi::grammar {
namespace {

/// How many columns a table has that stands twice side by side; 0 where it stands once.
std::size_t width_of_panel(const document& source, const std::vector<row>& heads) {
  if (heads.size() != 1 || heads.front().front().empty()) return 0;
  const row& all = heads.front();
  for (std::size_t k = 2; 2 * k <= all.size(); ++k)
    if (words_of(source, all[k]) == words_of(source, all[0]) &&
        words_of(source, all[k + 1]) == words_of(source, all[1])) return k;
  return 0;
}
row part_of(const row& cells, std::size_t from, std::size_t width) {
  if (width == 0) return cells;
  const auto first = cells.begin() + static_cast<std::ptrdiff_t>(std::min(from, cells.size()));
  const auto last =
      cells.begin() + static_cast<std::ptrdiff_t>(std::min(from + width, cells.size()));
  return {first, last};
}

class table_reader {
 public:
  table_reader(const document& source, const setting& given, const prose_reader& prose,
               std::vector<fact>& facts)
      : source_{source}, given_{given}, prose_{prose}, facts_{facts} {}

  void read(std::size_t first, std::size_t last, const std::string& title) {
    const table_rows rows = cut_table(source_, first, last);
    const std::size_t width = width_of_panel(source_, rows.heads);
    std::vector<table_heads> panels;
    for (std::size_t at = 0; at == 0 || (width > 0 && at < rows.heads.front().size());
         at += width) {
      std::vector<row> heads;
      for (const row& cells : rows.heads) heads.push_back(part_of(cells, at, width));
      panels.push_back(read_heads(source_, heads, title + ' ' + rows.title, given_));
      if (width == 0) break;
    }
    for (const row& cells : rows.body)
      for (std::size_t k = 0; k < panels.size(); ++k) {
        heads_ = panels[k];
        read_row(part_of(cells, k * width, width));
      }
  }

 private:
  std::string_view words(const cell& c) const { return words_of(source_, c); }

  void read_row(const row& cells) {
    if (heads_.name >= cells.size()) return;
    const bool goes_on = heads_.region && cells[heads_.name].empty() && !head_.name.empty();
    if (!goes_on) named_ = cells[heads_.name];  // one name for several regions
    head_ = read_row_head(source_, named_, given_);
    region_ = heads_.region && *heads_.region < cells.size()
                  ? printed(source_, cells[*heads_.region])
                  : "";
    if (head_.name.empty())
      head_.name = total_;
    else if (!head_.part)
      total_ = head_.name, total_unit_ = head_.unit;
    if (printed(source_, named_).size() > 90) prose_(named_.first, named_.last, given_);
    if (rows_are(role::time) && !head_.span) return;
    const std::size_t start = facts_.size();
    std::optional<fact> target;  // a copy: facts_ grows
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const column about = k < heads_.columns.size() ? heads_.columns[k] : column{};
      if (k == heads_.name || cells[k].empty()) continue;
      if (about.is == role::unit) head_.unit = printed(source_, cells[k]);
      if (about.is != role::figure) continue;
      if (is_sentences(cells[k]))
        read_sentences(cells[k]);
      else
        read_cell(cells[k], about, target ? &*target : nullptr);
      if (!target && facts_.size() > start && facts_[start].status == status::target)
        target = facts_[start];
    }
    for (std::size_t k = 0; k < cells.size() && k < heads_.columns.size(); ++k)
      if (heads_.columns[k].is == role::nature && !cells[k].empty())
        set_nature(start, words(cells[k]));
  }

  void set_nature(std::size_t start, std::string_view said) {
    for (std::size_t i = start; i < facts_.size(); ++i)
      if (facts_[i].status == status::target)
        facts_[i].nature =
            said.find("约束") != std::string_view::npos ? nature::binding : nature::expected;
  }

  bool is_sentences(const cell& c) const {
    return words(c).find("。") != std::string_view::npos || words(c).size() > 90;
  }

  void read_sentences(const cell& c) {
    setting as = given_;
    const auto& span = head_.span;
    if (span && head_.name.size() < 40 && span->year() == as.period.value_or(*span).year())
      as.period = span;
    if (span && is_whole_years(*span) && given_.period && !is_whole_years(*given_.period))
      as.period = given_.period;
    prose_(c.first, c.last, as);
  }

  /// Rows that count what the head names: 上半年新开工 under 重大项目数.
  std::string label(const cell& c) const {
    std::string words;
    for (std::size_t i = c.first; i < c.last; ++i) {
      const token& t = source_.words().all[i];
      if (t.is == word::period || t.is == word::goal || t.is == word::status) continue;
      words += source_.text().printed(t.begin, t.end);
    }
    if (words.starts_with("当前")) words.erase(0, std::string_view{"当前"}.size());
    return words + heads_.first;
  }

  /// Whether the rows are places or times, so that the heads name what is measured.
  bool rows_are(role what) const {
    return heads_.name < heads_.columns.size() && heads_.columns[heads_.name].is == what;
  }

  /// 水泥 under 产量 is 水泥产量; a row of a region is about what the head names.
  std::string indicator_under(const column& about) const {
    if (rows_are(role::region) || rows_are(role::time)) return about.noun;
    if (about.noun.empty() || head_.name.ends_with(about.noun) ||
        (head_.name.ends_with("量") && about.noun.ends_with("量")))
      return head_.name;
    return head_.name + about.noun;
  }

  std::string region() const {
    const std::string& place = rows_are(role::region) ? head_.name : region_;
    if (place.empty() || holds_any(place, {"合计", "总计"})) return given_.region;
    const bool own = starts_with_any(place, {"全", "本", "我"}) && place.size() == 6;
    return own ? region_named(place, given_) : place;
  }

  /// When the figures of a column are of, where neither a head nor the row says another time.
  std::optional<period> span_of(const column& about, bool as_target) const {
    if (as_target) {
      if (about.span) return about.span;
      return given_.period ? std::optional{year_of(given_.period->year())} : std::nullopt;
    }
    const bool of_year =
        about.measure == measure::level && about.span && is_whole_years(*about.span);
    if (head_.span && !(of_year && head_.span->months() == 1))
      return head_.span;  // 年末 in a year's column
    if (heads_.plan || (about.told && about.span && about.measure == measure::level))
      return about.span ? about.span : given_.period;
    const bool year = about.span && is_whole_years(*about.span) && about.measure != measure::level;
    const bool own = about.span && (!year || !given_.period || is_whole_years(*given_.period));
    return own ? about.span : given_.period;
  }

  /// The years that a sum in the column of a plan's year is reached over.
  std::optional<period> years_up_to(const column& about) const {
    if (about.measure != measure::level || !about.span) return heads_.plan;
    const int last = about.span->year();
    return years_of(last - heads_.plan->months() / 12 + 1, last);
  }

  void read_cell(cell c, const column& about, const fact* target) {
    // 〔16〕 in a plan for several years is reached over all of them.
    const bool over_years = heads_.plan && words(c).starts_with('[') && words(c).ends_with(']');
    if (over_years) ++c.begin, --c.end;
    if (words(c).find_first_not_of("-/.…·x()\"") == std::string_view::npos) return;
    bool as_target = about.status == status::target;
    if (heads_.plain) as_target = holds_any(words(named_), {"计划", "目标"});
    phrase_context context;
    context.indicator = heads_.plain ? label(named_) : indicator_under(about);
    if (context.indicator.empty()) return;
    context.region = region();
    context.known = given_.known;
    context.period = over_years ? years_up_to(about) : span_of(about, as_target);
    const std::size_t from = source_.text().start(c.begin), to = source_.text().end(c.end);
    std::vector<fact> read;
    try {
      read = read_words(c, source_.text().source().substr(from, to - from), context, about,
                        as_target, target);
    } catch (const error&) {
      return;  // its numbers are accounted for as unread
    }
    for (fact& each : read) {
      if (each.bound == bound::none && !each.direction) continue;
      complete(each,
               {about, head_, head_.part ? total_unit_ : head_.unit, over_years, given_.known});
      each.start += from;
      each.end += from;
      if (head_.part) each.parent = total_;
      facts_.push_back(std::move(each));
    }
  }

  std::vector<fact> read_words(const cell& c, std::string_view printed,
                               const phrase_context& context, const column& about, bool as_target,
                               const fact* target) const {
    if (as_target) return read_target(printed, context);
    if (!has_number(source_, c) && !holds_any(words(c), {"持平", "稳定", "同步"})) return {};
    if (about.measure == measure::level) return read_outcome(printed, context, target);
    fact beside;  // makes a bare % what the head says
    beside.measure = measure::growth;
    beside.unit = unit{"%"};
    return read_outcome(printed, context, &beside);
  }

  const document& source_;
  const setting& given_;
  const prose_reader& prose_;
  std::vector<fact>& facts_;
  table_heads heads_;
  cell named_;  // the cell of the row's name
  row_head head_;
  std::string region_;              // of the row, where a column beside the names tells it
  std::string total_, total_unit_;  // of the row that parts belong to
};

}  // namespace

void read_table(const document& source, std::size_t first, std::size_t last,
                const std::string& title, const setting& given, const prose_reader& prose,
                std::vector<fact>& facts) {
  table_reader{source, given, prose, facts}.read(first, last, title);
}

}  // namespace kebi::grammar
