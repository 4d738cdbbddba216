#pragma once

#include <string>

#include "kebi/indicator/code.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/period/code.hpp"

namespace kebi::test {

/// What a fact states, in a line that a labelled file can hold:
/// growth about 6.5 %, change of growth -0.3 个百分点 versus 1-6月.
inline std::string told(const fact& f) {
  std::string line{code(f.measure)};
  if (f.subject) line += " of " + std::string{code(*f.subject)};
  if (f.bound != bound::exact) line += " " + std::string{code(f.bound)};
  if (f.value) line += " " + to_string(*f.value);
  if (f.bound == bound::range && f.lo && f.hi) line += " " + to_string(*f.lo) + ".." + to_string(*f.hi);
  if (!f.value && f.bound != bound::range && f.lo) line += " from " + to_string(*f.lo);
  if (!f.value && f.bound != bound::range && f.hi) line += " to " + to_string(*f.hi);
  if (f.unit) line += " " + f.unit->symbol();
  if (f.basis && *f.basis != basis::yoy) line += " " + std::string{code(*f.basis)};
  if (f.comparable) line += " " + std::string{code(*f.comparable)};
  if (f.stretch) line += " stretch " + to_string(*f.stretch);
  if (f.direction) line += " " + std::string{code(*f.direction)};
  if (f.nature) line += " " + std::string{code(*f.nature)};
  if (!f.whole.empty()) line += " in " + f.whole;
  if (!f.reference.empty()) line += " versus " + f.reference;
  return line;
}

}  // namespace kebi::test
