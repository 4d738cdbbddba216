#include "kebi/series/long_table/key_numbering.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

TEST_CASE("names are numbered in the order of their first rows, in blocks, cycles and chaos") {
  test::sequence next{9};
  for (const int kind : {0, 1, 2}) {
    std::vector<std::int64_t> column;
    for (int i = 0; i < 3000; ++i)
      column.push_back(kind == 0   ? i / 37 % 11
                       : kind == 1 ? (i * 5 + i / 900) % 40
                                   : next.below(60));
    std::vector<std::int32_t> found(column.size());
    numbering<std::int64_t> all, each;
    all.number_all(column, found.data());
    std::vector<std::int64_t> met;
    for (std::size_t i = 0; i < column.size(); ++i) {
      const auto at = std::find(met.begin(), met.end(), column[i]);
      const auto expected = static_cast<std::int32_t>(at - met.begin());
      if (at == met.end()) met.push_back(column[i]);
      CHECK(found[i] == expected);
      const std::int32_t known = each.find(column[i]);
      CHECK((known == numbering<std::int64_t>::none ? each.add(column[i]) : known) == expected);
    }
    CHECK(all.keys() == met);
  }
}

TEST_CASE(
    "numbers of a narrow range, of a wide one and at the ends of their kind are numbered alike") {
  test::sequence next{47};
  const auto check = [&]<class Number>(Number lowest, std::int64_t range, std::int64_t step,
                                       std::size_t rows) {
    std::vector<Number> column;
    for (std::size_t i = 0; i < rows; ++i)
      // Chance, then a cycle, then chance again.
      column.push_back(static_cast<Number>(
          lowest + static_cast<Number>((i / 3000 % 2 == 0 ? next.below(range)
                                                          : static_cast<std::int64_t>(i) % range) *
                                       step)));
    std::vector<std::int32_t> numbers(rows);
    numbering<Number> known;
    known.number_all(std::span<const Number>{column}.first(rows / 3), numbers.data());
    known.number_all(std::span<const Number>{column}.subspan(rows / 3), numbers.data() + rows / 3);
    std::map<Number, std::int32_t> met;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < rows; ++i)
      differing +=
          met.try_emplace(column[i], static_cast<std::int32_t>(met.size())).first->second !=
          numbers[i];
    CHECK(differing == 0);
    CHECK(met.size() == known.keys().size());
  };
  for (const std::size_t rows : {10, 4'095, 12'287, 12'288, 12'289, 30'000}) {
    check(std::int8_t{-128}, 256, 1, rows);
    check(std::uint8_t{0}, 256, 1, rows);
    check(std::int16_t{-32'768}, 2'000, 1, rows);
    check(std::int32_t{-7}, 1'500, 1, rows);
    check(std::int32_t{201'501}, 120, 1'000, rows);
    check(std::numeric_limits<std::int64_t>::min(), 900, 1, rows);
    check(std::numeric_limits<std::int64_t>::min(), 900, std::int64_t{1} << 53, rows);
    check(std::numeric_limits<std::uint64_t>::max() - 500, 500, 1, rows);
  }
}
