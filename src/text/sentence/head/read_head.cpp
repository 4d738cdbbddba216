#include "text/sentence/head/read_head.hpp"

#include <array>
#include <utility>

#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/head/words.hpp"

namespace kebi::grammar {
namespace {

constexpr std::size_t length_of_is = std::string_view{"为"}.size();

/// Where 为计划 or 为年初预算 stands at the end of words; 0 where it does not.
std::size_t plan_behind(std::string_view words) {
  const std::size_t at = words.rfind("为");
  if (at == std::string_view::npos) return 0;
  return ends_with_any(words.substr(at), {"计划", "预算", "目标", "任务"}) ? at : 0;
}

/// 拟安排, 全市拟实施: what is still to come, as against 模拟.
bool plans(std::string_view words) {
  const std::size_t at = words.find("拟");
  return at == 0 || (at == 6 && words.starts_with("全"));
}

/// 增长, 下降, 收窄, 扩大. 减少排放 is a verb inside a name, 在出口增长的带动下实现产值 an
/// attribute.
void read_change(open_head& head, std::size_t i) {
  const clause& c = head.words;
  const token& t = c.at(i);
  frame& f = head.f;
  const bool named = f.measure.rate != rate_word::growth && i + 1 < head.number &&
                     c.kind(i + 1) == word::text && head.into == part::subject && !f.whom.predicate;
  bool attribute = false;
  if (c.kind(i + 1) == word::of && c.kind(i + 2) == word::text)
    for (std::size_t k = i + 3; k < head.number; ++k)
      attribute = attribute || c.kind(k) == word::reach;
  if ((named && t.sense != 2) || attribute) return head.take(i);
  if (f.measure.rank && i > head.first && c.kind(i - 1) == word::list)
    f.measure.rank = false, f.whom.object.reset(), f.whom.predicate.reset();  // 居前十强、增长4.8%
  head.close();
  f.change.negated = i > head.first && c.kind(i - 1) == word::text &&
                     ends_with_any(c.shown(i - 1), {"没有", "没", "未", "未能", "未曾", "不再"});
  head.predicate(i);
  f.change.stated = true;
  f.change.to = t.sense == 2;
  f.change.grew = c.shown(i).starts_with("增长");
  f.change.of_loss = c.shown(i).ends_with("亏");
  f.growth.none = t.sense == 3 && !f.growth.basis && !f.against.than;
  f.change.of_difference = is_any(t.is, word::narrow, word::widen);
  f.change.sign = is_any(t.is, word::rise, word::widen) ? 1 : -1;
  head.into = part::object;
}

/// 同比, 环比, 年均; 平均 of a place is no basis but a reference: 高于全省平均.
void read_basis(open_head& head, std::size_t i) {
  const clause& c = head.words;
  const bool of_place =
      i > head.first && ends_with_any(c.shown(i - 1), {"全省", "全国", "全市", "全区", "全县"});
  if (c.shown(i) == "平均" && (head.into == part::reference || of_place)) return head.take(i);
  head.verb(i);
  head.f.growth.basis = static_cast<kebi::basis>(c.at(i).sense);
  head.leave_subject();
}

/// 约, 超, 不低于, ≥.
void read_bound(open_head& head, std::size_t i) {
  const clause& c = head.words;
  if (c.shown(i) == "突破" && i + 1 < head.number && c.kind(i + 1) == word::text &&
      !starts_with_any(c.shown(i + 1), {"每", "了"}))
    return head.take(i);  // 突破家政规范等12个难点: a verb with what it breaks through
  head.verb(i);
  head.f.outcome.bound = static_cast<kebi::bound>(head.words.at(i).sense);
  head.leave_subject();
}

/// A remark in brackets, 同比(下同), is passed over; other brackets belong to names.
void read_open(open_head& head, std::size_t i) {
  const clause& c = head.words;
  if (!std::string_view{c.text.text()}.substr(c.at(i).begin).starts_with("(下同"))
    return head.take(i);
  head.skipped = i;
  while (head.skipped < head.number && c.kind(head.skipped) != word::close) ++head.skipped;
  ++head.skipped;
}

/// “保8%、争9%” in a cell of a plan is no name.
void read_quote(open_head& head, std::size_t i) {
  if (head.known.in_prose()) head.take(i);
}

/// 、 and 和 between periods do not belong to the subject: 一季度、二季度.
void read_list_mark(open_head& head, std::size_t i) {
  const clause& c = head.words;
  const bool spans =
      i > head.first && c.kind(i - 1) == word::period && c.kind(i + 1) == word::period;
  if (!(spans && head.into == part::subject)) head.take(i);
}

/// 的 ends what is adjusted for: 扣除食品和能源价格的核心CPI.
void read_of(open_head& head, std::size_t i) {
  if (head.into == part::adjustment)
    head.into = part::object;
  else
    head.take(i);
}

/// 为预算的51.2%, 投资为年度计划的64%, 财政收入为计划的52.5%: 为 inside a text is the verb.
bool read_is(open_head& head, std::size_t i, bool fresh) {
  const clause& c = head.words;
  const token& t = c.at(i);
  const std::string_view words = c.shown(i);
  const auto reach = [&](std::optional<piece> object) {
    head.predicate(i);
    if (head.f.outcome.reach == reach_word::none) head.f.outcome.reach = reach_word::reached;
    head.into = part::object;
    if (object) head.f.whom.object = object;
    return true;
  };
  const bool of_follows = c.kind(i + 1) == word::of || i + 1 == head.number ||
                          (c.kind(i + 1) == word::text && c.kind(i + 2) == word::of);
  if (fresh && words.starts_with("为") && of_follows) {
    if (t.end == t.begin + length_of_is) return reach({});
    return reach(piece{t.begin + length_of_is, t.end});
  }
  std::size_t goals = i + 1;
  while (is_any(c.kind(goals), word::goal, word::assigned)) ++goals;
  const bool of_goals = goals > i + 1 && (goals == head.number || c.kind(goals) == word::of);
  if (head.into != part::subject) return false;
  if (of_goals && words.ends_with("为")) {
    if (words.size() > length_of_is) head.f.whom.subject.push_back({t.begin, t.end - length_of_is});
    return reach({});
  }
  const std::size_t plan = plan_behind(words);
  if (plan == 0 || c.kind(i + 1) != word::of || i + 2 < head.number) return false;
  head.f.whom.subject.push_back({t.begin, t.begin + plan});
  return reach(piece{t.begin + plan + length_of_is, t.end});
}

void read_text(open_head& head, std::size_t i) {
  const std::string_view words = head.words.shown(i);
  frame& f = head.f;
  if (head.into == part::reference && f.against.than && f.against.reference_span &&
      words == "新增") {
    head.close();  // 比去年新增3637元
    f.change.stated = true;
    f.change.sign = 1;
    return;
  }
  if (f.outcome.bound && words.starts_with("每") && i + 1 == head.number) return;  // 超每千人6.5批次
  const bool fresh = f.whom.subject.empty() && !f.whom.predicate;
  if (fresh && !f.standing.status && head.known.in_prose() && plans(words))
    f.standing.status = status::target;
  f.standing.done =
      f.standing.done || holds_any(words, {"已完成", "已实现"}) || words.ends_with("已");
  if (!read_is(head, i, fresh)) head.take(i);
}

/// Which reader reads which kind of word; the others are taken into the part that is open.
struct rule {
  word is;
  word_of_head* read;
};
constexpr rule rules[] = {
    {word::text,         read_text        },
    {word::rise,         read_change      },
    {word::fall,         read_change      },
    {word::narrow,       read_change      },
    {word::widen,        read_change      },
    {word::to,           read_to          },
    {word::from,         read_from        },
    {word::higher,       read_gap         },
    {word::lower,        read_gap         },
    {word::high,         read_high_low    },
    {word::low,          read_high_low    },
    {word::than,         read_than        },
    {word::times_of,     read_times_of    },
    {word::reach,        read_reach       },
    {word::hold,         read_hold        },
    {word::control,      read_control     },
    {word::before,       read_bound       },
    {word::sign,         read_bound       },
    {word::speed,        read_rate        },
    {word::decline,      read_rate        },
    {word::share,        read_share       },
    {word::part_of,      read_part_of     },
    {word::contribution, read_contribution},
    {word::pull,         read_pull        },
    {word::rank,         read_rank        },
    {word::each,         read_each        },
    {word::all,          read_all         },
    {word::basis,        read_basis       },
    {word::footing,      read_comparable  },
    {word::status,       read_status      },
    {word::stretch,      read_stretch     },
    {word::among,        read_among       },
    {word::period,       read_period      },
    {word::adverb,       read_adverb      },
    {word::dash,         read_adverb      },
    {word::improve,      read_improve     },
    {word::open,         read_open        },
    {word::quote,        read_quote       },
    {word::list,         read_list_mark   },
    {word::joint,        read_list_mark   },
    {word::of,           read_of          },
};

/// The readers by kind of word.
constexpr auto readers = [] {
  std::array<word_of_head*, 256> all{};
  for (const rule& each : rules) all[static_cast<std::size_t>(each.is)] = each.read;
  return all;
}();

/// A reference that names a time only is another period, not another place.
bool names_time(const comparison_words& against, std::string_view named,
                const vocabulary& known) {
  if (against.reference_span)
    return !known[group::reference_not_time].within(named);
  return named == "前期" || known[group::time_reference].ends(named);
}

}  // namespace

void open_head::take(std::size_t i) {
  const token& t = words.at(i);
  const auto extend = [&](std::optional<piece>& to) {
    if (!to) to = piece{t.begin, t.end};
    to->end = t.end;
  };
  switch (into) {
    case part::subject:
      if (!f.whom.subject.empty() && f.whom.subject.back().end == t.begin)
        f.whom.subject.back().end = t.end;
      else
        f.whom.subject.push_back({t.begin, t.end});
      return;
    case part::object:
      return extend(f.whom.object);
    case part::reference:
      return extend(f.against.reference);
    case part::whole:
      return extend(f.measure.whole);
    case part::adjustment:
      return extend(f.growth.adjustment);
    case part::source:
      if (is_outcome(words.shown(i))) f.outcome.before = piece{t.begin, t.end};
      return;
  }
}

void open_head::predicate(std::size_t i) {
  if (!f.whom.predicate) f.whom.predicate = status_at && *status_at + 1 == i ? *status_at : i;
}

void open_head::close() {
  if (into != part::subject && into != part::object) into = part::object;
}

void open_head::verb(std::size_t i) {
  close();
  predicate(i);
}

frame read_head(const clause& words, std::size_t first, std::size_t number, const context& known) {
  const bool listed = words.kind(first) == word::list;
  while (first < number && is_any(words.kind(first), word::list, word::joint, word::comma, word::of,
                                  word::close, word::colon))
    ++first;
  first = behind_verb_of_change(words, first, number);
  open_head head{words, known, first, number};
  head.f.whom.listed = listed;
  for (std::size_t i = first; i < number; ++i) {
    if (i < head.skipped) continue;
    if (word_of_head* read = readers[static_cast<std::size_t>(words.at(i).is)])
      read(head, i);
    else
      head.take(i);
  }
  comparison_words& against = head.f.against;
  if (against.reference)
    against.reference_is_time = names_time(against, words.shown(*against.reference), *words.words.known);
  return std::move(head.f);
}

}  // namespace kebi::grammar
