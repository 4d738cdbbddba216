#pragma once

#include <array>
#include <concepts>
#include <memory>
#include <utility>

#include "kebi/series/evaluate/operand.hpp"
#include "kebi/series/storage/panel.hpp"

namespace kebi {

/// What an operation can be called with.
template <class T>
concept any_table =
    std::same_as<T, grid> || std::same_as<T, bounds_grid> || std::same_as<T, series> ||
    std::same_as<T, series_bounds> || std::same_as<T, panel> || std::same_as<T, panel_bounds>;

/// A table with bounds alone, of which there are no single figures.
template <class T>
concept bounds_table =
    std::same_as<T, bounds_grid> || std::same_as<T, series_bounds> || std::same_as<T, panel_bounds>;

/// A table that knows what its rows are series of.
template <class T>
concept labelled = any_table<T> && !std::same_as<T, grid> && !std::same_as<T, bounds_grid>;

/// What kind of table an input is, and so the result.
enum class table_kind { plain, single, many };

/// How many columns back an input is read.
enum class lag { none, span, year };

/// One input of an operation, whatever its type. It only looks at its table, which must outlive
/// it; figures that had to be converted or arranged first it keeps.
class argument {
 public:
  argument(const grid& of) : figures_{borrowed(of)} {}
  argument(const bounds_grid& of) : bounds_{borrowed(of)} {}
  argument(const series& of);
  argument(const series_bounds& of);
  argument(const panel& of);
  argument(const panel_bounds& of);
  /// Derived figures of which the bounds are known as well: `of` and bounds of the same shape.
  argument(argument of, const bounds_grid& bounds) : argument{std::move(of)} {
    bounds_ = borrowed(bounds);
  }

  table_kind kind() const { return kind_; }
  bool is_labelled() const { return labels_ != nullptr; }
  /// What the rows are; only of a table that is labelled.
  const kebi::labels& labels() const { return *labels_; }

  /// The figures, or null where there are bounds alone; and the bounds, or null.
  const grid* figures() const { return figures_.get(); }
  const bounds_grid* bounds() const { return bounds_.get(); }

  const timeline& time() const { return figures_ ? figures_->time : bounds_->time; }
  Eigen::Index rows() const { return figures_ ? figures_->rows() : bounds_->rows(); }

  /// Drops figures of which bounds are known, for a result with bounds.
  void keep_bounds() {
    if (bounds_ != nullptr) figures_.reset();
  }

  /// Puts other figures in the place of these.
  void replace(grid figures) { figures_ = std::make_shared<const grid>(std::move(figures)); }
  void replace(bounds_grid bounds) {
    bounds_ = std::make_shared<const bounds_grid>(std::move(bounds));
  }
  void relabel(kebi::labels of) { labels_ = std::make_shared<const kebi::labels>(std::move(of)); }

 private:
  /// A pointer that owns nothing.
  template <class T>
  static std::shared_ptr<const T> borrowed(const T& of) {
    return {std::shared_ptr<void>{}, &of};
  }

  std::shared_ptr<const grid> figures_;
  std::shared_ptr<const bounds_grid> bounds_;
  std::shared_ptr<const kebi::labels> labels_;
  table_kind kind_ = table_kind::plain;
};

/// The inputs of an operation.
class arguments {
 public:
  static constexpr int most = 4;

  template <class... Tables>
  explicit arguments(const Tables&... tables)
      : all_{argument{tables}...}, count_{sizeof...(Tables)} {}
  arguments() = default;
  void add(argument one);

  int count() const { return count_; }
  const argument& operator[](int i) const { return *all_[static_cast<std::size_t>(i)]; }
  argument& operator[](int i) { return *all_[static_cast<std::size_t>(i)]; }
  /// Drops figures of which bounds are known, for a result with bounds.
  void keep_bounds();
  /// Whether some input has bounds alone, so that the result has.
  bool has_bounds_alone() const;

  const timeline& time(int i = 0) const { return (*this)[i].time(); }
  Eigen::Index rows(int i = 0) const { return (*this)[i].rows(); }

  /// The figures of an input, of so many columns before.
  operand at(int i, int back = 0) const;
  operand at(int i, lag back) const { return at(i, columns_back(i, back)); }
  /// Growth without levels beside it: what lies below -100% is a swing into loss, and bounds end
  /// there.
  operand rate(int i, int back = 0) const;
  operand rate(int i, lag back) const { return rate(i, columns_back(i, back)); }

  /// Calls `visit` with the grid of an input, or with its grid of bounds.
  template <class Visit>
  decltype(auto) visit(int i, const Visit& visit) const {
    const argument& of = (*this)[i];
    return of.figures() != nullptr ? visit(*of.figures()) : visit(*of.bounds());
  }

 private:
  int columns_back(int i, lag back) const;

  std::array<std::optional<argument>, most> all_;
  int count_ = 0;
};

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/evaluate/arguments-inl.hpp"
#endif
