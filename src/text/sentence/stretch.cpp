#include "text/sentence/stretch.hpp"

#include <utility>

namespace kebi::grammar {
namespace {

/// The last fact before a new one; null where there is none.
const fact* last_fact(const statement& so_far, const context& known) {
  if (!so_far.facts.empty()) return &so_far.facts.back();
  return known.so_far.facts.empty() ? nullptr : &known.so_far.facts.back();
}

/// Puts a fact in the place of the last one.
void replace_last(statement& so_far, fact with) {
  if (!so_far.facts.empty()) {
    so_far.facts.back() = std::move(with);
    return;
  }
  so_far.facts.push_back(std::move(with));
  so_far.replaces_last = true;
}

std::string words_of(const fact& made, const clause& c) {
  return std::string{c.text.source().substr(made.start, made.end - made.start)};
}

}  // namespace

bool join_ensured(statement& so_far, fact& made, const clause& c, const context& known) {
  const fact* mark = last_fact(so_far, known);
  if (!mark || mark->indicator != made.indicator || mark->unit != made.unit) return false;
  if (!mark->value || !made.value || *mark->value <= *made.value) return false;
  made.stretch = mark->value;
  made.measure = mark->measure;
  made.basis = mark->basis;
  made.start = mark->start;
  made.text = words_of(made, c);
  replace_last(so_far, std::move(made));
  return true;
}

bool join_stretch(statement& so_far, const fact& made, const clause& c, const frame& f,
                  const context& known) {
  const fact* last = last_fact(so_far, known);
  if (!last || last->status != status::target) return false;
  const auto& mark = last->bound == bound::range ? last->hi : last->value;
  if (last->indicator != made.indicator || last->unit != made.unit) return false;
  if (!mark || !made.value || *made.value <= *mark) return false;
  if (f.change.stated && last->measure != made.measure) return false;
  fact base = *last;
  base.stretch = made.value;
  base.end = made.end;
  base.text = words_of(base, c);
  replace_last(so_far, std::move(base));
  return true;
}

}  // namespace kebi::grammar
