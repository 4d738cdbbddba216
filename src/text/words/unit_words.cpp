#include <string>

#include "kebi/core/error.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

std::optional<unit> unit_named(std::string_view words) {
  if (words.empty()) return std::nullopt;
  try {
    return unit{words};
  } catch (const error&) {
    return std::nullopt;  // digits in it, or a scale that no figure has
  }
}

std::string unit_of(const folded& text, const numeral& n) {
  if (n.unit.begin == n.unit.end) return {};
  const std::string_view words =
      std::string_view{text.text()}.substr(n.unit.begin, n.unit.end - n.unit.begin);
  if (n.form == form::percent) return words == "‰" || words == "千" ? "‰" : "%";
  if (n.form == form::points)
    return words.find("千分点") != std::string_view::npos ? "个千分点" : "个百分点";
  std::string printed = text.printed(n.unit.begin, n.unit.end);
  const auto drop = [&](std::string_view part) {
    if (const std::size_t at = printed.find(part); at != std::string::npos)
      printed.erase(at, part.size());
  };
  if (printed.size() > 12 || words == "元人民币") drop("人民币"), drop("人民幣");
  if (n.more) drop("余"), drop("多"), drop("餘");
  if (n.unit.over_ten_thousand)
    printed = (printed.starts_with("萬") ? "億" : "亿") + printed.substr(std::string_view{"万"}.size());
  struct power {
    std::string_view digit, sign;
  };
  for (const power& each : {
           power{"2",   "²"},
           {"3",   "³"},
           {"２", "²"},
           {"３", "³"}
  })  // m2: a unit holds no digits
    if (const std::size_t at = printed.find(each.digit); at != std::string::npos)
      printed.replace(at, each.digit.size(), each.sign);
  return printed;
}

}  // namespace kebi::grammar
