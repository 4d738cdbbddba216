#pragma once

#include <cmath>
#include <string>

#include "infer/made.hpp"
#include "infer/random_network.hpp"

namespace kebi::test {

/// A consistent report of some 200 facts, rounded from true figures: wholes with all
/// of their parts, this year and last, with growth, shares, contributions, quarters.
struct synthetic_report {
  inference_settings how;
  std::vector<fact> facts;

  explicit synthetic_report(dice& any, int groups = 6) {
    how.containments.clear();
    for (int g = 0; g < groups; ++g) add_group(any, "指标" + std::to_string(g));
  }

  static catalogue names(int groups = 6) {
    std::vector<indicator> all;
    for (int g = 0; g < groups; ++g) {
      const std::string whole = "指标" + std::to_string(g);
      all.push_back(known(whole.c_str(), kind::flow));
      for (int p = 0; p < 4; ++p) all.push_back(known((whole + "部分" + std::to_string(p)).c_str(), kind::flow));
    }
    return catalogue{std::move(all)};
  }

 private:
  void print(const std::string& name, const char* span, measure what, double truth, int decimals, const char* in,
             const std::string& of = "", std::optional<measure> subject = {}) {
    const decimal value{std::llround(truth * std::pow(10, decimals)), decimals};
    fact f = in_whole(what, name, span, to_string(value).c_str(), of.c_str(), in);
    f.subject = subject;
    if (what == measure::change) f.basis = basis::yoy;
    facts.push_back(std::move(f));
  }

  void add_group(dice& any, const std::string& whole) {
    how.containments.push_back({whole, {}, true});
    const double size = std::pow(10, 1 + any.below(3));
    double base[4], now[4], base_all = 0, now_all = 0, first_quarter = 0;
    for (int p = 0; p < 4; ++p) {
      base[p] = size * (0.5 + any.below(100000) / 25000.0);
      now[p] = base[p] * (0.85 + any.below(100000) / 250000.0);
      base_all += base[p];
      now_all += now[p];
      first_quarter += now[p] * (0.4 + any.below(1000) / 5000.0);
    }
    const int decimals = size > 500 ? 1 : 2;
    print(whole, "2019H1", measure::level, now_all, decimals, "亿元");
    print(whole, "2018H1", measure::level, base_all, decimals, "亿元");
    print(whole, "2019H1", measure::growth, 100 * (now_all / base_all - 1), 1, "%");
    print(whole, "2019Q1", measure::level, first_quarter, decimals, "亿元");
    print(whole, "2019Q2", measure::level, now_all - first_quarter, decimals, "亿元");
    for (int p = 0; p < 4; ++p) {
      const std::string part = whole + "部分" + std::to_string(p);
      how.containments.back().parts.push_back(part);
      print(part, "2019H1", measure::level, now[p], decimals, "亿元");
      print(part, "2018H1", measure::level, base[p], decimals, "亿元");
      print(part, "2019H1", measure::growth, 100 * (now[p] / base[p] - 1), 1, "%");
      print(part, "2019H1", measure::share, 100 * now[p] / now_all, 1, "%", whole);
      print(part, "2019H1", measure::change, 100 * (now[p] / now_all - base[p] / base_all), 1, "个百分点", whole, measure::share);
      print(part, "2019H1", measure::pull, 100 * (now[p] - base[p]) / base_all, 2, "个百分点", whole);
      print(part, "2019H1", measure::contribution, 100 * (now[p] - base[p]) / (now_all - base_all), 1, "%", whole);
    }
  }
};

}  // namespace kebi::test
