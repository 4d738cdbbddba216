#include "text/words/meanings.hpp"

#include <array>
#include <string>

#include "kebi/indicator/code.hpp"

namespace kebi::grammar {
namespace {

struct word_code {
  std::string_view code;
  word is;
};
constexpr word_code words[] = {
    {"name", word::text}, {"comma", word::comma}, {"list", word::list}, {"joint", word::joint},
    {"stop", word::stop}, {"colon", word::colon}, {"open", word::open}, {"close", word::close},
    {"quote", word::quote}, {"dash", word::dash}, {"rise", word::rise}, {"fall", word::fall},
    {"narrow", word::narrow}, {"widen", word::widen}, {"to", word::to}, {"from", word::from},
    {"higher", word::higher}, {"lower", word::lower}, {"than", word::than}, {"high", word::high},
    {"low", word::low}, {"reach", word::reach}, {"hold", word::hold}, {"control", word::control},
    {"before", word::before}, {"after", word::after}, {"sign", word::sign},
    {"speed", word::speed}, {"decline", word::decline}, {"part_of", word::part_of},
    {"share", word::share}, {"contribution", word::contribution}, {"pull", word::pull},
    {"times_of", word::times_of}, {"rank", word::rank}, {"first_place", word::first_place},
    {"distance", word::distance}, {"cleared", word::cleared}, {"flat", word::flat},
    {"stable", word::stable}, {"sync", word::sync}, {"positive", word::positive},
    {"negative", word::negative}, {"two_digit", word::two_digit}, {"doubled", word::doubled},
    {"each", word::each}, {"all", word::all}, {"basis", word::basis},
    {"comparable", word::footing}, {"status", word::status}, {"stretch", word::stretch},
    {"nature", word::nature}, {"assigned", word::assigned}, {"goal", word::goal},
    {"improve", word::improve}, {"among", word::among}, {"with", word::with}, {"of", word::of},
    {"adverb", word::adverb},
};

/// In the order of `group`.
constexpr std::array<std::string_view, group_count> groups{
    "until", "months", "period_end", "relative_year", "year_start", "last_month", "last_quarter",
    "this_month", "same_period", "plan_period", "years_lead", "years_tail", "years_told",
    "years_name",
    "step", "document", "table_reference", "serial_number", "telephone", "reference",
    "meeting", "meeting_of", "clock_before", "capacity",
    "name_start", "name_end", "kept_start", "kept_end", "circumstance_end", "time_only",
    "time_end", "place_kind", "not_place", "own_region", "region_kind", "loss", "profit",
    "business", "shared_end", "half_word", "preposition", "ratio_end", "not_ratio_end",
    "amount_end", "indicator_end", "name_verb", "kept_verb", "state_verb", "no_noun",
    "set_phrase", "counted", "ordinal", "time_unit", "name_tail",
    "not_region", "goes_on", "torn_start", "torn_end", "sentence_word", "vague_name",
    "added", "bare_head", "part_head", "part_name", "per_person", "measure_alone",
    "actor", "actor_verb", "no_stage", "classifier", "bare_verb", "plan_filler", "aim", "aim_filler",
    "vague_aim", "time_reference", "reference_not_time", "now", "conversion", "whole", "adds_up", "state_end", "flow_end",
    "section", "saying", "list_of_targets", "short_name", "office", "title_end", "province",
    "furniture", "furniture_label",
    "stock_end", "addition", "done_outcome", "undone_outcome", "done_filler", "schedule",
    "behind_schedule", "ahead_of_schedule",
    "column_number", "column_nature", "column_unit", "column_note", "column_name",
    "column_time", "column_region", "column_category", "column_mom", "column_year_start",
    "column_progress", "column_done", "column_plan", "column_difference", "column_moves",
    "column_growth", "column_rank", "column_of_last_year", "column_share",
    "column_growth_change", "column_outcome", "column_estimate", "column_target",
    "column_to_date", "column_month", "column_year_before", "column_generic", "column_parts",
    "column_no_noun", "column_noun", "column_filler", "column_growth_filler", "column_told",
    "plan_looks_back", "plan_outcome", "title_growth", "title_share", "title_index",
    "column_nominal", "column_real", "column_target_end",
    "title_start", "title_tail", "topic_end", "government_level", "budget_word",
    "growth_row", "not_growth_end", "growth_end", "growth_than", "month_before_row", "note_row",
    "income_end", "sector", "no_sector", "row_tail", "part_row"};

/// Senses that are no code of an enumeration.
struct named_sense {
  word of;
  std::string_view code;
  std::int8_t value;
};
constexpr named_sense senses[] = {
    {word::fall, "to", 2},           {word::fall, "outright", 3},
    {word::higher, "better", 2},     {word::than, "behind", 1},
    {word::hold, "firm", 2},         {word::all, "more_than", 1},
    {word::flat, "equal", 2},        {word::part_of, "about", 1},
    {word::pull, "down", -1},        {word::times_of, "equal", 2},
    {word::rank, "each", 1},         {word::improve, "up", 1},
    {word::improve, "down", -1},     {word::improve, "to_profit", 2},
    {word::improve, "to_loss", 3},   {word::improve, "to_growth", 4},
    {word::improve, "to_decline", 5}, {word::doubled, "4", 4},
    {word::doubled, "8", 8},         {word::doubled, "more_than", 1},
    {word::doubled, "at_least", -1}, {word::speed, "price", 1},
    {word::speed, "nominal", 2},     {word::speed, "yoy", 3},
    {word::speed, "mom", 4},         {word::speed, "average", 5},
    {word::speed, "average2", 6},
};

/// The word whose senses another one shares: a rise ends somewhere as a fall does.
word sense_owner(word is) {
  if (is == word::rise || is == word::narrow || is == word::widen) return word::fall;
  return is == word::decline ? word::speed : is;
}

template <class E>
std::int8_t value_of(std::string_view code) {
  return static_cast<std::int8_t>(of_code<E>(code));
}

}  // namespace

std::optional<meaning> meaning_of(std::string_view code) {
  if (code == "unit") return meaning{.is = meaning::kind::unit};
  for (const word_code& each : words)
    if (each.code == code) return meaning{.word = each.is};
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (groups[i] == code)
      return meaning{.is = meaning::kind::member, .group = static_cast<group>(i)};
  return std::nullopt;
}

std::int8_t sense_of(word is, std::string_view code) {
  switch (is) {
    case word::before:
    case word::after:
    case word::sign:
      return value_of<bound>(code);
    case word::basis:
      return value_of<basis>(code);
    case word::footing:
      return value_of<comparable>(code);
    case word::status:
      return value_of<status>(code);
    case word::nature:
      return value_of<nature>(code);
    default:
      break;
  }
  std::string known;
  for (const named_sense& each : senses) {
    if (each.of != sense_owner(is)) continue;
    if (each.code == code) return each.value;
    (known += known.empty() ? "" : ", ") += each.code;
  }
  throw error{"found " + in_quotes(code) + ", expected " +
              (known.empty() ? "no sense: this meaning has none" : "one of " + known)};
}

}  // namespace kebi::grammar
