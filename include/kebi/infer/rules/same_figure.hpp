#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kebi/infer/figures/typo.hpp"
#include "kebi/infer/rules/fact_reader.hpp"

namespace kebi::detail {

/// Tells figures of one name apart where it is not certain that they are one.
///
/// Two facts that speak of one figure, as far as name, region, period, measure, basis and status
/// go, may still differ because they are two figures: a total of five years beside that of one, a
/// county's beside its province's. Such a difference is an error of the source only where the
/// catalogue knows the indicator and the two name it one after the other, or where the numbers
/// are one slip of the pen apart. Otherwise each is a figure of its own, and ties to nothing.
class same_figure {
 public:
  same_figure(const fact_reader& reader, const hedges& how) : reader_{reader}, how_{how} {}

  /// For each fact what distinguishes its figure from others of the same name; empty where the name is
  /// enough.
  std::vector<std::string> marks(std::span<const fact> facts,
                                 std::span<const std::optional<quantity>> spoken_of) const;

  /// Whether two facts of one key, given in reading order, state one figure without doubt.
  bool is_certain(std::span<const fact> facts, std::size_t first, std::size_t second) const;

 private:
  /// Whether no figure can be what both say.
  bool disagree(const fact& a, const fact& b) const;

  const fact_reader& reader_;
  const hedges& how_;
};

/// Whether there is room for the name and little else before the second of two facts that stand
/// close, so that both print it (全年税收收入1.5亿元。全年税收收入1.2亿元); true where a caller gave
/// no places.
bool is_named_again(std::span<const fact> facts, std::size_t first, std::size_t second);

/// Whether two printed numbers are so close to one slip of the pen that chance does not explain it.
bool are_one_slip_apart(decimal a, decimal b, bool is_known);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/same_figure-inl.hpp"
#endif
