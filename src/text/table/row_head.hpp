#pragma once

#include <optional>
#include <string>

#include "text/sentence/sentence.hpp"
#include "text/table/table_grid.hpp"

namespace kebi::grammar {

/// When the figures of a row are of.
struct row_time {
  std::optional<period> span;  ///< (1-5月)
  bool dated = false;          ///< whether its name starts with a date: 2022年末债务余额
  bool to_date = false;        ///< 累计值: of the months up to that of the column
};

/// What the first cell of a row says: 1. 其中:工业用电量增长(亿千瓦时).
struct row_head : row_time {
  /// Without list number, # and brackets that are no part of it; empty for 增速 alone, which
  /// is about the row above.
  std::string name;
  bool part = false;      ///< of the row above: # or 其中
  std::optional<status> told;  ///< 预计执行数, 预算数: of its figures
  std::string unit;
  std::optional<comparable> prices;  ///< (现价)
  int growth = 0;  ///< 1 where the name ends with 增长, -1 with 下降: its figures are growth
};

row_head read_row_head(const document& source, const cell& c, const setting& given);

}  // namespace kebi::grammar
