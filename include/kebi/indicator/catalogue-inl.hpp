#pragma once

#include "kebi/core/config.hpp"
#include "kebi/indicator/catalogue.hpp"

namespace kebi {

KEBI_INLINE catalogue::catalogue(std::vector<indicator> all) {
  for (indicator& each : all) add(std::move(each));
}

KEBI_INLINE void catalogue::add(indicator what) {
  require_free(what.name, what.name);
  for (const std::string& alias : what.aliases) require_free(alias, what.name);
  const std::size_t at = all_.size();
  by_name_.emplace(folded(what.name), at);
  for (const std::string& alias : what.aliases) by_name_.emplace(folded(alias), at);
  all_.push_back(std::move(what));
}

KEBI_INLINE const indicator* catalogue::find(std::string_view name) const {
  if (const auto found = by_name_.find(name); found != by_name_.end()) return &all_[found->second];
  std::string key = folded(name);
  while (true) {
    if (const auto found = by_name_.find(key); found != by_name_.end()) return &all_[found->second];
    const std::size_t bracket = key.rfind('(');
    if (key.empty() || key.back() != ')' || bracket == 0 || bracket == std::string::npos)
      return nullptr;
    key.erase(bracket);
  }
}

KEBI_INLINE bool catalogue::same(std::string_view a, std::string_view b) const {
  const indicator *left = find(a), *right = find(b);
  return left && right ? left == right : folded(a) == folded(b);
}

KEBI_INLINE std::string catalogue::folded(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size();) {
    const std::string_view rest = name.substr(i);
    if (rest.starts_with("（"))
      result += '(', i += 3;
    else if (rest.starts_with("）"))
      result += ')', i += 3;
    else if (rest.starts_with("　"))
      i += 3;
    else if (rest.starts_with("\xC2\xA0"))
      i += 2;
    else if (rest.front() == ' ' || rest.front() == '\t')
      ++i;
    else
      result += name[i++];
  }
  return result;
}

KEBI_INLINE void catalogue::require_free(const std::string& name, const std::string& owner) const {
  const auto found = by_name_.find(folded(name));
  if (found != by_name_.end())
    throw error{"the name " + name + " of " + owner + " already belongs to " +
                all_[found->second].name + ": give it another, or leave it out"};
}

}  // namespace kebi
