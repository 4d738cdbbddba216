#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "folded.hpp"
#include "tokens.hpp"

namespace kebi::grammar {

/// A piece of a folded text.
struct piece {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

/// The name that a text gives its subject, without the words around names: 累计, 共, 但.
std::string tidy_name(std::string name);

/// Region words that a name starts with (全市, 我区), cut off it.
std::string cut_region(std::string& name);

/// The members of a list such as 鸡蛋、鸡肉和鸭肉价格, `count` of them, each with the
/// parts of the name that the list shares. Empty where the list has another number of members.
/// Where the members are places that share what is measured, they go to `regions`.
std::vector<std::string> members(const folded& text, const tokens& words,
                                 const std::vector<piece>& list, std::size_t count,
                                 std::vector<std::string>* regions = nullptr);

/// How many members a list seems to have.
std::size_t count_members(const folded& text, const tokens& words, const std::vector<piece>& list);

}  // namespace kebi::grammar
