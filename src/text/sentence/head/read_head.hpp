#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// Reads the words [first, number) in front of a number: 规模以上工业增加值同比增长 of 5.2%.
frame read_head(const clause& words, std::size_t first, std::size_t number, const context& known);

/// Notes the rate, basis and scope in 同比增速, 名义增速, 环比降幅.
void note_rate(frame& f, const token& t);

/// A part of a head that the names behind a word belong to.
enum class part : std::uint8_t { subject, object, reference, whole, source, adjustment };

/// A head while its words are read, one by one: each opens the part that the names behind it
/// belong to, or qualifies the number. The readers of single words (words.hpp) work on it.
struct open_head {
  const clause& words;
  const context& known;
  std::size_t first, number;  ///< the head is [first, number)
  frame f{};
  part into = part::subject;
  std::optional<std::size_t> status_at{};  ///< 预计, where the predicate may follow at once
  std::size_t skipped = 0;                 ///< words before this one belong to a remark

  /// Takes a word into the part that is open.
  void take(std::size_t i);
  /// The predicate starts here, or with 预计 right before it.
  void predicate(std::size_t i);
  /// A verb ends the reference, whole or source that stands open before it, and is part of the
  /// predicate.
  void verb(std::size_t i);
  void close();
  /// Behind the start of the predicate there is no subject any more.
  void leave_subject() {
    if (into == part::subject) into = part::object;
  }
};

}  // namespace kebi::grammar
