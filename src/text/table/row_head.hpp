#pragma once

#include <optional>
#include <string>

#include "text/sentence/sentence.hpp"
#include "text/table/table_grid.hpp"

namespace kebi::grammar {

/// What the first cell of a row says: 1. 其中:工业用电量增长(亿千瓦时).
struct row_head {
  /// Without list number, # and brackets that are no part of it; empty for 增速 alone, which
  /// is about the row above.
  std::string name;
  bool part = false;           ///< of the row above: # or 其中
  std::optional<period> span;  ///< (1-5月)
  bool to_date = false;        ///< _累计值: of the months up to that of the column
  std::string unit;
  std::optional<comparable> prices;  ///< (现价)
  int growth = 0;  ///< 1 where the name ends with 增长, -1 with 下降: its figures are growth
};

row_head read_row_head(const document& source, const cell& c, const setting& given);

}  // namespace kebi::grammar
