#include <iostream>
#include <kebi/assess.hpp>
#include <kebi/infer.hpp>
#include <kebi/series.hpp>

/// No library is linked: series, inference and judgement are compiled in this program.
int main() {
  using namespace kebi;
  const auto stated = [](const char* span, measure what, std::int64_t tenths, const char* unit_of_it) {
    fact f;
    f.indicator = "财政收入";
    f.period = period_of_code(span);
    f.measure = what;
    f.value = decimal{tenths, 1};
    f.unit = unit{unit_of_it};
    return f;
  };
  report half_year;
  half_year.facts = {stated("2019H1", measure::level, 1728, "亿元"),
                     stated("2019H1", measure::growth, 11, "%")};
  const catalogue known{{{.name = "财政收入", .units = {unit{"亿元"}}}}};
  const inference all = infer(half_year, known);

  fact target = stated("2019", measure::level, 3000, "亿元");
  target.status = status::target;
  half_year.facts.push_back(target);
  std::cout << "the base lies in " << outward(all.find("财政收入", period_of_code("2018H1")).front().possible, 2)
            << ", the target is " << code(assess(half_year, known).front().verdict) << '\n';
}
