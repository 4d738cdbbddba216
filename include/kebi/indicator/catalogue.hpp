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
  explicit catalogue(std::vector<indicator> all);

  /// Throws `error` when one of its names already belongs to another indicator.
  void add(indicator what);

  /// The indicator of that name or alias; null where it is not known. The
  /// pointer is good until the catalogue changes.
  const indicator* find(std::string_view name) const;

  /// Whether two names mean the same indicator, known or not.
  bool same(std::string_view a, std::string_view b) const;

  const std::vector<indicator>& all() const { return all_; }
  std::size_t size() const { return all_.size(); }

  /// A name without blanks and with ASCII brackets.
  static std::string folded(std::string_view name);

 private:
  void require_free(const std::string& name, const std::string& owner) const;

  std::vector<indicator> all_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/indicator/catalogue-inl.hpp"
#endif
