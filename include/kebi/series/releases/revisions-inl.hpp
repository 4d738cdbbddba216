#pragma once

#include <algorithm>
#include <tuple>
#include <utility>

#include "kebi/series/releases/revisions.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE std::int32_t days_of(std::int32_t year, std::int32_t month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace detail

KEBI_INLINE release_date::release_date(std::string_view iso) {
  const std::size_t n = iso.size();
  bool is_date = n == 4 || n == 7 || n == 10;
  for (std::size_t i = 0; i < n; ++i)
    is_date = is_date && (i == 4 || i == 7 ? iso[i] == '-' : iso[i] >= '0' && iso[i] <= '9');
  const auto number = [iso](std::size_t from, std::size_t count) {
    std::int32_t value = 0;
    for (const char digit : iso.substr(from, count)) value = value * 10 + (digit - '0');
    return value;
  };
  if (is_date) {
    const std::int32_t year = number(0, 4), month = n > 4 ? number(5, 2) : 12;
    is_date = month >= 1 && month <= 12;
    const std::int32_t end = is_date ? detail::days_of(year, month) : 0,
                       day = n > 7 ? number(8, 2) : end;
    is_date = is_date && day >= 1 && day <= end;
    last_ = year * 10'000 + month * 100 + day;
    first_ = n == 4 ? year * 10'000 + 101 : n == 7 ? last_ - day + 1 : last_;
  }
  if (!is_date) throw error{"a vintage is a date such as 2026-08-11: found " + in_quotes(iso)};
}

KEBI_INLINE release_date::release_date(std::int32_t first, std::int32_t last)
    : first_{first}, last_{last} {
  if (last < first) throw error{"a date ends after it starts"};
}

KEBI_INLINE std::string code(const release_date& date) {
  const auto one = [](std::int32_t day) {
    std::string text = std::to_string(day);
    text.insert(0, text.size() < 8 ? 8 - text.size() : 0, '0');
    return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
  };
  return date.first() == date.last() ? one(date.first())
                                     : one(date.first()) + ".." + one(date.last());
}

KEBI_INLINE bool is_known(const release_date& published, const release_date& by) {
  if (published.last() <= by.last()) return true;
  if (published.first() > by.last()) return false;
  throw error{"what was published in " + code(published) + " may be later than " + code(by) +
              ": give dates to the day, or ask for the end of that time"};
}

KEBI_INLINE bool precedes(const release_date& one, const release_date& other) {
  if (one.last() < other.first()) return true;
  if (one == other || other.last() < one.first()) return false;
  throw error{"which came first is open: found releases of " + code(one) + " and of " +
              code(other) + ". Give both dates to the day"};
}

KEBI_INLINE std::vector<std::size_t> known_releases(std::span<const release_date> all,
                                                    const release_date& by) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k)
      if (!precedes(all[k], all[i]) && all[k] == all[i])
        throw error{"two releases are of " + code(all[i])};
    if (is_known(all[i], by)) known.push_back(i);
  }
  if (known.empty()) throw error{"nothing was published by " + code(by)};
  std::sort(known.begin(), known.end(),
            [&](std::size_t a, std::size_t b) { return all[a].first() < all[b].first(); });
  return known;
}

namespace detail {

KEBI_INLINE bool has_figure(const coded_rows& rows, std::size_t row) {
  return !is_nan(rows.values[row]) && (rows.status.empty() || rows.status[row] == is_figure);
}

/// Calls `visit(rows of one figure, in the order of their dates)` in the order of first rows.
template <class Visit>
void each_figure(const released_rows& table, const Visit& visit) {
  const coded_rows& rows = table.rows;
  require_lengths(rows);
  if (table.published.size() != rows.values.size())
    throw error{"the columns of a long table must be of one length"};
  std::vector<std::size_t> order(rows.values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto figure = [&](std::size_t i) {
    return std::tuple{rows.regions[i], rows.indicators[i], rows.ends[i]};
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple{figure(a), table.published[a].first(), a} <
           std::tuple{figure(b), table.published[b].first(), b};
  });
  std::vector<std::pair<std::size_t, std::span<const std::size_t>>> figures;
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    std::size_t first = order[from];
    for (to = from; to < order.size() && figure(order[to]) == figure(order[from]); ++to)
      first = std::min(first, order[to]);
    figures.emplace_back(first, std::span{order}.subspan(from, to - from));
  }
  std::sort(figures.begin(), figures.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& each : figures) visit(each.second);
}

/// The rows of one figure that have it, each release once.
KEBI_INLINE std::vector<std::size_t> releases_of(const released_rows& table,
                                                 std::span<const std::size_t> rows) {
  std::vector<std::size_t> releases;
  for (const std::size_t row : rows) {
    if (!has_figure(table.rows, row)) continue;
    if (!releases.empty() && !precedes(table.published[releases.back()], table.published[row])) {
      if (table.rows.values[releases.back()] != table.rows.values[row])
        throw error{"rows " + std::to_string(releases.back()) + " and " + std::to_string(row) +
                    " give one figure on one date, " + code(table.published[row]) +
                    ", and differently: " + in_digits(table.rows.values[releases.back()]) +
                    " and " + in_digits(table.rows.values[row])};
      continue;
    }
    releases.push_back(row);
  }
  return releases;
}

}  // namespace detail

KEBI_INLINE std::vector<std::size_t> as_of(const released_rows& table, const release_date& date) {
  std::vector<std::size_t> known;
  detail::each_figure(table, [&](std::span<const std::size_t> rows) {
    std::optional<std::size_t> last;
    for (const std::size_t row : detail::releases_of(table, rows))
      if (is_known(table.published[row], date)) last = row;
    for (std::size_t i = 0; i < rows.size() && !last; ++i)
      if (!detail::has_figure(table.rows, rows[i]) && is_known(table.published[rows[i]], date))
        last = rows[i];
    if (last) known.push_back(*last);
  });
  std::sort(known.begin(), known.end());
  return known;
}

KEBI_INLINE std::vector<released_figure> revisions(const released_rows& table) {
  std::vector<released_figure> all;
  detail::each_figure(table, [&](std::span<const std::size_t> rows) {
    std::optional<std::size_t> before;
    for (const std::size_t row : detail::releases_of(table, rows)) {
      all.push_back({row, before});
      before = row;
    }
  });
  return all;
}

KEBI_INLINE revision_figures figures_of(const released_rows& table,
                                        std::span<const released_figure> lines) {
  const timeline one{frequency::year, month_of(2000, 12).first(), 1};
  const auto count = static_cast<Eigen::Index>(lines.size());
  revision_figures made{grid::blank(one, count), grid::blank(one, count)};
  if (!table.decimals.empty() && table.decimals.size() != table.rows.values.size())
    throw error{"the columns of a long table must be of one length"};
  for (Eigen::Index k = 0; k < count; ++k) {
    const released_figure& each = lines[static_cast<std::size_t>(k)];
    made.latest.set(k, 0, table.rows.values[each.row]);
    if (each.before) made.before.set(k, 0, table.rows.values[*each.before]);
    if (table.decimals.empty()) continue;
    made.latest.decimals.push_back(table.decimals[each.row]);
    made.before.decimals.push_back(table.decimals[each.before.value_or(each.row)]);
  }
  return made;
}

}  // namespace kebi
