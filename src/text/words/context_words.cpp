#include "text/words/context_words.hpp"

#include <algorithm>
#include <initializer_list>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

bool is_any(word is, std::initializer_list<word> of) {
  return std::ranges::find(of, is) != of.end();
}

class settler {
 public:
  settler(std::string_view text, const tokens& words)
      : text_{text}, words_{words}, all_{words.all} {}

  /// What a tight word is, told by the words beside it.
  word settled(std::size_t i) const {
    const word is = all_[i].is;
    if (is == word::before && is_comparison(i)) return word::higher;
    return keeps(i) ? is : word::text;
  }

 private:
  word kind(std::size_t i) const { return i < all_.size() ? all_[i].is : word::stop; }
  word ahead(std::size_t i) const { return i > 0 ? all_[i - 1].is : word::stop; }
  std::string_view shown(std::size_t i) const {
    return text_.substr(all_[i].begin, all_[i].end - all_[i].begin);
  }

  bool keeps(std::size_t i) const {
    const word next = kind(i + 1);
    switch (all_[i].is) {
      case word::high:
      case word::low:
        return is_any(next, {word::number, word::before, word::each});
      case word::after:
        return is_any(ahead(i), {word::number, word::goal, word::assigned});
      case word::before:
        return is_any(next, {word::number, word::part_of, word::two_digit, word::reach}) ||
               is_per(i + 1);
      case word::to:
        return means(i + 1) || next == word::period ||
               is_any(ahead(i), {word::rise, word::fall, word::narrow, word::widen});
      case word::rank:
        return ranks(i);
      case word::lower:
        return lacks(i);
      case word::with:
        return true;
      case word::reach:
      case word::status:
        return means(i + 1) || next == word::period;
      case word::contribution:
        return is_any(next, {word::number, word::before});
      case word::times_of:
        return is_any(next, {word::number, word::period});
      default:
        return means(i + 1);
    }
  }

  /// 每千人 before a number: 超每千人6.5批次.
  bool is_per(std::size_t i) const {
    return i < all_.size() && all_[i].is == word::text && shown(i).starts_with("每") &&
           shown(i).size() <= 18 && kind(i + 1) == word::number;
  }

  /// Whether a word tells of a figure, not of what is measured or of how a sentence is built.
  bool means(std::size_t i) const {
    return i < all_.size() &&
           !is_any(all_[i].is,
                   {word::text,  word::comma,   word::list,    word::stop,         word::joint,
                    word::colon, word::open,    word::close,   word::dash,         word::quote,
                    word::share, word::part_of, word::of,      word::goal,         word::assigned,
                    word::among, word::speed,   word::decline, word::contribution, word::period});
  }

  /// 居全省第4位, 列首位: a place follows before the clause ends.
  bool ranks(std::size_t i) const {
    for (std::size_t k = i + 1; k < all_.size() && k < i + 8; ++k) {
      if (all_[k].is == word::first_place) return true;
      if (is_any(all_[k].is, {word::comma, word::stop})) return false;
      if (all_[k].is != word::number) continue;
      const numeral& n = words_.numbers[all_[k].at];
      const std::string_view unit = text_.substr(n.unit.begin, n.unit.end - n.unit.begin);
      if (n.form == form::ordinal || unit == "位" || unit == "名") return true;
    }
    return false;
  }

  /// 差全省平均水平3.6个百分点: less than what is named.
  bool lacks(std::size_t i) const {
    const bool starts = i == 0 || is_any(ahead(i), {word::comma, word::stop, word::adverb});
    return starts && i + 1 < all_.size() && names_reference(text_.substr(all_[i + 1].begin));
  }

  /// 超计划8.8亿元, 超序时进度3个百分点: more than what is named, as against 超500亿元.
  bool is_comparison(std::size_t i) const {
    if (shown(i) != "超" || i + 1 >= all_.size()) return false;
    return is_any(all_[i + 1].is, {word::goal, word::assigned}) || names_reference(shown(i + 1));
  }

  /// Whether a text starts with what figures are compared with.
  bool names_reference(std::string_view text) const {
    return (*words_.known)[group::reference].starts(text);
  }

  std::string_view text_;
  const tokens& words_;
  const std::vector<token>& all_;
};

}  // namespace

void settle_tight_words(std::string_view text, tokens& words,
                        const std::vector<std::size_t>& tight) {
  if (tight.empty()) return;
  auto& all = words.all;
  // From the last one on, so that each sees what the words behind it are.
  for (std::size_t k = tight.size(); k-- > 0;)
    all[tight[k]].is = settler{text, words}.settled(tight[k]);
  std::size_t to = 0;  // text that was parted by them is one again
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool joins = to > 0 && all[i].is == word::text && all[to - 1].is == word::text &&
                       all[to - 1].end == all[i].begin;
    if (joins)
      all[to - 1].end = all[i].end;
    else
      all[to++] = all[i];
  }
  all.resize(to);
}

}  // namespace kebi::grammar
