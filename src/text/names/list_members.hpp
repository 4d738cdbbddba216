#pragma once

#include <string>
#include <vector>

#include "text/names/indicator_names.hpp"
#include "text/normalise/folded.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// The members of a list such as 鸡蛋、鸡肉和鸭肉价格, `count` of them, each with the
/// parts of the name that the list shares. Empty where the list has another number of members.
/// Where the members are places that share what is measured, they go to `regions`.
std::vector<std::string> members(const folded& text, const tokens& words,
                                 const std::vector<piece>& list, std::size_t count,
                                 std::vector<std::string>* regions = nullptr);

/// A member of a list with the head that the last one has: 金融业增加值 beside 批发业增加值.
std::string with_shared_head(std::string name, const std::string& last,
                             const vocabulary& known = vocabulary::standard());

/// Whether a name says only what is measured, not of what: 价格, 增加值.
bool is_bare_head(std::string_view name, const vocabulary& known = vocabulary::standard());

/// How many members a list seems to have.
std::size_t count_members(const folded& text, const tokens& words, const std::vector<piece>& list);

}  // namespace kebi::grammar
