#pragma once

#include <Python.h>

#include <span>
#include <string>
#include <vector>

#include "../arrow.hpp"
#include "kebi/series/long_table/name_runs.hpp"
#include "whole_numbers.hpp"

/// The loops over the columns of long tables. They are compiled for speed and know nothing of
/// pybind11, which everything else here is compiled with for size.
namespace columns {

/// What each number of a column stands for, in the order of the numbers. The text is that of a
/// column of texts.
std::vector<std::int64_t> number_all(const whole_numbers& column, std::int32_t* out);
kebi::name_runs runs_of(const whole_numbers& column);

/// Numbers the texts of an array of objects, or gives their runs, and in `met` one of each; false
/// where one of them is something else, or empty.
bool number_objects(std::span<PyObject* const> objects, std::vector<PyObject*>& met, std::int32_t* out);
bool runs_of_objects(std::span<PyObject* const> objects, std::vector<PyObject*>& met, kebi::name_runs& runs);

/// The same for the names of an Arrow stream; false for a column of no texts.
bool number_stream(arrow::stream& stream, std::int64_t rows, std::vector<std::string>& met, std::int32_t* out);
bool runs_of_stream(arrow::stream& stream, std::int64_t rows, std::vector<std::string>& met, kebi::name_runs& runs);

/// The months in which rows end, out of counts of a unit; each different one is returned.
struct months_met {
  std::vector<std::int32_t> each;
  bool are_years;
};
months_met ends_of(const whole_numbers& times, const std::string& unit, std::span<std::int32_t> ends);

/// Growth over a year beside each row whose names are runs; false for rows in another order.
bool growth_of_runs(const kebi::name_runs& regions, const kebi::name_runs& indicators, const whole_numbers& times,
                    const std::string& unit, std::span<const double> values, std::span<double> out);

/// The decimals that the figures of each group need: 7 for more than 6, -1 for no figure.
std::vector<int> decimals_of(std::span<const double> values, std::span<const std::int32_t> groups, int count);

/// Puts what each number stands for in the place of the numbers.
void look_up(std::span<std::int32_t> numbers, std::span<const std::int32_t> table);

}  // namespace columns
