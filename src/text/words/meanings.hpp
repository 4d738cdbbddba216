#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/words/word.hpp"

namespace kebi::grammar {

/// Groups of words that one rule asks for. The code of each in data files is its name; what it
/// is stands at the head of the file.
enum class group : std::uint8_t {
  // words/data/periods.tsv
  until, months, period_end, relative_year, year_start, last_month, last_quarter, this_month,
  same_period, plan_period, years_lead, years_tail, years_told, years_name,
  // words/data/not_statistics.tsv
  step, document, table_reference, serial_number, telephone, reference, meeting, meeting_of,
  clock_before, capacity,
  // names/data
  name_start, name_end, kept_start, kept_end, circumstance_end, time_only, time_end, place_kind,
  not_place, own_region, region_kind, loss, profit, business, shared_end, half_word,
  preposition, ratio_end, not_ratio_end, amount_end,
  indicator_end, name_verb, kept_verb, state_verb, no_noun,
  // account/data
  set_phrase, counted, ordinal, time_unit, name_tail,
  // sentence/data
  not_region, goes_on, torn_start, torn_end, sentence_word, vague_name,
  added, bare_head, part_head, part_name, per_person, measure_alone,
  actor, actor_verb, no_stage, classifier, bare_verb, plan_filler, aim, aim_filler, vague_aim,
  time_reference, reference_not_time, now, conversion, whole, adds_up, state_end, flow_end,
  // report/data, document/data
  section, saying, list_of_targets, short_name, office, title_end, province, furniture,
  furniture_label,
  // phrase/data
  stock_end, addition, done_outcome, undone_outcome, done_filler, schedule, behind_schedule,
  ahead_of_schedule,
  // table/data/columns.tsv
  column_number, column_nature, column_unit, column_note, column_name, column_time,
  column_region, column_category, column_mom, column_year_start, column_progress, column_done,
  column_plan, column_difference, column_moves, column_growth, column_rank, column_of_last_year,
  column_share, column_growth_change, column_outcome, column_estimate, column_target,
  column_to_date, column_month, column_year_before, column_generic, column_parts,
  column_no_noun, column_noun, column_filler, column_growth_filler, column_told,
  plan_looks_back, plan_outcome, title_growth, title_share, title_index, column_nominal, column_real,
  column_target_end,
  // table/data/titles_of_tables.tsv
  title_start, title_tail, topic_end, government_level, budget_word,
  // table/data/rows.tsv
  growth_row, not_growth_end, growth_end, growth_than, month_before_row, note_row, income_end,
  sector, no_sector, row_tail, part_row,
};
inline constexpr std::size_t group_count = static_cast<std::size_t>(group::part_row) + 1;

/// What the second cell of a row says of its phrase: a word of sentences, a unit, or a member of
/// a group.
struct meaning {
  enum class kind : std::uint8_t { word, unit, member } is = kind::word;
  grammar::word word = grammar::word::text;
  grammar::group group = {};
};

/// The meaning of a code; nothing where there is none of that name.
std::optional<meaning> meaning_of(std::string_view code);

/// What a sense says of a word, as readers of sentences ask for it: a bound of 约, a basis of 同比,
/// 2 of 增至. Throws `error` with the senses that the word may have.
std::int8_t sense_of(word is, std::string_view code);

}  // namespace kebi::grammar
