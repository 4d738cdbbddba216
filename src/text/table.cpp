#include "table.hpp"

#include <algorithm>
#include <optional>

#include "cells.hpp"
#include "columns.hpp"
#include "kebi/text/read_phrase.hpp"
#include "names.hpp"
#include "strings.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

/// The first span that a title names.
std::optional<period> span_in_title(const std::string& title, const std::optional<period>& about) {
  const folded plain{title};
  const std::string_view words = plain.text();
  for (std::size_t at = 0; at < words.size(); at += character(words.substr(at)).size()) {
    const auto found = scan_span(words.substr(at));
    if (!found) continue;
    try {
      return resolve(*found, {}, about);
    } catch (const error&) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// What the first cell of a row names.
struct row_name {
  std::string name;
  std::string unit;
  std::optional<period> span;
  bool part = false;  // #, 其中
};

class table_reader {
 public:
  table_reader(const document& source, const setting& given, const prose_reader& prose,
               std::vector<fact>& facts)
      : source_{source}, given_{given}, prose_{prose}, facts_{facts} {}

  void read(std::size_t first, std::size_t last, const std::string& title) {
    // 规模以上工业主要指标 1-11月 in a release of November
    about_ = given_.period;
    if (const auto span = span_in_title(title, given_.period))
      if (about_ && span->contains(*about_) && span->year() == about_->year()) about_ = span;
    std::vector<row_cells> rows;
    for (std::size_t i = first; i < last; ++i) {
      row_cells row{source_, source_.blocks()[i]};
      if (!row.is_rule()) rows.push_back(std::move(row));
    }
    std::size_t top = 0;
    if (!rows.empty() && rows.front().is_header()) {
      top = rows.size() > 2 && rows[1].is_header() && !rows[2].is_header() ? 2 : 1;
      if (top == 2 && !read_double_header(rows[0], rows[1], rows[2].size())) top = 1;
      if (top == 1) read_header(rows.front());
    }
    for (std::size_t i = top; i < rows.size(); ++i) read_row(rows[i]);
  }

 private:
  void read_header(const row_cells& heads) {
    for (std::size_t i = 0; i < heads.size(); ++i)
      columns_.push_back(column_of(heads.words(i), heads.printed(i), heads.span(i, given_.period)));
    finish_header(std::string{heads.words(0)});
  }

  /// Two lines of heads: 8月, 1-8月 over 总量, 增长, 总量, 增长.
  bool read_double_header(const row_cells& upper, const row_cells& lower, std::size_t width) {
    const bool short_rows = lower.size() < width;  // the first head reaches over both lines
    const std::size_t groups = upper.size() - 1, heads = short_rows ? lower.size() : width - 1;
    if (groups == 0 || heads == 0 || (!short_rows && !lower[0].empty())) return false;
    const bool merged = groups < heads;
    if (merged && heads % groups != 0) return false;
    columns_.push_back(column_of(upper.words(0), upper.printed(0), {}));
    std::size_t above = 0;
    for (std::size_t i = 0; i < heads; ++i) {
      const std::size_t below = short_rows ? i : i + 1;
      if (below >= lower.size()) break;
      if (merged)
        above = 1 + i / (heads / groups);
      else if (1 + i < upper.size() && !upper[1 + i].empty())
        above = 1 + i;
      if (above == 0 || above >= upper.size()) return columns_.clear(), false;
      auto span = lower.span(below, given_.period);
      if (!span) span = upper.span(above, given_.period);
      column one = column_of(lower.words(below), lower.printed(below), span);
      if (one.is == role::unknown) one = column_of(upper.words(above), upper.printed(above), span);
      columns_.push_back(std::move(one));
    }
    finish_header(std::string{upper.words(0)});
    return true;
  }

  void finish_header(const std::string& first) {
    const auto named = std::ranges::find(columns_, role::name, &column::is);
    const auto plain = std::ranges::find_if(columns_, [](const column& c) {
      return c.is != role::aside || holds_any(c.head, {"类", "领域", "領域", "類"});
    });
    const auto name = named != columns_.end() ? named : plain;
    name_ = name == columns_.end() ? 0 : static_cast<std::size_t>(name - columns_.begin());
    columns_[name_].is = role::name;
    places_ = names_places(first);
    settle_columns(columns_, about_);
    // A heading of a table whose first column counts what the title names.
    plain_ = columns_.size() > 1 && std::ranges::none_of(columns_, [](const column& c) {
               return c.is != role::unknown && c.is != role::name;
             });
  }

  /// The name in a row's first cell: without its list number, # and bracketed period.
  row_name name_of(const row_cells& row, std::size_t at) const {
    row_name found;
    std::string& name = found.name = row.printed(at);
    while (name.starts_with("&nbsp;")) name.erase(0, 6);
    std::size_t digits = 0;
    while (digits < name.size() && is_digit(name[digits])) ++digits;
    for (const std::string_view mark : {".", "、"})
      if (digits > 0 && std::string_view{name}.substr(digits).starts_with(mark)) {
        name.erase(0, digits + mark.size());
        break;
      }
    for (bool marked = true; marked;) {
      marked = false;
      for (const std::string_view mark : {"#", "其中", ":", "："}) {
        if (!name.starts_with(mark)) continue;
        found.part = found.part || mark == "#" || mark == "其中";
        name.erase(0, mark.size());
        marked = true;
      }
    }
    found.span = row.span(at, given_.period);
    for (const std::string_view open : {"(", "（"}) {
      const std::size_t bracket = name.rfind(open);
      if (bracket == std::string::npos || bracket == 0) continue;
      const folded inside{std::string_view{name}.substr(bracket + open.size())};
      const std::size_t length = unit_length(inside.text());
      const bool is_unit = length > 0 && length + 1 == inside.text().size();
      if (is_unit) found.unit = inside.text().substr(0, length);
      if (is_unit || scan_span(inside.text())) name.erase(bracket);
    }
    return found;
  }

  /// A cell of whole sentences.
  bool read_sentences(const row_cells& row, std::size_t i, const row_name& name) {
    const std::string_view words = row.words(i);
    if (words.find("。") == std::string_view::npos && words.size() <= 90) return false;
    setting as = given_;
    const auto& span = name.span;
    if (span && name.name.size() < 40 && span->year() == as.period.value_or(*span).year())
      as.period = span;
    if (as.period && span && is_whole_years(*span) && !is_whole_years(*given_.period))
      as.period = given_.period;
    prose_(row[i].first, row[i].last, as);
    return true;
  }

  void read_row(const row_cells& row) {
    if (row.size() == 0) return;
    const std::size_t at = name_ < row.size() ? name_ : 0;
    row_name name = name_of(row, at);
    if (!name.part)
      total_ = name;
    else if (name.unit.empty())
      name.unit = total_.unit;
    if (row.printed(at).size() > 90) prose_(row[at].first, row[at].last, given_);
    std::optional<fact> target;  // a copy: facts_ grows
    std::size_t counted = at;    // the column of levels that a growth belongs to
    const std::size_t before = facts_.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const column about = i < columns_.size() ? columns_[i] : column{};
      if (i == at || about.is == role::aside || about.is == role::name || row[i].empty()) continue;
      if (read_sentences(row, i, name)) continue;
      if (about.is == role::unit_name) {
        name.unit = row.words(i);
        continue;
      }
      if (about.is == role::nature) {
        const bool binding = row.words(i).find("约束") != std::string_view::npos;
        for (std::size_t k = before; k < facts_.size(); ++k)
          if (facts_[k].status == status::target)
            facts_[k].nature = binding ? nature::binding : nature::expected;
        continue;
      }
      if (about.is == role::level || about.is == role::target) counted = i;
      read_cell(row, i, about, indicator_of(row, at, counted, name), name,
                target ? &*target : nullptr);
      if (!target && facts_.size() > before && facts_.back().status == status::target)
        target = facts_.back();
    }
  }

  /// What a figure is of: the row, what the column counts of it, or what the column names of a
  /// place.
  std::string indicator_of(const row_cells& row, std::size_t at, std::size_t counted,
                           const row_name& name) const {
    if (plain_) return label_of(row[at]) + columns_[name_].head;
    if (places_ && counted < columns_.size() && counted != at) return columns_[counted].head;
    const std::string noun = counted < columns_.size() ? columns_[counted].noun : std::string{};
    return noun.empty() || name.name.ends_with(noun) ? name.name : name.name + noun;
  }

  /// Rows that count what the head names: 上半年新开工 under 重大项目数.
  std::string label_of(const cell& c) const {
    std::string label;
    for (std::size_t i = c.first; i < c.last; ++i) {
      const token& t = source_.words().all[i];
      if (t.is == word::period || t.is == word::goal || t.is == word::status) continue;
      label += source_.text().printed(t.begin, t.end);
    }
    if (label.starts_with("当前")) label.erase(0, std::string_view{"当前"}.size());
    return label;
  }

  std::string region_of(const std::string& place) const {
    if (!places_) return given_.region;
    const bool whole = starts_with_any(simplified_name(place), {"全", "合计", "总计"});
    return whole ? given_.region : place;
  }

  std::optional<period> span_of(const column& about, const row_name& name, bool as_target) const {
    if (as_target) {
      if (about.span) return about.span;
      return given_.period && given_.period->in_one_year() ? year_of(given_.period->year())
                                                           : given_.period;
    }
    if (name.span) return name.span;
    const bool whole_years = about.span && given_.period && is_whole_years(*about.span);
    if (about.span && (about.is == role::level || !whole_years)) return about.span;
    return about_;
  }

  void read_cell(const row_cells& row, std::size_t i, const column& about,
                 const std::string& indicator, const row_name& name, const fact* target) {
    const std::string_view words = row.words(i);
    const bool labelled_plan =
        plain_ && holds_any(row.words(name_ < row.size() ? name_ : 0), {"计划", "目标"});
    const bool as_target = about.is == role::target || about.is == role::average || labelled_plan;
    phrase_context context;
    // Under 单位GDP能耗降低(%) a bare figure is a fall.
    const bool falls =
        name.unit == "%" && holds_any(simplified_name(indicator), {"降低", "下降", "削减"});
    context.indicator = falls ? indicator + "(%)" : indicator;
    context.region = region_of(name.name);
    context.known = given_.known;
    context.period = span_of(about, name, as_target);
    const std::size_t from = source_.text().start(row[i].begin),
                      to = source_.text().end(row[i].end);
    const std::string_view cell_text = source_.text().source().substr(from, to - from);
    std::vector<fact> read;
    try {
      if (as_target) {
        if (words != "-") read = read_target(cell_text, context);
      } else if (row.has_number(i) || holds_any(words, {"持平", "稳定", "同步"})) {
        fact as_growth;
        as_growth.measure = measure::growth;
        as_growth.in = unit{"%"};
        read = read_outcome(cell_text, context, about.is == role::growth ? &as_growth : target);
      }
    } catch (const error&) {
      return;  // its numbers are accounted for as unread
    }
    for (fact& each : read) {
      if (each.bound == bound::none && !each.direction) continue;
      each.indicator = indicator;
      settle(each, about, name, words.starts_with('['));
      each.start += from;
      each.end += from;
      facts_.push_back(std::move(each));
    }
  }

  /// What the heads say of a figure: its unit, and what it is.
  void settle(fact& made, const column& about, const row_name& name, bool sum_of_years) const {
    const bool bare = !made.in && (made.value || made.bound == bound::range);
    const bool ratio = is_ratio(made.indicator, given_.known);
    if (about.is == role::growth) {
      if (bare) made.in = unit{"%"};
      if (made.in && made.in->symbol() == "%") made.measure = measure::growth, made.subject.reset();
      made.basis = about.basis.value_or(basis::yoy);
    } else if (about.is == role::change) {
      if (bare) made.in = unit_named(about.unit);
      made.measure = measure::change;
      made.subject = measure::level;
      made.basis = about.basis ? about.basis : made.basis;
    } else if (about.is == role::progress) {
      if (bare) made.in = unit{"%"};
      made.measure = measure::progress;
      made.of = about.of;
      made.basis.reset();
    } else if (about.is == role::average && sum_of_years) {  // 〔16〕 adds up the years of a plan
      if (bare) made.in = unit{ratio ? "个百分点" : "%"};
      if (ratio) made.measure = measure::change, made.subject = measure::level;
      made.basis.reset();
    } else if (about.is == role::average) {
      if (bare) made.in = unit{"%"};
      made.measure = measure::growth;
      made.basis = basis::average;
    } else if (bare) {
      const std::string& usual = about.unit.empty() || about.unit == "%" ? name.unit : about.unit;
      made.in = unit_named(usual.empty() ? about.unit : usual);
      if (made.in && made.in->symbol() == "%" && !ratio && made.measure == measure::level) {
        made.measure = measure::growth;
        made.basis = basis::yoy;
      }
    }
    if (about.expected && made.status == status::actual) made.status = status::estimate;
    if (name.part) made.parent = total_.name;
  }

  const document& source_;
  const setting& given_;
  const prose_reader& prose_;
  std::vector<fact>& facts_;
  std::optional<period> about_;  // what a figure without a span is of
  std::vector<column> columns_;
  std::size_t name_ = 0;  // the column of names
  bool places_ = false;   // whose names are places
  bool plain_ = false;
  row_name total_;
};

}  // namespace

void read_table(const document& source, std::size_t first, std::size_t last,
                const std::string& title, const setting& given, const prose_reader& prose,
                std::vector<fact>& facts) {
  table_reader{source, given, prose, facts}.read(first, last, title);
}

}  // namespace kebi::grammar
