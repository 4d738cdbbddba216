#include <pybind11/typing.h>

#include "bindings.hpp"
#include "kebi/io.hpp"
#include "text/given_lexicon.hpp"

namespace {

/// A grid of texts from Python: cells know their row and column, but no bytes.
kebi::table table_of(const std::vector<std::vector<std::string>>& rows) {
  kebi::table grid;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto& row = grid.emplace_back();
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      row.push_back({.text = rows[r][c], .at = {r + 1, c + 1, 0}});
  }
  return grid;
}

/// Reads a plan, and adds to a list of Python what of it is left out.
template <class Source>
kebi::report read_plan(const Source& source, const kebi::catalogue& known, const std::string& region,
                       std::optional<kebi::period> period, const given_lexicon& lexicon,
                       std::optional<py::typing::List<py::str>> skipped) {
  std::vector<std::string> left_out;
  kebi::report read = kebi::read_plan(source, known, {region, period, pointer_to(lexicon)}, &left_out);
  if (skipped)
    for (const std::string& each : left_out) skipped->append(each);
  return read;
}

}  // namespace

void bind_io(py::module_& m) {
  m.def("to_utf8", [](const py::bytes& bytes) { return kebi::to_utf8(std::string_view{bytes}); }, "data"_a,
        "The text of a file's bytes: UTF-8 or GB 18030.");
  m.def("read_facts", [](const std::string& jsonl) { return kebi::report_of(kebi::read_facts(jsonl)); }, "jsonl"_a);
  m.def("write_facts", [](const std::vector<kebi::fact>& facts) { return kebi::write_facts(facts); }, "facts"_a);
  m.def("read_csv",
        [](const std::string& csv) {
          std::vector<std::vector<std::string>> rows;
          for (const auto& row : kebi::read_csv(csv, kebi::separator_of(csv))) {
            auto& texts = rows.emplace_back();
            for (const kebi::table_cell& each : row) texts.push_back(each.text);
          }
          return rows;
        },
        "csv"_a);
  m.def("is_plan", [](const std::string& csv) { return kebi::is_plan(kebi::read_csv(csv, kebi::separator_of(csv))); }, "csv"_a);
  m.def("is_plan_rows", [](const std::vector<std::vector<std::string>>& rows) { return kebi::is_plan(table_of(rows)); },
        "rows"_a);
  m.def("read_plan",
        [](const std::string& csv, const kebi::catalogue& known, const std::string& region,
           std::optional<kebi::period> period, const given_lexicon& lexicon,
           const std::optional<py::typing::List<py::str>>& skipped) { return read_plan(csv, known, region, period, lexicon, skipped); },
        "csv"_a, "catalogue"_a, "region"_a, "period"_a, "lexicon"_a = py::none(), "skipped"_a = py::none());
  m.def("read_plan_rows",
        [](const std::vector<std::vector<std::string>>& rows, const kebi::catalogue& known,
           const std::string& region, std::optional<kebi::period> period, const given_lexicon& lexicon,
           const std::optional<py::typing::List<py::str>>& skipped) {
          return read_plan(table_of(rows), known, region, period, lexicon, skipped);
        },
        "rows"_a, "catalogue"_a, "region"_a, "period"_a, "lexicon"_a = py::none(), "skipped"_a = py::none());
  m.def("write_plan",
        [](const kebi::report& of, const kebi::catalogue& known) { return kebi::write_plan(of, known); },
        "report"_a, "catalogue"_a);
}
