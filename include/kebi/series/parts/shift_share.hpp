#pragma once

#include <string>
#include <vector>

#include "kebi/series/evaluate/operation.hpp"

/// What made the change of each industry of each region between two spans (偏离-份额分析: Dunn
/// 1960, A Statistical and Analytical Technique for Regional Analysis, Papers and Proceedings of
/// the Regional Science Association 6).
namespace kebi {

/// Two spans, and of a table without labels how many industries each region has in a row. The
/// indicators of a panel are its industries, without their total, in one unit.
class shift_spans {
 public:
  shift_spans(Eigen::Index industries, int before, int after)
      : industries_{industries}, before_{before}, after_{after} {}
  shift_spans(period before, period after)
      : spans_{
            std::pair{before, after}
  } {}

  /// Columns of the two spans. Throw `error` for spans that a table does not have.
  int before(const argument& levels) const;
  int after(const argument& levels) const;
  Eigen::Index industries(const argument& levels) const;

 private:
  Eigen::Index industries_ = 0;
  int before_ = 0, after_ = 0;
  std::optional<std::pair<period, period>> spans_;
};

/// The three components add up to the change, cell by cell, in the unit of the levels: x0 G, had it
/// grown like everything everywhere; x0 (Gi - G), because its industry grew otherwise than all
/// together (结构分量); x0 (gir - Gi), because the region did otherwise than its industry
/// (竞争力分量). The result has one column, that of the later span. Levels of both spans must be on
/// one basis. Throw `error` for an absent figure, and for an industry that had nothing anywhere and
/// so has no growth.
///
/// The bounds are sharp. Where more than a base may be below zero, such as the sum of other regions
/// or industries, or an industry of the later span, those of the national and the industry
/// component may be wider than they must be.
extern KEBI_API const operation<1, shift_spans> national_component;
extern KEBI_API const operation<1, shift_spans> industry_component;
extern KEBI_API const operation<1, shift_spans> regional_component;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/parts/shift_share-inl.hpp"
#endif
