#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/figures/quantity.hpp"

namespace kebi {

KEBI_INLINE std::string to_string(const quantity& of) {
  std::string result = of.indicator;
  const auto add = [&](std::string_view words) {
    if (!words.empty()) (result += ", ") += words;
  };
  add(of.region);
  if (of.period) add(code(*of.period));
  if (of.measure == measure::level && of.scope == scope::comparable)
    add("comparable base");
  else if (of.measure == measure::ratio && of.scope == scope::comparable)
    add("revision factor of the base");
  else
    add(code(of.measure));
  if (of.subject) result += " of " + std::string{code(*of.subject)};
  if (!of.whole.empty()) result += (of.measure == measure::gap ? " to " : " in ") + of.whole;
  if (of.measure != measure::level && of.measure != measure::ratio && of.scope == scope::comparable)
    result += " on the comparable base";
  if (of.basis && *of.basis != basis::yoy) result += " (" + std::string{code(*of.basis)} + ")";
  if (of.real) result += " (real)";
  if (of.nominal) result += " (nominal)";
  if (of.status != status::actual) result += " (" + std::string{code(of.status)} + ")";
  return result;
}

}  // namespace kebi
