#include "blocks.hpp"
#include "kebi/series/rank.hpp"

using blocks::along;

namespace {

using groups = std::vector<Eigen::Index>;

const auto same_times = [](const auto& first, const auto&...) { return first.time; };

}  // namespace

void bind_mixed(py::module_& m) {
  along<1, bool, groups>::bind(
      m, "ranks", same_times,
      [](const auto& of, bool lowest_first, const groups& among, const auto& into, int) {
        kebi::ranks(of, lowest_first, among, into);
      },
      "of"_a, "lowest_first"_a, "groups"_a, "The place of each series in its group, at each time.");
}
