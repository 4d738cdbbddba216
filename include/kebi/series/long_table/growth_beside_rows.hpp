#pragma once

#include <memory_resource>
#include <span>

#include "kebi/series/long_table/long_table.hpp"

namespace kebi {

/// Growth over so many months beside each row of a long table, whatever the order of its
/// rows; months are counted from year 0. A figure that stands twice with one value is
/// passed over; with two values it is refused, because it cannot be known which of them is the
/// base. One that lacks its figure in one row and has it in another has it, and growth, in both.
/// Rows in runs need no memory, others up to twice that of their values.
void growth_of_rows(const coded_rows& rows, int months, std::span<double> out,
                    std::span<std::uint8_t> status = {},
                    std::pmr::memory_resource& memory = *std::pmr::get_default_resource());

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/long_table/growth_beside_rows-inl.hpp"
#endif
