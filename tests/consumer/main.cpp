#include <iostream>
#include <kebi/kebi.hpp>

// One answer from the headers and one from the compiled part.
int main() {
  using namespace kebi::literals;
  std::cout << "kebi " KEBI_VERSION ": the base of 172.8 at +1.1% lies in "
            << kebi::outward(kebi::base(172.8_p, 1.1_pct), 2) << ", and GDP means "
            << kebi::standard_catalogue().find("GDP")->name << '\n';
}
