#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/text/read_phrase.hpp"
#include "text/table/heads/column_heads.hpp"
#include "text/table/stub.hpp"
#include "text/table/table.hpp"

namespace kebi::grammar {

/// The row that is being read.
struct current_row {
  cell named;          ///< the cell of its name
  stub_row head;
  std::string region;  ///< where a column beside the names says it
};

/// Reads the rows of one table from above.
class row_reader {
 public:
  row_reader(const document& source, const setting& given, const table_heads& heads,
             const std::vector<row>& body, bool merges, const prose_reader& prose,
             const table_results& into);

  void read(const row& cells);

 private:
  std::string_view words(const cell& c) const { return words_of(source_, c); }
  bool rows_are(role what) const;
  void enter(const row& cells);
  column beside(column about, const row& cells) const;
  void read_figures(const row& cells);
  void read_sentences(const cell& c);
  std::string indicator_under(const column& about) const;
  std::string region(const column& about) const;
  std::string unit_under(const column& about) const;
  std::optional<period> span_of(const column& about, bool as_target) const;
  void read_cell(cell c, const column& about, const fact* target);
  std::vector<fact> read_words(const cell& c, std::string_view printed,
                               const phrase_context& context, const column& about, bool as_target,
                               const fact* target) const;
  void keep(std::vector<fact>& read, const cell& c, const column& about, bool over_years);

  const document& source_;
  setting given_;
  table_heads heads_;
  bool merges_;  // whether the source shows which cells are merged
  prose_reader prose_;
  table_results into_;
  stub stub_;
  current_row row_;
};

}  // namespace kebi::grammar
