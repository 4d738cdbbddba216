#pragma once

#include <string>

#include "kebi/core/config.hpp"
#include "kebi/period/period.hpp"

namespace kebi {

/// The period in the words of a report: 2019年上半年, 2019年1-5月, 2019年前三季度,
/// 2019年三季度, 2019年, 2017-2035年. `read_period` reads it back.
KEBI_API std::string to_chinese(const period& p);

/// The period in English: the first half of 2019, January-May 2019, the third
/// quarter of 2019, 2017-2035.
KEBI_API std::string to_english(const period& p);

/// The five years of a plan by its name, "十三五"时期 for 2016 to 2020. Throws `error`
/// where the years are not those of a five-year plan.
KEBI_API std::string plan_name(const period& p);

}  // namespace kebi
