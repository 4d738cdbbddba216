#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/contradiction.hpp"

namespace kebi {

KEBI_INLINE std::vector<mend> contradiction::likeliest() const {
  std::vector<mend> result;
  for (const mend& each : mends)
    if (each.what.how == mends.front().what.how && 2 * each.fit >= mends.front().fit)
      result.push_back(each);
  return result;
}

}  // namespace kebi
