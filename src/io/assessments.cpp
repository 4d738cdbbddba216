#include <string>

#include "json_object.hpp"
#include "kebi/assess/code.hpp"
#include "kebi/io/facts.hpp"
#include "kebi/period/code.hpp"

namespace kebi {

namespace {

/// {"value": 147.3, "lo": 147.25, "hi": 147.35}: ends at infinity are null.
std::string json(const figure& f) {
  json_object o;
  o.add_raw("value", json_number(f.value));
  o.add_raw("lo", json_number(f.within.lo()));
  o.add_raw("hi", json_number(f.within.hi()));
  return o.text();
}

std::string json(const pace& p) {
  json_object o;
  o.add_raw("completion", json(p.completion));
  o.add_raw("elapsed", json_number(p.elapsed));
  o.add_raw("lead", json(p.lead));
  return o.text();
}

std::string json(const need& n) {
  json_object o;
  o.add("measure", code(n.measure));
  if (n.over) o.add("period", code(*n.over));
  o.add("bound", code(n.bound));
  o.add_raw("lo", json(n.lo));
  if (n.hi) o.add_raw("hi", json(*n.hi));
  if (n.unit) o.add("unit", n.unit->symbol());
  if (n.out_of_reach) o.add_raw("out_of_reach", "true");
  if (n.weight) {
    o.add_raw("weight", json(*n.weight));
    o.add("weight_from", n.weight_assumed ? "assumed" : "figures");
  }
  return o.text();
}

}  // namespace

std::string write_assessment(const assessment& a) {
  json_object o;
  o.add("indicator", a.target.indicator);
  o.add("verdict", code(a.verdict));
  o.add("rule", code(a.rule));
  o.add_raw("target", write_fact(a.target));
  if (a.outcome) o.add_raw("outcome", write_fact(*a.outcome));
  if (a.reference) o.add_raw("reference", write_fact(*a.reference));
  if (a.disputed) o.add_raw("disputed", write_fact(*a.disputed));
  if (a.better_by.way) o.add("better", code(*a.better_by.way));
  o.add("better_from", code(a.better_by.from));
  o.add_unless_empty("better_word", a.better_by.word);
  if (a.margin) o.add_raw("margin", json(*a.margin));
  if (a.margin && a.margin_in) o.add("margin_unit", a.margin_in->symbol());
  if (a.pace) o.add_raw("pace", json(*a.pace));
  o.add_raw("at_edge", a.at_edge ? "true" : "false");
  if (a.lacking != lacking::nothing) {
    o.add("lacking", code(a.lacking));
    o.add_unless_empty("lacking_indicator", a.lacking_indicator);
    if (a.lacking_measure) o.add("lacking_measure", code(*a.lacking_measure));
    if (a.lacking_period) o.add("lacking_period", code(*a.lacking_period));
  }
  if (a.need) o.add_raw("need", json(*a.need));
  return o.text();
}

}  // namespace kebi
