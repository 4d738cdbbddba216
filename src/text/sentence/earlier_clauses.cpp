#include "text/sentence/earlier_clauses.hpp"

#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/name_verbs.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/head/read_head.hpp"
#include "text/sentence/spans.hpp"
#include "text/sentence/subject/carried_names.hpp"

namespace kebi::grammar {
namespace {

/// A clause [start, end) of a head; at `end` stands its comma or colon.
struct part_of_head {
  const clause& c;
  std::size_t start, end;
};

bool carries_subjects(const completed_frame& so_far, const context& known) {
  return so_far.carries.whom.names ? !so_far.carries.whom.names->empty()
                                 : !known.carried.whom.names.empty();
}

/// 与2018年相比: what the growths behind it are against.
void compare_with(completed_frame& so_far, const part_of_head& p, const context& known) {
  frame& f = so_far.f;
  for (std::size_t i = p.start; i < p.end; ++i) {
    if (p.c.kind(i) != word::period || f.growth.basis || f.against.reference) continue;
    frame about = f;
    about.against.reference_span = p.c.span(i);
    f.growth.basis = basis_of_reference(about, known);
  }
}

/// 落实2007年计划: the year of what is done is not that of the figures.
bool is_year_of_plan(const part_of_head& p, std::size_t i) {
  const clause& c = p.c;
  return i > p.start && i + 1 < p.end && c.kind(i - 1) == word::text && c.kind(p.end) == word::comma &&
         starts_with_any(c.shown(i + 1), {"计划", "规划", "预算", "目标", "任务"});
}

/// Takes periods, bases, scopes and status, unless the number's own clause has them. The times of
/// 扣除去年同期…等因素后 are not the figure's.
void take_words(completed_frame& so_far, const part_of_head& p) {
  const clause& c = p.c;
  frame& f = so_far.f;
  bool adjusts = false;
  for (std::size_t i = p.start; i < p.end; ++i) {
    const token& t = c.at(i);
    adjusts = adjusts || (t.is == word::footing &&
                          static_cast<kebi::comparable>(t.sense) == comparable::adjusted);
    switch (t.is) {
      case word::period:
        if (adjusts || c.shown(i) == "同期" || is_year_of_plan(p, i) || dates_attribute(c, i) || dates_prices(c, i)) break;
        if (!f.time.span && (i == p.start || c.kind(i - 1) != word::than)) f.time.span = c.span(i);
        break;
      case word::basis:
        if (!f.growth.basis) f.growth.basis = static_cast<kebi::basis>(t.sense);
        if (i > p.start && c.shown(i - 1) == "从") so_far.carries.basis = f.growth.basis;
        break;
      case word::footing:
        if (!f.growth.comparable) f.growth.comparable = static_cast<kebi::comparable>(t.sense);
        break;
      case word::status:
        if (!f.standing.status) f.standing.status = static_cast<kebi::status>(t.sense);
        break;
      case word::among:
        f.whom.among = true;
        f.whom.parts = i + 1 == p.end;
        break;
      default:
        break;
    }
  }
}

/// Whether the words of a list of targets call them binding or expected: 约束性指标:, 预期目标是:.
std::optional<kebi::nature> nature_of(const part_of_head& p) {
  for (std::size_t i = p.start; i < p.end; ++i) {
    if (p.c.kind(i) == word::nature) return static_cast<kebi::nature>(p.c.at(i).sense);
    if (p.c.kind(i) == word::goal && p.c.shown(i).starts_with("预期")) return nature::expected;
  }
  return std::nullopt;
}

/// 主要预期目标是: and 约束性指标: make targets of all that is listed behind them.
void take_list_of_targets(completed_frame& so_far, const part_of_head& p) {
  for (std::size_t i = p.start; i < p.end; ++i) {
    const bool goal = p.c.kind(i) == word::goal && holds_any(p.c.shown(i), {"目标", "计划"});
    const bool nature = p.c.kind(i) == word::nature && i + 1 == p.end;
    if (!(goal || nature) || so_far.f.standing.status) continue;
    so_far.f.standing.status = status::target;
    so_far.carries.standing = {status::target, status::target, nature_of(p)};
  }
}

/// 固定资产投资方面 names the subject; so does 服务业 in
/// 服务业占比超过一半,对经济增长的贡献率为57%, a share without a figure right before a
/// contribution.
void take_topic(completed_frame& so_far, const part_of_head& p, bool right_before) {
  const clause& c = p.c;
  if (p.end > p.start && c.kind(p.end - 1) == word::text && c.shown(p.end - 1).ends_with("方面"))
    so_far.carries.whom.names = {
        tidy_name(c.printed(piece{c.at(p.start).begin, c.at(p.end - 1).end}), *c.words.known)};
  const measure_words& measure = so_far.f.measure;
  if (!right_before || !(measure.contribution || measure.pull != 0) ||
      c.kind(p.start) != word::text)
    return;
  for (std::size_t i = p.start + 1; i < p.end; ++i)
    if (c.kind(i) == word::share && !is_time_only(tidy_name(c.printed(p.start), *c.words.known)))
      so_far.carries.whom.names = {tidy_name(c.printed(p.start), *c.words.known)};
}

/// 分产业看, 按经营地分: what is told behind it are parts of the total that carries over, which share its head.
void take_breakdown(completed_frame& so_far, const part_of_head& p, const context& known) {
  const clause& c = p.c;
  if (p.end == p.start) return;
  const std::string_view words = c.shown(piece{c.at(p.start).begin, c.at(p.end - 1).end});
  if (!starts_with_any(words, {"分", "按", "从"}) || !ends_with_any(words, {"看", "分"})) return;
  const std::vector<std::string>& totals = known.carried.whom.names;
  so_far.carries.parent.head =
      totals.size() == 1 ? head_of_parts(totals.front(), *c.words.known) : std::string{};
}

/// Whether the words before a number are a measure alone: 总量, 规模.
bool names_measure_alone(const clause& c, const frame& f) {
  return f.whom.subject.size() == 1 && !f.whom.object &&
         (*c.words.known)[group::measure_alone].has(c.shown(f.whom.subject.front()));
}

/// Takes the subject of an earlier clause where the number's own names none: 全市投资稳中有进,增长5%.
/// What carries over gives way only to an indicator (民间投资稳步回升,增长8.3%), or to whatever a
/// measure alone is of (经营主体扩容,总量突破920万户).
void take_subject(completed_frame& so_far, const part_of_head& p, bool right_before,
                  const context& known) {
  const clause& c = p.c;
  subject_words& whom = so_far.f.whom;
  const bool carries = carries_subjects(so_far, known);
  right_before = right_before && c.kind(p.end) == word::comma;
  const bool measure_alone = right_before && names_measure_alone(c, so_far.f);
  // 畜牧业健康发展,实现产值27.5亿元
  const bool bare_object = right_before && whom.subject.empty() && whom.object &&
                           (*c.words.known)[group::bare_head].has(c.shown(*whom.object));
  if (!measure_alone && !bare_object && (!whom.subject.empty() || whom.object || (carries && !right_before)))
    return;
  bool named = false;
  for (std::size_t i = p.start; i < p.end; ++i) named = named || c.kind(i) == word::text;
  if (!named) return;
  const frame before = read_head(c, p.start, p.end, known);
  const vocabulary& words = *c.words.known;
  if (before.whom.subject.empty() || starts_with_verb(c.shown(before.whom.subject.front()), words))
    return;  // 改善人居环境,完成152公里公路改造
  if (!carries && !measure_alone && !bare_object) {
    whom.subject = before.whom.subject;
    piece& last = whom.subject.back();  // 产业集群 of 产业集群加快发展
    last.end = last.begin + without_state(std::string{c.shown(last)}, words).size();
    return;
  }
  std::string name = without_state(tidy_name(c.printed(before.whom.subject.front()), words), words);
  const std::string region = cut_region(name, words);
  name = without_verbs(std::move(name), words);
  const bool owns = bare_object && (ends_with_any(name, {"业", "产业"}) || words[group::actor].ends(name));
  if (name.empty() || !(measure_alone || owns || is_shaped_like_indicator(name, known.given.known, words)))
    return;
  if (measure_alone) name += c.printed(whom.subject.front());
  so_far.carries.whom.names = {std::move(name)};
  so_far.carries.whom.region = region;
}

}  // namespace

completed_frame with_earlier_clauses(const clause& c, std::size_t begin, frame f,
                                     const context& known) {
  completed_frame so_far{std::move(f)};
  for (std::size_t at = begin; at > c.head;) {
    const part_of_head p{c, part_start(c, at - 1), at - 1};
    const bool right_before = at == begin;
    at = p.start;
    if (p.end > p.start && c.kind(p.end - 1) == word::than) {
      compare_with(so_far, p, known);
      continue;
    }
    // 企业84家(其中甲类企业),实现产值182亿元: a remark is no clause.
    if (p.end > p.start && c.kind(p.start) == word::open && c.kind(p.end - 1) == word::close) continue;
    take_words(so_far, p);
    if (c.kind(p.end) == word::colon) take_list_of_targets(so_far, p);
    if (!known.in_prose()) continue;
    take_topic(so_far, p, right_before);
    take_breakdown(so_far, p, known);
    take_subject(so_far, p, right_before, known);
  }
  return so_far;
}

}  // namespace kebi::grammar
