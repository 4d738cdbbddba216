#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/still_to_come.hpp"

namespace kebi {

namespace detail {

class still_to_come_search {
 public:
  still_to_come_search(const inference& all, const catalogue& names) : all_{all}, names_{names} {}

  std::vector<still_to_come> answers() const {
    std::vector<still_to_come> result;
    for (const implied& each : all_.figures())
      if (is_target_of_a_year(each)) result.push_back(answer(each));
    return result;
  }

 private:
  /// Only flows have a rest; a stock or a ratio starts anew with every figure.
  bool is_target_of_a_year(const implied& each) const {
    const quantity& of = each.what;
    if (!each.is_stated || of.status != status::target || !of.period || of.period->months() != 12 ||
        !of.period->in_one_year())
      return false;
    if (of.measure != measure::level && (of.measure != measure::growth || of.basis)) return false;
    const indicator* known = names_.find(of.indicator);
    return known && known->kind == kind::flow && of.whole.empty();
  }

  still_to_come answer(const implied& target) const {
    const period year = *target.what.period;
    still_to_come result{target, {}, {}, ""};
    for (const implied& each : all_.figures()) {
      const quantity& of = each.what;
      if (!is_same(of, target.what) || of.status != status::target ||
          of.scope != scope::published || !of.period || of.period->last() != year.last() ||
          of.period->first() == year.first())
        continue;
      auto& place = of.measure == measure::level ? result.level : result.growth;
      if ((of.measure == measure::level || of.measure == measure::growth) &&
          (!place || place->what.period->first() < of.period->first()))
        place = each;
    }
    if (target.what.measure == measure::level ? !result.level : !result.growth)
      result.missing = reason(target, result);
    return result;
  }

  std::string reason(const implied& target, const still_to_come& found) const {
    const int year = target.what.period->year();
    std::vector<std::string> lacking;
    const auto lacks = [&](measure what, int of_year, bool whole) {
      for (const implied& each : all_.figures()) {
        const quantity& of = each.what;
        if (is_same(of, target.what) && of.measure == what && of.status != status::target &&
            of.period && !of.basis && of.period->year() == of_year && is_year_to_date(*of.period) &&
            (of.period->months() == 12) == whole)
          return false;
      }
      return true;
    };
    if (lacks(measure::level, year, false))
      lacking.push_back("its level so far in " + std::to_string(year));
    if (target.what.measure == measure::growth) {
      if (lacks(measure::level, year - 1, false))
        lacking.push_back("its level in the same months of " + std::to_string(year - 1));
      if (lacks(measure::level, year - 1, true))
        lacking.push_back("its level in the whole of " + std::to_string(year - 1));
    }
    std::string list;
    for (std::size_t i = 0; i < lacking.size(); ++i)
      list += (i == 0 ? "" : i + 1 < lacking.size() ? ", " : " and ") + lacking[i];
    if (list.empty())
      list = found.level ? "what ties its growth to its level" : "a figure that bounds it";
    return "what the rest of " + std::to_string(year) + " must bring for " + target.what.indicator +
           " to reach its target does not follow: missing is " + list;
  }

  static bool is_same(const quantity& a, const quantity& b) {
    return a.indicator == b.indicator && a.region == b.region && a.whole.empty() && !a.real &&
           !a.nominal;
  }

  const inference& all_;
  const catalogue& names_;
};

}  // namespace detail

KEBI_INLINE std::vector<still_to_come> find_still_to_come(const inference& all,
                                                          const catalogue& names) {
  return detail::still_to_come_search{all, names}.answers();
}

}  // namespace kebi
