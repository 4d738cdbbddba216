#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <unordered_set>

#include "kebi/infer/containment.hpp"
#include "kebi/infer/reading.hpp"

namespace kebi {

/// What inference takes for granted where a report does not say.
struct inference_settings {
  kebi::hedges hedges;
  /// How far a revision of the base is thought possible: 可比口径 over published.
  bounds revision{0.8, 1.25};
  /// Which indicators contain which.
  std::vector<containment> containments = standard_containments();
  /// Indicators that are published in whole units throughout, though they count
  /// nothing: PM2.5 in 微克/立方米. Growth is then computed from the whole numbers.
  std::vector<std::string> published_whole;
  kebi::effort effort;
};

namespace detail {

/// Posts the identities that follow from the facts themselves and from the
/// catalogue. Each rule looks for figures that are there and adds what hangs
/// together with them; figures of which nothing could be said are not made.
class posting {
 public:
  posting(const catalogue& names, const inference_settings& settings, quantity_network& into)
      : settings_{settings}, net_{into}, reader_{names, into, settings.hedges, settings.published_whole} {}

  /// The facts that said nothing of any figure are added to `unused`.
  void post(std::span<const fact> facts, std::optional<month> past, std::vector<std::size_t>& unused) {
    for (const fact& each : facts) {
      reader_.note(each);
      if (each.status != status::target && each.status != status::forecast && each.period &&
          !(past && *past >= each.period->last()))
        past = each.period->last();
    }
    reader_.set_past(past);
    for (std::size_t i = 0; i < facts.size(); ++i)
      if (!reader_.read(facts[i], i)) unused.push_back(i);
    for (const fact& each : facts) post_of(each);
    for (int round = 0; round < 2; ++round) {
      post_growths();
      post_spans();
      post_parts();
    }
    post_shares_before();
    post_footings();
  }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  int count() const { return static_cast<int>(net_.numbers().variables()); }
  int find_level(const quantity& of) const { return net_.find(of, reader_.unit_of(of.indicator, of.region)); }
  bool first_time(identity law, int variable, int other = 0) {
    return done_.insert((static_cast<std::uint64_t>(law) << 58) ^
                        (static_cast<std::uint64_t>(static_cast<std::uint32_t>(variable)) << 29) ^
                        static_cast<std::uint32_t>(other)).second;
  }

  static quantity before(quantity of, scope on) {
    of.period = year_before(*of.period);
    of.on = on;
    of.status = status::actual;
    return of;
  }
  quantity level_of(const quantity& of) const {
    return reader_.level(of.indicator, of.region, of.period, of.status);
  }
  quantity growth_of(const quantity& of) const { return reader_.measured(measure::growth, level_of(of)); }

  /// The identity that a fact itself states.
  void post_of(const fact& f) {
    const auto of = reader_.quantity_of(f);
    if (!of) return;
    if (f.measure == measure::level) last_[of->indicator] = of->of;
    if (!f.parent.empty() && f.measure == measure::level)
      parents_.push_back({part_of(*of, reader_.name(f.parent)), of->indicator});
    if (f.measure == measure::growth) {
      if (f.comparable == comparable::scope || f.comparable == comparable::price ||
          f.comparable == comparable::adjusted || reader_.grows_in_real_terms(of->indicator))
        if (const int g = net_.find(*of); g >= 0) recut_.insert(g);
      if (f.basis == basis::average2) post_average(*of);
      if (f.basis == basis::fixed) post_fixed(f, *of);
      return;
    }
    if (f.measure == measure::gap) return post_gap(f, *of);
    const int variable = net_.find(*of);
    if (variable < 0 || !of->period || !first_time(identity::own, variable)) return;
    switch (f.measure) {
      case measure::share: return post_share(f, *of, variable);
      case measure::change: return post_change(f, *of, variable);
      case measure::contribution:
      case measure::pull: return post_contribution(f, *of, variable);
      case measure::progress: return post_progress(*of, variable);
      default: return;
    }
  }

  void post_share(const fact& f, const quantity& of, int share) {
    if (f.of.empty()) return;
    quantity own_level = level_of(of);
    if (const auto last = last_.find(of.indicator); last != last_.end()) own_level.of = last->second;
    const int part = find_level(own_level);
    const auto [indicator, region] = reader_.whole(f.of, of.indicator, of.region);
    const quantity whole = reader_.level(indicator, region, of.period, of.status);
    int all = find_level(whole);
    if (part < 0 && all < 0) return;
    if (all < 0) all = reader_.level_variable(whole, net_.unit_of(part));
    const int own = part >= 0 ? part : reader_.level_variable(own_level, net_.unit_of(all));
    net_.shares(identity::share, share, all, own);
  }

  void post_gap(const fact& f, const quantity& of) {
    if (f.versus.empty()) return;
    quantity own = of, other = of;
    own.measure = other.measure = *of.subject;
    own.subject = other.subject = std::nullopt;
    own.of = other.of = *of.subject == measure::share ? f.of : "";
    const bool to_target = f.versus.find("目标") != std::string::npos || f.versus.find("计划") != std::string::npos;
    if (to_target) {
      other.status = status::target;
      if (of.period) other.period = year_of(of.period->year());
    } else {
      std::tie(other.indicator, other.region) = reader_.whole(f.versus, of.indicator, of.region);
    }
    if (other == own) return;
    const int gap = net_.find(of);
    if (f.value && gap >= 0) {
      if (first_time(identity::gap, gap))
        net_.sum(identity::gap, {{1, variable_of(own)}, {-1, variable_of(other)}, {-1, gap}});
    } else if (to_target && !f.value) {
      const int mine = net_.find(own), target = net_.find(other);
      const indicator* known = reader_.known(of.indicator);
      if (mine < 0 || target < 0 || !first_time(identity::short_of, mine, target)) return;
      const bool lower = known && known->better == better::lower;
      net_.sum(identity::short_of, {{1, mine}, {-1, target}}, lower ? bounds::at_least(0) : bounds::at_most(0));
    }
  }
  int variable_of(const quantity& of) {
    if (of.measure == measure::level) return reader_.level_variable(of);
    return of.measure == measure::growth ? reader_.growth_variable(of) : net_.variable(of);
  }

  void post_change(const fact& f, const quantity& of, int change) {
    quantity now = of, then;
    now.measure = *of.subject;
    now.subject = std::nullopt;
    now.basis = std::nullopt;
    now.of = now.measure == measure::share ? f.of : "";
    then = now;
    if (f.of.empty() && !f.versus.empty() && !reader_.is_year_before(f.versus)) {
      try {
        then.period = period_of_code(f.versus);
      } catch (const read_error&) {
        return;  // against something that is no period
      }
    } else if (f.basis == basis::mom) then.period = span_before(*now.period);
    else if (f.basis == basis::year_start) then.period = month_of(now.period->year() - 1, 12);
    else then.period = year_before(*now.period);
    then.status = reader_.world(now.status, then.period);
    // An increment printed with a growth stands on the base of that growth.
    if (now.measure == measure::level && !reader_.is_ratio(now.indicator) && net_.find(growth_of(now)) >= 0)
      then.on = scope::comparable;
    if (now.measure == measure::level && find_level(now) < 0 && find_level(then) < 0) return;
    net_.sum(identity::change, {{1, variable_of(now)}, {-1, variable_of(then)}, {-1, change}});
  }

  void post_contribution(const fact& f, const quantity& of, int variable) {
    if (f.of.empty()) return;
    const auto [indicator, region] = reader_.whole(f.of, of.indicator, of.region);
    const quantity part = level_of(of), whole = reader_.level(indicator, region, of.period, of.status);
    contribute(f.measure, variable, part, whole);
    quantity both = of;
    both.measure = f.measure == measure::pull ? measure::contribution : measure::pull;
    const int other = net_.find(both), growth = net_.find(growth_of(whole));
    if (other < 0 || growth < 0 || !first_time(identity::pull, std::min(other, variable), growth)) return;
    const int pull = f.measure == measure::pull ? variable : other, contribution = pull == variable ? other : variable;
    net_.product(identity::pull, {0, contribution}, {0, growth}, {100, pull});
  }

  /// The increments of part and whole, and what one makes in the other.
  void contribute(measure what, int variable, const quantity& part, const quantity& whole) {
    const int p = find_level(part), w = find_level(whole);
    if (p < 0 || w < 0) return;
    const int part_base = reader_.level_variable(before(part, scope::comparable), net_.unit_of(p));
    const int whole_base = reader_.level_variable(before(whole, scope::comparable), net_.unit_of(w));
    const int part_more = increment(part, p, part_base);
    if (what == measure::pull)
      net_.shares(identity::pull, variable, whole_base, part_more);
    else
      net_.shares(identity::contribution, variable, increment(whole, w, whole_base), part_more);
  }
  int increment(const quantity& of, int now, int base) {
    quantity change = of;
    change.measure = measure::change;
    change.subject = measure::level;
    const bool is_new = net_.find(change) < 0;
    const int result = net_.variable(change, net_.unit_of(now));
    if (is_new) net_.sum(identity::change, {{1, now}, {-1, base}, {-1, result}});
    return result;
  }

  void post_progress(const quantity& of, int progress) {
    quantity plan = level_of(of);
    plan.period = year_of(of.period->year());
    plan.status = status::target;
    const int so_far = find_level(level_of(of)), planned = find_level(plan);
    if (so_far < 0 && planned < 0) return;
    const auto in = net_.unit_of(so_far >= 0 ? so_far : planned);
    net_.shares(identity::progress, progress, reader_.level_variable(plan, in),
                reader_.level_variable(level_of(of), in));
  }

  void post_average(const quantity& of) {
    const int average = net_.find(of);
    if (average < 0 || !of.period || !first_time(identity::average, average)) return;
    const quantity now = growth_of(of);
    quantity then = now;
    then.period = year_before(*now.period);
    const int both = net_.step(bounds::at_least(0));
    net_.product(identity::average, {100, average}, {100, average}, {1, both});
    net_.product(identity::average, {100, reader_.growth_variable(now)}, {100, reader_.growth_variable(then)}, {1, both});
  }

  /// A growth against the same span two years before, and the two years' own.
  void post_fixed(const fact& f, const quantity& of) {
    const int over_both = net_.find(of);
    if (over_both < 0 || !of.period || f.versus != std::to_string(of.period->year() - 2) ||
        !first_time(identity::average, over_both))
      return;
    const quantity now = growth_of(of);
    quantity then = now;
    then.period = year_before(*now.period);
    const int both = net_.step(bounds::at_least(0));
    net_.product(identity::average, {100, reader_.growth_variable(now)}, {100, reader_.growth_variable(then)}, {1, both});
    net_.sum(identity::average, {{1, both}, {-100, over_both}}, bounds::exactly(10'000));
  }

  /// level = base (1 + growth), wherever a level or a base is spoken of.
  void post_growths() {
    for (int g = 0; g < count(); ++g) {
      const quantity of = net_.quantity_of(g);
      if (net_.is_step(g) || of.measure != measure::growth || !of.period || !of.of.empty()) continue;
      if (of.basis && *of.basis != basis::yoy && *of.basis != basis::mom) continue;
      const quantity now = level_of(of);
      quantity base = before(now, scope::comparable);
      if (of.basis == basis::mom) base.period = span_before(*now.period);
      quantity published = base;
      published.on = scope::published;
      if (of.real) {
        quantity nominal = of;
        nominal.real = false;
        quantity price = of;
        price.indicator += "价格";
        price.real = false;
        if (net_.find(nominal) < 0 || !first_time(identity::price, g)) continue;
        net_.product(identity::price, {100, g}, {100, reader_.growth_variable(price)},
                     {100, step_plus_100(net_.find(nominal))});
        continue;
      }
      const bool spoken_of = find_level(now) >= 0 || find_level(base) >= 0 ||
                             find_level(published) >= 0;
      if (!spoken_of || reader_.is_ratio(of.indicator) || !first_time(identity::growth, g)) continue;
      const int level = reader_.level_variable(now);
      const int from = reader_.level_variable(base);
      net_.grows(from, g, level);
      if (recut_.contains(g)) recut_bases_.insert(from);
    }
  }
  int step_plus_100(int growth) {
    const int result = net_.step(bounds::at_least(0));
    net_.sum(identity::price, {{1, growth}, {-1, result}}, bounds::exactly(-100));
    return result;
  }

  /// Years to date of flows, and what is left between them.
  void post_spans() {
    std::map<std::tuple<std::string, std::string, int, int, std::string>, std::vector<int>> years;
    for (int v = 0; v < count(); ++v) {
      const quantity& of = net_.quantity_of(v);
      if (net_.is_step(v) || of.measure != measure::level || !of.period || !of.of.empty() ||
          !of.period->in_one_year() || !reader_.is_flow(of.indicator))
        continue;
      const auto& in = net_.unit_of(v);
      years[{of.indicator, of.region, of.period->year(), static_cast<int>(of.on), in ? in->kind() : ""}].push_back(v);
    }
    for (const auto& [key, levels] : years)
      if (levels.size() > 1) post_year(levels);
  }

  void post_year(const std::vector<int>& levels) {
    std::vector<int> so_far, inside;
    for (const int v : levels) {
      const quantity& of = net_.quantity_of(v);
      (is_year_to_date(*of.period) ? so_far : inside).push_back(v);
    }
    const auto by_end = [&](int a, int b) {
      return net_.quantity_of(a).period->last() < net_.quantity_of(b).period->last();
    };
    std::stable_sort(so_far.begin(), so_far.end(), by_end);
    std::stable_sort(inside.begin(), inside.end(), by_end);
    // Spans within the year first: they bring in the years to date on both sides.
    for (const int v : inside) {
      const quantity of = net_.quantity_of(v);
      quantity from = of, to = of;
      from.period = year_to_date(of.period->first() - 1);
      to.period = year_to_date(of.period->last());
      from.status = reader_.world(of.status, from.period);
      if (find_level(from) < 0 && find_level(to) < 0) continue;
      if (!first_time(identity::year_to_date, v)) continue;
      join(reader_.level_variable(from, net_.unit_of(v)), v, reader_.level_variable(to, net_.unit_of(v)));
    }
    int last = -1;
    for (const int v : so_far) {
      const quantity of = net_.quantity_of(v);
      const quantity before_it = last >= 0 ? net_.quantity_of(last) : quantity{};
      if (last >= 0 && before_it.period->last() < of.period->last()) {
        quantity rest = of;
        rest.period = rest_of(*of.period, *before_it.period);
        const bool is_new = net_.find(rest, net_.unit_of(v)) < 0;
        const int left = reader_.level_variable(rest, net_.unit_of(v));
        if (is_new || first_time(identity::year_to_date, left)) {
          done_year_to_date(left);
          join(last, left, v);
          post_rest_growth(rest, left);
        }
      }
      if (of.status == status::actual) last = v;
    }
  }
  void done_year_to_date(int v) { first_time(identity::year_to_date, v); }
  void join(int from, int span, int to) {
    net_.sum(identity::year_to_date, {{1, from}, {1, span}, {-1, to}});
  }
  /// The growth of a span that is known on both sides only as a rest.
  void post_rest_growth(const quantity& rest, int left) {
    if (rest.on == scope::comparable) {
      quantity now = rest;
      now.period = moved(*rest.period, 12);
      now.on = scope::published;
      for (const status each : {status::actual, status::target, status::forecast}) {
        now.status = each;
        if (const int level = find_level(now); level >= 0) grow_rest(now, level, left);
      }
    } else if (const int base = find_level(before(rest, scope::comparable)); base >= 0) {
      grow_rest(rest, left, base);
    }
  }
  void grow_rest(const quantity& now, int level, int base) {
    const int g = reader_.growth_variable(growth_of(now));
    if (first_time(identity::growth, g)) net_.grows(base, g, level);
  }

  /// Wholes and parts: what is left of one beside the other, or their sum.
  void post_parts() {
    std::unordered_map<std::string, std::vector<int>> levels;
    for (int v = 0; v < count(); ++v) {
      const quantity& of = net_.quantity_of(v);
      if (!net_.is_step(v) && of.measure == measure::level && of.on == scope::published && of.of.empty())
        levels[of.indicator].push_back(v);
    }
    for (const containment& each : settings_.containments) {
      if (each.complete) make_wholes(each, levels);
      const auto found = levels.find(reader_.name(each.whole));
      if (found == levels.end()) continue;
      for (const int whole : found->second) {
        if (each.complete) post_complete(whole, each);
        else
          for (const std::string& part : each.parts) post_rest(whole, reader_.name(part));
      }
    }
    for (const auto& [whole, part] : parents_)
      if (const int w = find_level(whole); w >= 0) post_rest(w, part);
    post_classes(levels);
  }

  /// Counts of classes that are told apart by a word before one noun (新开工重大项目数,
  /// 在建重大项目数 of 重大项目数). They exclude each other where one of them says so (不包括).
  void post_classes(const std::unordered_map<std::string, std::vector<int>>& levels) {
    for (const auto& [name, variables] : levels) {
      if (name.find("不包括") == std::string::npos && name.find("不含") == std::string::npos) continue;
      for (const auto& [whole_name, wholes] : levels) {
        if (whole_name.size() >= name.size() || !name.ends_with(whole_name) || whole_name.size() < 6) continue;
        for (const int whole : wholes) post_classes_of(whole, whole_name, levels);
      }
    }
  }
  void post_classes_of(int whole, const std::string& noun,
                       const std::unordered_map<std::string, std::vector<int>>& levels) {
    const quantity all = net_.quantity_of(whole);
    if (!all.period || !net_.numbers().is_whole(whole)) return;
    std::vector<term> terms{{-1, whole}};
    for (const auto& [name, variables] : levels)
      for (const int v : variables) {
        const quantity& of = net_.quantity_of(v);
        if (name.size() > noun.size() && name.ends_with(noun) && of.period && of.period->year() == all.period->year() &&
            of.period->last() <= all.period->last() && of.region == all.region && of.status == status::actual && net_.unit_of(v) == net_.unit_of(whole))
          terms.push_back({1, v});
      }
    if (terms.size() < 3 || !first_time(identity::rest, whole)) return;
    std::sort(terms.begin() + 1, terms.end(), [](const term& a, const term& b) { return a.variable < b.variable; });
    quantity rest = all;
    rest.indicator = "其他" + noun;
    terms.push_back({1, reader_.level_variable(rest, net_.unit_of(whole))});
    net_.sum(identity::rest, terms);
  }

  static quantity part_of(quantity whole, const std::string& part) {
    whole.indicator = part;
    return whole;
  }

  void post_rest(int whole, const std::string& part_name) {
    const quantity all = net_.quantity_of(whole), part = part_of(all, part_name);
    const int p = find_level(part);
    if (p < 0 || p == whole || !first_time(identity::rest, whole, p)) return;
    if (net_.unit_of(p) && net_.unit_of(whole) && !same_kind(*net_.unit_of(p), *net_.unit_of(whole))) return;
    quantity rest = all;
    rest.indicator = all.indicator + "(除" + part_name + ")";
    const int r = reader_.level_variable(rest, net_.unit_of(whole));
    net_.sum(identity::rest, {{1, p}, {1, r}, {-1, whole}});
    if (!all.period) return;
    const int whole_base = find_level(before(all, scope::comparable)),
              part_base = find_level(before(part, scope::comparable));
    if (whole_base < 0 || part_base < 0) return;
    const int rest_base = reader_.level_variable(before(rest, scope::comparable), net_.unit_of(whole));
    net_.sum(identity::rest, {{1, part_base}, {1, rest_base}, {-1, whole_base}});
    net_.grows(rest_base, reader_.growth_variable(growth_of(rest)), r);
    for (const measure what : {measure::pull, measure::contribution}) {
      quantity of = part;
      of.measure = what;
      of.of = all.indicator;
      if (net_.find(of) < 0) contribute(what, net_.variable(of), part, all);
    }
  }

  /// A whole of which only the growth is published, where all of its parts are.
  void make_wholes(const containment& list, std::unordered_map<std::string, std::vector<int>>& levels) {
    if (list.parts.empty()) return;
    const auto first = levels.find(reader_.name(list.parts.front()));
    if (first == levels.end()) return;
    for (const int v : first->second) {
      const quantity whole = part_of(net_.quantity_of(v), reader_.name(list.whole));
      if (find_level(whole) >= 0 || net_.find(growth_of(whole)) < 0) continue;
      const bool all = std::all_of(list.parts.begin(), list.parts.end(), [&](const std::string& each) {
        return find_level(part_of(whole, reader_.name(each))) >= 0;
      });
      if (all) levels[whole.indicator].push_back(reader_.level_variable(whole, net_.unit_of(v)));
    }
  }

  /// Sums of a complete list, of which at most one part may be unpublished.
  void post_complete(int whole, const containment& list) {
    const quantity all = net_.quantity_of(whole);
    std::vector<int> parts = found_parts(list, all, net_.unit_of(whole));
    if (parts.empty()) return;
    if (first_time(identity::sum, whole)) net_.adds_up(whole, parts);
    if (!all.period || reader_.grows_in_real_terms(all.indicator)) return;
    const quantity base = before(all, scope::comparable);
    const int whole_base = find_level(base);
    if (whole_base < 0) return;
    const std::vector<int> bases = found_parts(list, base, net_.unit_of(whole));
    if (bases.empty() || !first_time(identity::sum, whole_base)) return;
    for (std::size_t i = 0; i < bases.size(); ++i) {
      quantity now = net_.quantity_of(bases[i]);
      now = reader_.level(now.indicator, now.region, all.period, all.status);
      const int level = find_level(now), g = reader_.growth_variable(growth_of(now));
      if (level >= 0 && first_time(identity::growth, g)) net_.grows(bases[i], g, level);
    }
    const int total = net_.step(bounds::at_least(0));
    net_.adds_up(total, bases);
    revise(base, total, whole_base, "各部分之和", true);
  }
  std::vector<int> found_parts(const containment& list, const quantity& whole, const std::optional<unit>& in) {
    std::vector<int> result;
    quantity missing;
    std::size_t unknown = 0;
    for (const std::string& each : list.parts) {
      quantity part = whole;
      part.indicator = reader_.name(each);
      const int v = find_level(part);
      if (v >= 0) result.push_back(v);
      else missing = part, ++unknown;
    }
    if (unknown > 1 || result.empty()) return {};
    if (unknown == 1) result.push_back(reader_.level_variable(missing, in));
    return result;
  }

  /// share a year before = share (1 + growth of whole) / (1 + growth of part)
  void post_shares_before() {
    for (int v = 0; v < count(); ++v) {
      const quantity now = net_.quantity_of(v);
      if (net_.is_step(v) || now.measure != measure::share || !now.period || now.on == scope::comparable) continue;
      const auto [indicator, region] = reader_.whole(now.of, now.indicator, now.region);
      const int part = net_.find(growth_of(now)),
                whole = net_.find(growth_of(reader_.level(indicator, region, now.period, now.status)));
      if (part < 0 || whole < 0 || !first_time(identity::share_base, v)) continue;
      const quantity then = before(now, scope::comparable);
      const int base = net_.variable(then), both = net_.step();
      net_.product(identity::share_base, {0, base}, {100, part}, {1, both});
      net_.product(identity::share_base, {0, v}, {100, whole}, {1, both});
      if (recut_.contains(part) || recut_.contains(whole)) recut_bases_.insert(base);
    }
  }

  /// Comparable bases beside published ones.
  void post_footings() {
    for (int v = 0, all = count(); v < all; ++v) {
      const quantity base = net_.quantity_of(v);
      if (net_.is_step(v) || base.on != scope::comparable ||
          (base.measure != measure::level && base.measure != measure::share))
        continue;
      quantity other = base;
      const auto known = [&](scope on) {
        other.on = on;
        return base.measure == measure::level ? net_.find(other, net_.unit_of(v)) : net_.find(other);
      };
      if (const int again = known(scope::rereleased); again >= 0 && first_time(identity::scope, again))
        revise(base, again, v, "同口径", true);
      if (const int of = known(scope::published); of >= 0 && first_time(identity::scope, v))
        revise(base, of, v, "", !recut_bases_.contains(v));
    }
  }

  /// comparable = factor times published, and the factor is taken to be one until
  /// the figures speak against it.
  void revise(const quantity& base, int published, int comparable_base, const char* which, bool taken_as_one) {
    quantity factor = base;
    factor.measure = measure::ratio;
    factor.on = scope::comparable;
    factor.of = base.measure == measure::share ? base.of : which;
    const int f = net_.variable(factor, {}, false, taken_as_one ? settings_.revision : bounds::at_least(0));
    net_.product(identity::scope, {0, published}, {0, f}, {1, comparable_base});
    if (taken_as_one) net_.assume(f, bounds::exactly(1));
  }

  const inference_settings& settings_;
  quantity_network& net_;
  fact_reader reader_;
  std::unordered_set<std::uint64_t> done_;
  std::unordered_map<std::string, std::string> last_;  // which of several counts was spoken of last
  std::vector<std::pair<quantity, std::string>> parents_;  // wholes as printed, and the part
  std::unordered_set<int> recut_, recut_bases_;  // growths on a stated footing, and their bases
};

}  // namespace detail
}  // namespace kebi
