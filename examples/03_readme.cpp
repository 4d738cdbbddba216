#include <iostream>
#include <kebi/kebi.hpp>

int main() {
  using namespace kebi::literals;
  const kebi::bounds base = kebi::base(172.8_p, 1.1_pct);  // last year's base, implied by 172.8, up 1.1%
  std::cout << kebi::outward(base, 2) << '\n';

  const kebi::catalogue known = kebi::standard_catalogue();
  const kebi::report plan = kebi::read_plan("indicator,period,target,outcome\n"
                                            "固定资产投资,2019H1,完成 300 亿元以上,152. 7 亿元\n", known);
  for (const kebi::assessment& each : kebi::assess(plan, known))
    std::cout << each.target.indicator << ": " << reason(each, kebi::language::en) << '\n';
}
