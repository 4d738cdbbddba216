#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/table/heads/column_heads.hpp"
#include "text/table/row_head.hpp"

namespace kebi::grammar {

/// A row with what the rows above it imply for it.
struct stub_row : row_head {
  std::string parent;     ///< the total that a part belongs to
  std::string above;      ///< unit of the total, or of the group that it stands in
  bool assumed = false;   ///< whether that unit is only the one of the row before
  int months_back = 0;    ///< (上月数据): how long before the figures of the columns
};

/// The names of the rows of one table, read from above.
class stub {
 public:
  /// `name` is the column of names. `merges` says whether the source shows which cells are merged,
  /// so that an empty one has no name.
  stub(const document& source, const setting& given, const std::vector<row>& body,
       std::size_t name, bool merges);

  /// Enters a row; `figures` says whether it holds any, or is the head of a group; `code` is that of a column
  /// of codes beside the names, 2010101.
  const stub_row& enter(const cell& name, bool figures, std::string_view code = {});

 private:
  /// A row that rows below may belong to.
  struct level {
    std::string name, unit;
    row_time time;
    int indent = 0, number = 0, months_back = 0;
    bool figures = false;
    std::optional<status> told;
  };

  /// The last row that is no part, which parts below it belong to.
  struct total_row {
    std::string name, unit;
    int indent = 0;
  };

  void leave_levels(int indent, int number, bool figures);
  void find_total(int indent, int number);
  void find_unit(int indent);
  void take_from_levels(bool figures);
  void qualify(int indent, int number);

  const document& source_;
  const setting& given_;
  bool merges_;
  std::map<std::string, int, std::less<>> times_;  // that a name stands in the table
  std::vector<level> levels_;
  stub_row row_;
  total_row total_;
  std::string last_unit_;
  bool in_parts_ = false;
};

}  // namespace kebi::grammar
