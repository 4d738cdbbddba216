#pragma once

#include <vector>

#include "kebi/series/storage/grid.hpp"

/// Rows and columns of a table, picked and put in another order.
namespace kebi {

/// Some rows, in the order asked for; one row may be asked for many times, and -1 stands for a
/// row that the table lacks, which is absent. Throws `error` for other rows.
grid rows_of(const grid& from, const std::vector<Eigen::Index>& rows);
bounds_grid rows_of(const bounds_grid& from, const std::vector<Eigen::Index>& rows);

/// Figures arranged anew along time: at each column of `time` those of column `from[t]`, and none
/// where that lies outside.
grid columns_of(const grid& of, const timeline& time, const std::vector<int>& from);
bounds_grid columns_of(const bounds_grid& of, const timeline& time, const std::vector<int>& from);

/// Each figure moved `columns` later, so that it lines up with the one it precedes.
grid lagged(const grid& of, int columns);

/// What each figure of a grid can be, as it was published. Throws `error` where its decimals are
/// not known.
bounds_grid bounds_of(const grid& published);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/storage/select-inl.hpp"
#endif
