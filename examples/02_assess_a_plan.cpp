// Reads a plan table with mid-year outcomes and prints the verdict on each target.
#include <fstream>
#include <iostream>
#include <sstream>

#include "kebi/kebi.hpp"

int main(int count, char** arguments) {
  const char* file = count > 1 ? arguments[1] : "examples/data/jiading-2019h1.csv";
  std::ostringstream bytes;
  bytes << std::ifstream{file, std::ios::binary}.rdbuf();

  try {
    const kebi::catalogue known = kebi::standard_catalogue();
    const kebi::report plan = kebi::read_plan(kebi::to_utf8(bytes.str()), known);
    for (const kebi::assessment& each : kebi::assess(plan, known)) {
      std::cout << each.target.indicator << ": " << verdict_word(each.verdict, kebi::language::en) << ", "
                << reason(each, kebi::language::en) << '\n';
      if (each.need) std::cout << "    " << need_words(each, kebi::language::en) << '\n';
    }
  } catch (const kebi::error& refused) {
    std::cerr << file << ": " << refused.what() << '\n';
    return 2;
  }
}
