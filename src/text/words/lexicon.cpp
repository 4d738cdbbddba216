#include "text/words/lexicon.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/normalise/character_set.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

template <class E>
constexpr std::int8_t sense(E value) {
  return static_cast<std::int8_t>(value);
}

constexpr std::int8_t about = sense(bound::about), at_least = sense(bound::at_least),
                      at_most = sense(bound::at_most), more_than = sense(bound::more_than),
                      less_than = sense(bound::less_than), nearly = sense(bound::nearly);
constexpr std::int8_t yoy = sense(basis::yoy), mom = sense(basis::mom),
                      average = sense(basis::average), average2 = sense(basis::average2);
constexpr std::int8_t price = sense(comparable::price), scope = sense(comparable::scope),
                      nominal = sense(comparable::nominal),
                      unspecified = sense(comparable::unspecified);
constexpr std::int8_t estimate = sense(status::forecast), target = sense(status::target);

constexpr entry entries[] = {
#include "text/words/words.inc"
};

/// Words of longer names in which a word of the lexicon means nothing.
constexpr std::string_view names[] = {
#include "text/names/names.inc"
};

constexpr std::string_view units[] = {
#include "text/words/units.inc"
};

/// Strings by their first character: found by one look-up, then longest first.
template <class T>
class by_first_character {
 public:
  template <class Spelling>
  by_first_character(std::vector<T> all, Spelling spelling) : all_{std::move(all)} {
    std::stable_sort(all_.begin(), all_.end(), [&](const T& a, const T& b) {
      const char32_t x = first(spelling(a)), y = first(spelling(b));
      return x != y ? x < y : spelling(a).size() > spelling(b).size();
    });
    for (std::size_t i = 0; i < all_.size(); ++i) {
      std::size_t at = hash(first(spelling(all_[i])));
      while (slots_[at].character != 0 && slots_[at].character != first(spelling(all_[i])))
        at = (at + 1) % slots_.size();
      starts_.add(first(spelling(all_[i])));
      if (slots_[at].character == 0)
        slots_[at] = {first(spelling(all_[i])), static_cast<std::uint32_t>(i), 0};
      slots_[at].end = static_cast<std::uint32_t>(i + 1);
      const std::string_view word = spelling(all_[i]);
      second_.push_back(word.size() >= character(word).size() + 3 ? behind_first(word) : 0);
    }
  }

  const character_set& starts() const { return starts_; }

  template <class Spelling>
  const T* longest(std::string_view text, Spelling spelling) const {
    const char32_t c = first(text);
    const std::uint32_t second = behind_first(text);
    for (std::size_t at = hash(c); slots_[at].character != 0; at = (at + 1) % slots_.size()) {
      if (slots_[at].character != c) continue;
      for (std::uint32_t i = slots_[at].begin; i < slots_[at].end; ++i)
        if ((second_[i] == 0 || second_[i] == second) && text.starts_with(spelling(all_[i])))
          return &all_[i];
      return nullptr;
    }
    return nullptr;
  }

 private:
  struct slot {
    char32_t character = 0;
    std::uint32_t begin = 0, end = 0;
  };
  static char32_t first(std::string_view text) { return code_point(character(text)); }
  /// The bytes of the second character, which tell most words apart; 0 for none.
  static std::uint32_t behind_first(std::string_view text) {
    const std::size_t length = character(text).size();
    std::uint32_t bytes = 0;
    for (std::size_t i = 0; i < 3 && length + i < text.size(); ++i)
      bytes = bytes << 8 | static_cast<unsigned char>(text[length + i]);
    return bytes;
  }
  static std::size_t hash(char32_t c) { return (c * 0x9E3779B1u) >> 20 & 4095; }

  std::vector<T> all_;
  std::vector<std::uint32_t> second_;  // of each; 0 where the word is too short to tell
  std::array<slot, 4096> slots_{};
  character_set starts_;  // their first characters
};

constexpr auto spelling_of_entry = [](const entry& e) { return e.spelling; };
constexpr auto itself = [](std::string_view s) { return s; };

const by_first_character<entry>& words() {
  static const by_first_character<entry> table = [] {
    std::vector<entry> all(std::begin(entries), std::end(entries));
    for (const std::string_view name : names) all.push_back({name, word::text});
    return by_first_character<entry>{std::move(all), spelling_of_entry};
  }();
  return table;
}

const by_first_character<std::string_view>& known_units() {
  static const by_first_character<std::string_view> table{
      std::vector<std::string_view>(std::begin(units), std::end(units)), itself};
  return table;
}

/// One unit without a fraction: multipliers, a name, and a classifier in brackets.
std::size_t simple_unit(std::string_view text, bool alone) {
  std::size_t at = 0, count = 0;
  while (true) {
    if (++count > 4) return 0;  // 万万亿亿 is no scale of anything
    bool more = false;
    for (const std::string_view times : {"十", "百", "千", "万", "亿"})
      if (text.substr(at).starts_with(times)) {
        // 千米, 千瓦, 千克 are names of their own.
        if (const auto* name = known_units().longest(text.substr(at), itself); name) break;
        at += times.size();
        more = true;
        break;
      }
    if (!more) break;
  }
  const std::size_t multipliers = at;
  if (const auto* name = known_units().longest(text.substr(at), itself)) {
    at += name->size();
    if (text.substr(at).starts_with("(")) {  // 家(次), 套(间), 万人(户)次
      const std::string_view inside = text.substr(at + 1);
      const std::size_t closed = inside.substr(0, 7).find(')');
      const auto* second = known_units().longest(inside, itself);
      if (second && second->size() == closed) {
        at += closed + 2;
        if (text.substr(at).starts_with("次")) at += std::string_view{"次"}.size();
      }
    }
    return at;
  }
  return alone ? multipliers : 0;
}

}  // namespace

bool starts_word(char32_t c) { return words().starts().holds(c); }

const entry* longest_word(std::string_view text) {
  return words().longest(text, spelling_of_entry);
}

std::size_t unit_length(std::string_view text) {
  const std::size_t top = simple_unit(text, true);
  if (top == 0 || !text.substr(top).starts_with("/")) return top;
  const std::size_t bottom = simple_unit(text.substr(top + 1), false);
  return bottom == 0 ? top : top + 1 + bottom;
}

}  // namespace kebi::grammar
