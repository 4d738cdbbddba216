#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>

namespace kebi {

/// What a reading took for granted because the text does not state it.
enum class doubt {
  subject,     ///< whom the number is of, carried over from far
  period,      ///< assumed, not stated
  status,      ///< outcome or target: assumed, not stated
  region,      ///< assumed, not stated
  name,        ///< cut out of the sentence, unknown to the catalogue and not shaped like an indicator
  unit,        ///< assumed, not printed
  head,        ///< of a table, guessed
  arithmetic,  ///< sums, shares or growth of the table or the sentence disagree
};

/// The doubts of one reading; none where it is firm.
class doubts {
 public:
  /// Gives them in the order of the enumeration.
  class iterator {
   public:
    using value_type = doubt;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;
    using pointer = const doubt*;
    using reference = doubt;

    constexpr iterator() = default;
    constexpr doubt operator*() const { return static_cast<doubt>(at_); }
    constexpr iterator& operator++() {
      ++at_;
      skip();
      return *this;
    }
    constexpr iterator operator++(int) {
      const iterator before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(iterator a, iterator b) { return a.at_ == b.at_; }

   private:
    friend class doubts;
    constexpr iterator(std::uint32_t of, unsigned from) : of_{of}, at_{from} { skip(); }
    constexpr void skip() {
      while (at_ < end_of_all && (of_ >> at_ & 1U) == 0) ++at_;
    }

    std::uint32_t of_ = 0;
    unsigned at_ = end_of_all;
  };

  constexpr doubts() = default;
  constexpr doubts(std::initializer_list<doubt> all) {
    for (const doubt each : all) insert(each);
  }

  constexpr void insert(doubt of) { bits_ |= bit(of); }
  constexpr void insert(doubts others) { bits_ |= others.bits_; }
  constexpr void erase(doubt of) { bits_ &= ~bit(of); }
  constexpr bool contains(doubt of) const { return (bits_ & bit(of)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr iterator begin() const { return {bits_, 0}; }
  constexpr iterator end() const { return {}; }

  friend constexpr bool operator==(doubts, doubts) = default;

 private:
  static constexpr unsigned end_of_all = 32;
  static constexpr std::uint32_t bit(doubt of) { return std::uint32_t{1} << static_cast<unsigned>(of); }

  std::uint32_t bits_ = 0;
};

}  // namespace kebi
