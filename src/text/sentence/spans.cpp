#include "text/sentence/spans.hpp"

#include "kebi/core/error.hpp"
#include "text/sentence/clause.hpp"

namespace kebi::grammar {
namespace {

/// The time from which words of time count: 今年 the year in which it is said, 五年来 and 上半年 of
/// a part about several years the time that is looked back on.
std::optional<period> origin(const span_words& span, const setting& given) {
  if (span.years.of_now && !span.is_same_span() && given.view.now) return year_of(*given.view.now);
  const bool several_years = given.period && !given.period->in_one_year();
  if ((span.years.several != 0 || several_years) && given.view.reviewed) return given.view.reviewed;
  return given.period;
}

}  // namespace

std::optional<period> resolved(const span_words& span, const context& known) {
  return resolved(span, known, known.carried.span);
}

std::optional<period> resolved(const span_words& span, const context& known,
                               const std::optional<span_words>& about) {
  try {
    std::optional<period> from = origin(span, known.given);
    const bool counts_from =
        about && (about->years.first || (span.is_same_span() && about->names_months()));
    if (span.is_relative() && counts_from)
      if (const auto named = resolve(*about, {}, from)) from = named;
    return resolve(span, {}, from);
  } catch (const error&) {
    return std::nullopt;
  }
}

std::optional<period> period_of(const frame& f, kebi::status status, const context& known) {
  const setting& given = known.given;
  std::optional<period> found = given.period;
  const auto& span = f.standing.label_span ? f.standing.label_span
                     : f.time.span         ? f.time.span
                                           : known.carried.span;
  if (span)
    if (const auto named = resolved(*span, known)) found = named;
  const bool aims = status == status::target && given.status != status::target;
  if (aims && !span && found && found->in_one_year()) found = year_of(found->year());
  const bool to_date = span && span->years.shift == 0 && !span->names_months();
  const bool happened = status == status::actual && !f.standing.stretch;
  if (to_date && happened && given.period && given.period->in_one_year() && found &&
      found->year() == given.period->year())
    found = given.period;
  return found;
}

std::optional<period> period_of_reference(const frame& f, const context& known) {
  const bool changes = f.change.stated || f.against.gap != 0 || f.outcome.reach != reach_word::none;
  if (!f.against.than || !f.against.reference_span || changes) return std::nullopt;
  return resolved(*f.against.reference_span, known);
}

std::vector<span_words> parts_of_span(const span_words& span, std::size_t numbers) {
  std::vector<span_words> parts;
  const auto months = static_cast<std::size_t>(span.months.last - span.months.first + 1);
  if (!span.names_months() || numbers < 2 || span.years.last != 0) return parts;
  if (months != numbers && months != 3 * numbers) return parts;
  const int step = months == numbers ? 1 : 3;
  for (int first = span.months.first; first <= span.months.last; first += step) {
    parts.push_back(span);
    parts.back().months.first = first;
    parts.back().months.last = first + step - 1;
  }
  return parts;
}

kebi::basis basis_of_reference(const frame& f, const context& known) {
  if (!f.against.reference_span) return basis::yoy;
  const span_words& reference = *f.against.reference_span;
  if (is_any(reference.for_span, span_words::stands::month_before,
             span_words::stands::quarter_before))
    return basis::mom;
  if (reference.for_span == span_words::stands::year_start) return basis::year_start;
  if (reference.is_relative()) return reference.years.shift == -1 ? basis::yoy : basis::fixed;
  if (!reference.years.first) return basis::fixed;
  std::optional<period> about = known.given.period;
  if (const auto& span = f.time.span ? f.time.span : known.carried.span)
    if (const auto found = resolved(*span, known)) about = found;
  // Of several years the last one's figure is told: 较2020年下降25% in a review of 2021 to 2025.
  const bool year_before = about && *reference.years.first == about->last().year() - 1;
  return year_before && f.against.multiple == multiple_word::none ? basis::yoy : basis::fixed;
}

}  // namespace kebi::grammar
