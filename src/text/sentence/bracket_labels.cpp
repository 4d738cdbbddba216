#include "text/sentence/bracket_labels.hpp"

#include <utility>

#include "text/normalise/strings.hpp"
#include "text/names/plan_words.hpp"

namespace kebi::grammar {
namespace {

/// What words call a figure, and the span that they name.
struct label {
  std::optional<kebi::status> status;
  std::optional<span_words> span{};
  std::optional<kebi::nature> nature{};
};

/// Whether a word may stand in a label without changing it: 的, 达到, 约.
bool may_stand_in_label(word is) {
  return is_any(is, word::of, word::reach, word::colon, word::adverb, word::control, word::hold,
                word::before, word::rise, word::fall, word::speed, word::decline, word::quote,
                word::nature);
}

/// What the words [from, to) call a figure where they do nothing else: 年度目标, 预计.
label label_of(const clause& c, std::size_t from, std::size_t to) {
  label found;
  for (std::size_t k = from; k < to; ++k) {
    const word is = c.kind(k);
    const bool target = is == word::goal || (is_any(is, word::assigned, word::text) &&
                                             holds_any(c.shown(k), {"任务", "目标", "计划"}));
    if (is == word::text && !is_plan_filler(c.shown(k), *c.words.known)) return {};
    if (target)
      found.status = status::target;
    else if (is == word::nature)
      found.nature = static_cast<kebi::nature>(c.at(k).sense);
    else if (is == word::status && !found.status)
      found.status = static_cast<kebi::status>(c.at(k).sense);
    else if (is == word::period && c.span(k).for_span != span_words::stands::year_start)
      found.span = c.span(k);
    if (!is_any(is, word::goal, word::assigned, word::status, word::text, word::period) &&
        !may_stand_in_label(is))
      return {};
  }
  return found;
}

/// 增长6%(年度目标): brackets behind the number that hold a label alone.
label label_behind(const clause& c, std::size_t& next) {
  if (c.kind(next) != word::open) return {};
  std::size_t close = next + 1;
  while (close < c.last && !is_any(c.kind(close), word::close, word::number)) ++close;
  if (c.kind(close) != word::close) return {};
  label found = label_of(c, next + 1, close);
  if (found.status || found.nature) next = close + 1;
  return found;
}

/// 增长5.2%(全年目标6%左右): brackets around the number, which hold a label before it. In
/// (完成年度目标64%) and (年度目标的64%) the number is how much of the target is done.
label label_before(const clause& c, frame& f, std::size_t n, const memory& carried) {
  std::size_t open = n;
  while (open > c.first && c.kind(open - 1) != word::open) --open;
  label found = label_of(c, open, n);
  const bool percent = c.number(n).form == form::percent;
  if (percent && found.status == status::target) {
    if (f.outcome.reach == reach_word::completed) return {std::nullopt, found.span};
    if (c.kind(n - 1) == word::of) {
      f.whom.subject.clear();
      f.outcome.reach = reach_word::reached;
      f.whom.object = piece{c.at(open).begin, c.at(n - 2).end};
      return {std::nullopt, found.span};
    }
  }
  if (!found.status) return found;
  f.whom.subject.clear();
  f.whom.object.reset();
  f.measure.share = false;
  if (percent && !f.change.stated && !f.names_rate() && carried.last.measure == measure::growth)
    f.measure.rate = carried.last.sign < 0 ? rate_word::decline : rate_word::growth;
  return found;
}

}  // namespace

labelled_frame with_bracket_label(const clause& c, frame f, std::size_t n, std::size_t next,
                                  bool inside, const memory& carried) {
  label found = label_behind(c, next);
  if (!found.status && inside) found = label_before(c, f, n, carried);
  f.standing.label = found.status;
  f.standing.nature = found.nature;
  if (found.status == status::target) {
    // A target that names no time is the year's.
    if (!found.span) found.span.emplace().years.shift = 0;
    f.standing.label_span = found.span;
  }
  return {std::move(f), next};
}

}  // namespace kebi::grammar
