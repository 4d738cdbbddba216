#pragma once

#include <string_view>

#include "kebi/indicator/catalogue.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi::grammar {

/// Whether an indicator is a quotient whose own value is in %: 优良率, 比重.
bool is_ratio(std::string_view indicator, const catalogue* known,
              const vocabulary& words = vocabulary::standard());
/// Whether it is an amount, of which a bare % is a growth: 总额, 产量.
bool is_amount(std::string_view indicator, const catalogue* known,
               const vocabulary& words = vocabulary::standard());

/// Whether a name is like that of an indicator: the catalogue has it, or it ends like one (总额, 率,
/// 价格) and does not start with a verb.
bool is_shaped_like_indicator(std::string_view name, const catalogue* known,
                              const vocabulary& words = vocabulary::standard());

}  // namespace kebi::grammar
