#include "kebi/assess/progress.hpp"
#include "numbers.hpp"

namespace {

/// A target is exact as printed: nobody rounded it.
kebi::bounds exact(const number& n) {
  if (const auto* printed = std::get_if<kebi::decimal>(&n)) return kebi::enclosing(*printed);
  return bounds_of(n);
}

}  // namespace

void bind_progress(py::module_& m) {
  m.def(
      "progress_of",
      [](const number& base, const number& current, const std::optional<number>& target, int base_year, int current_year,
         int target_year, const std::string& better, const std::optional<double>& limit, const std::string& method) {
        kebi::course of{bounds_of(base), bounds_of(current), base_year, current_year, {}, target_year,
                        kebi::of_code<kebi::better>(better), limit};
        if (target) of.target = exact(*target);
        const kebi::progress found = progress_of(of, kebi::of_code<kebi::progress_method>(method));
        return py::make_tuple(found.measure, kebi::code(found.worst), kebi::code(found.best), found.score);
      },
      "base"_a, "current"_a, "target"_a, "base_year"_a, "current_year"_a, "target_year"_a, "better"_a, "limit"_a,
      "method"_a, "Measure, worst and best grade and score of progress by a method.");
}
