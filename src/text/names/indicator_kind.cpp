#include "text/names/indicator_kind.hpp"

#include <string>

#include "text/names/name_verbs.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// 研究与试验发展经费支出占比 of 研究与试验发展(R&D)经费支出占比.
std::string without_brackets(std::string name) {
  for (std::size_t open = name.find('('); open != std::string::npos && open > 0;
       open = name.find('(')) {
    const std::size_t close = name.find(')', open);
    if (close == std::string::npos) return name.substr(0, open);
    name.erase(open, close + 1 - open);
  }
  return name;
}

}  // namespace

bool is_ratio(std::string_view indicator, const catalogue* known, const vocabulary& words) {
  const std::string name = without_brackets(simplified_name(indicator));
  if (name.find("占") != std::string::npos && ends_with_any(name, {"比重", "比例", "比"}))
    return true;
  if (words[group::ratio_end].ends(name))
    return !words[group::not_ratio_end].ends(name) || name.ends_with("自然增长率");
  if (known)
    if (const kebi::indicator* found = known->find(indicator))
      return (found->kind == kind::ratio || found->kind == kind::rate) && !found->units.empty() &&
             found->units.front().kind() == "倍";
  return false;
}

bool is_amount(std::string_view indicator, const catalogue* known, const vocabulary& words) {
  if (is_ratio(indicator, known, words)) return false;
  if (known)
    if (const kebi::indicator* found = known->find(indicator))
      return found->kind != kind::ratio && found->kind != kind::rate;
  const std::string name = without_brackets(simplified_name(indicator));
  return words[group::amount_end].ends(name) || name.starts_with("GDP") || name.starts_with("CPI");
}

bool is_shaped_like_indicator(std::string_view name, const catalogue* known,
                              const vocabulary& words) {
  if (known && known->find(name)) return true;
  if (starts_with_verb(name, words)) return false;
  const std::string plain = without_brackets(simplified_name(name));
  return is_ratio(plain, nullptr, words) || is_amount(plain, nullptr, words) ||
         words[group::shared_end].ends(plain) || words[group::indicator_end].ends(plain);
}

}  // namespace kebi::grammar
