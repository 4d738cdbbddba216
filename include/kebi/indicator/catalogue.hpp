#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/indicator.hpp"

namespace kebi {

/// Indicators by name: a value that callers own, copy and extend.
///
/// A name is found as printed or by its folded form, in which brackets are
/// ASCII and blanks are dropped; a bracketed remark at the end that the
/// catalogue does not know, such as (1-5月), is passed over.
class catalogue {
 public:
  catalogue() = default;
  explicit catalogue(std::vector<indicator> all) {
    for (indicator& each : all) add(std::move(each));
  }

  /// Throws `error` when one of its names already belongs to another indicator.
  void add(indicator what) {
    require_free(what.name, what.name);
    for (const std::string& alias : what.aliases) require_free(alias, what.name);
    const std::size_t at = all_.size();
    by_name_.emplace(folded(what.name), at);
    for (const std::string& alias : what.aliases) by_name_.emplace(folded(alias), at);
    all_.push_back(std::move(what));
  }

  /// The indicator of that name or alias; null where it is not known. The
  /// pointer is good until the catalogue changes.
  const indicator* find(std::string_view name) const {
    if (const auto found = by_name_.find(name); found != by_name_.end())
      return &all_[found->second];
    std::string key = folded(name);
    while (true) {
      if (const auto found = by_name_.find(key); found != by_name_.end())
        return &all_[found->second];
      const std::size_t bracket = key.rfind('(');
      if (key.empty() || key.back() != ')' || bracket == 0 || bracket == std::string::npos)
        return nullptr;
      key.erase(bracket);
    }
  }

  /// Whether two names mean the same indicator, known or not.
  bool same(std::string_view a, std::string_view b) const {
    const indicator *left = find(a), *right = find(b);
    return left && right ? left == right : folded(a) == folded(b);
  }

  const std::vector<indicator>& all() const { return all_; }
  std::size_t size() const { return all_.size(); }

  /// A name without blanks and with ASCII brackets.
  static std::string folded(std::string_view name) {
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

 private:
  void require_free(const std::string& name, const std::string& owner) const {
    const auto found = by_name_.find(folded(name));
    if (found != by_name_.end())
      throw error{"the name " + name + " of " + owner + " already belongs to " +
                  all_[found->second].name + ": give it another, or leave it out"};
  }

  std::vector<indicator> all_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace kebi
