#include "text/report/standing.hpp"

#include <string>

#include "kebi/core/error.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

section section_of_code(std::string_view code) {
  static constexpr std::pair<std::string_view, section> codes[] = {
      {"review",   section::review  },
      {"plan",     section::plan    },
      {"measures", section::measures},
      {"projects", section::projects},
      {"problems", section::problems},
      {"notes",    section::notes   },
      {"apart",    section::apart   },
  };
  for (const auto& [name, is] : codes)
    if (name == code) return is;
  throw error{"a kind of section is one of review, plan, measures, projects, problems, notes, "
              "apart: found " + std::string{code}};
}

bool looks_ahead(section kind) {
  return kind == section::plan || kind == section::measures || kind == section::projects;
}

/// What words without a time say.
standing without_time(section kind, const calendar& years) {
  standing found{kind, status::actual, years.reviewed};
  if (!looks_ahead(kind)) return found;
  found.status = status::target;
  found.assumed = !years.ahead;
  if (years.ahead) {
    found.period = years.ahead;
  } else if (years.is_yearly()) {
    found.period = year_of(*years.last_year() + 1);
    found.assumed = years.now != found.period->year();
  }
  return found;
}

}  // namespace

section kind_of(std::string_view heading, const vocabulary& known) {
  const listed_word* last = last_within(heading, known[group::section]);
  return last ? section_of_code(last->detail) : section::none;
}

standing standing_of(const period& time, section kind, const calendar& years) {
  standing found{kind, status::actual, time};
  if (!years.reviewed) {
    if (looks_ahead(kind)) found.status = status::target;
    return found;
  }
  const period& reviewed = *years.reviewed;
  const bool ahead = time.first() > reviewed.last();
  const bool past = time.last() <= reviewed.last();
  // 2025年主要工作, of a report given in 2026, are done.
  const bool over = years.now && time.last().year() < *years.now && past;
  const bool as_told = kind == section::review || kind == section::problems;
  if (ahead || (looks_ahead(kind) && !over && time.last() >= reviewed.last()) || (!past && !as_told))
    found.status = status::target;
  return found;
}

std::vector<standing> standings_of(const document& source, std::size_t first, std::size_t last,
                                   const calendar& years) {
  const auto& all = source.words().all;
  const std::string_view text = source.text().text();
  std::vector<standing> found;
  if (first >= last) return found;
  const std::size_t end = all[last - 1].end;
  // 2026年某省政府工作报告: the year in which it is given, not that of what stands below.
  if (holds_any(text.substr(all[first].begin, end - all[first].begin), {"工作报告", "工作的报告"}))
    return found;
  section behind = section::none;  // the kind of the words behind the last time
  std::size_t until = end;
  for (std::size_t i = last; i-- > first;) {
    if (all[i].is != word::period) continue;
    const auto time = resolved(source.words().spans[all[i].at], years);
    if (!time) continue;
    const section own = kind_of(text.substr(all[i].end, until - all[i].end), *source.words().known);
    if (own != section::none) behind = own;
    until = all[i].begin;
    found.insert(found.begin(), standing_of(*time, behind, years));
  }
  if (!found.empty()) return found;
  const section kind = kind_of(text.substr(all[first].begin, end - all[first].begin), *source.words().known);
  if (kind != section::none) found.push_back(without_time(kind, years));
  return found;
}

}  // namespace kebi::grammar
