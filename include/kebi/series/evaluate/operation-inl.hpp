#pragma once

#include "kebi/series/evaluate/operation.hpp"

namespace kebi::detail {

KEBI_INLINE void align_all(const description& what, int count, arguments& in) {
  // From the last on, so that what is wrong with a companion is reported before what it makes of the
  // first table.
  for (int i = count - 1; i >= 0; --i) {
    const input& as = what.inputs[static_cast<std::size_t>(i)];
    if (as.how != aligned::alone) align(in[i], in[as.with], as.how);
    require_measure(in[i], as);
  }
}

/// The input whose labels a result has: that of the description, or where a series of it serves
/// all rows of a panel, that panel.
KEBI_INLINE const argument& model_of(const description& what, const arguments& in) {
  table_kind kind = table_kind::plain;
  for (int i = 0; i < in.count(); ++i) kind = std::max(kind, in[i].kind());
  if (in[what.like].kind() == kind) return in[what.like];
  int i = 0;
  while (in[i].kind() != kind) ++i;
  return in[i];
}

/// What lies between two figures in percent is told in points.
KEBI_INLINE unit unit_of_change(const unit& of) {
  return of.symbol() == "%" ? unit{"个百分点"} : of.symbol() == "‰" ? unit{"个千分点"} : of;
}

KEBI_INLINE labels labels_of_result(const description& what, const arguments& in,
                                    const result_shape& shape) {
  labels named = shape.named ? *shape.named : model_of(what, in).labels();
  for (panel_indicator& each : named.indicators) {
    each.measure = what.gives;
    each.decimals.reset();
    if (what.gives == measure::level) continue;
    each.additivity = {};
    if (!what.keeps_unit) each.unit.reset();
    if (what.gives == measure::change && each.unit) each.unit = unit_of_change(*each.unit);
  }
  return named;
}

KEBI_INLINE heading heading_of_result(const description& what, const arguments& in,
                                      const result_shape& shape) {
  const labels named = labels_of_result(what, in, shape);
  const panel_indicator& indicator = named.indicators[0];
  return {indicator.name, named.regions[0], indicator.unit, indicator.measure, named.vintage,
          indicator.additivity};
}

}  // namespace kebi::detail
