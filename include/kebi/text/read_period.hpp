#pragma once

#include <optional>
#include <string_view>

#include "kebi/core/config.hpp"
#include "kebi/period/period.hpp"

namespace kebi {

/// Reads a period as reports and files name it: 2019年上半年, 1-5月, 前三季度, 2019年三季度,
/// 全年, 6月末 (the month at whose end a stock stands), 截至6月底 (January to June),
/// 2017-2035年, "十三五"时期, and the codes of `period_of_code`; in ASCII or full width,
/// simplified or traditional.
///
/// `year` is the year of words that name none. Throws `read_error` for anything
/// else, for a 13th month, and where a year is missing.
KEBI_API period read_period(std::string_view text, std::optional<int> year = {});

}  // namespace kebi
