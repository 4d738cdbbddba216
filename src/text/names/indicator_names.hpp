#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalise/folded.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// A piece of a folded text.
struct piece {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

/// The name that a text gives its subject, without the words around names: 累计, 共, 但.
std::string tidy_name(std::string name, const vocabulary& known = vocabulary::standard());

/// 近, 五年来, 连续4个月: what is left of words of time.
bool is_time_only(std::string_view name, const vocabulary& known = vocabulary::standard());

/// Region words that a name starts with (全市, 我区), cut off it.
std::string cut_region(std::string& name, const vocabulary& known = vocabulary::standard());

}  // namespace kebi::grammar
