#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/table/heads/column_heads.hpp"

namespace kebi::grammar {

/// What the words of a head, in one form, make of its column.
role role_of(std::string_view words, const vocabulary& known);

/// A column of figures: their measure, unit, status and time. `span` is the time that the head
/// names, `report` the period of the report, from which 本月 and 累计 are told.
column figure_of(std::string_view words, const std::optional<period>& span,
                 const std::optional<period>& report, const vocabulary& known);

/// What a head without its times names besides units and words for any figure: 产量, 出口额 of
/// 占全部出口额比重.
std::string noun_in(std::string_view words, const vocabulary& known);

/// 总量(亿元) below a head that names what is measured.
bool is_generic(std::string_view words, const vocabulary& known);

/// 行业 above the parts of a whole, so that each head goes with the name of a row: 纺织业营业收入.
bool names_parts(std::string_view words, const vocabulary& known);

/// 现价 and 可比价, where words say at which prices figures are.
std::optional<comparable> prices_in(std::string_view words, const vocabulary& known);

/// 上年同期 beside the figures of this year.
bool is_year_before(std::string_view words, const vocabulary& known);

}  // namespace kebi::grammar
