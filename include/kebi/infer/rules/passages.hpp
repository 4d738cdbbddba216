#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "kebi/infer/rules/fact_reader.hpp"

namespace kebi::detail {

/// Tells which undated facts may be taken to be of one time.
///
/// Nobody says of what time an undated figure is, so only what stands in one passage is
/// put together: facts that follow each other with no word between them (增长8.4%,高于全国
/// 1.1个百分点), and what they call their parts (其中). A passage that says two things of one
/// figure (由1.2亿元增加到1.5亿元, 1.5亿元（去年同期1.2亿元）) speaks of two times, and which of
/// its other facts are of which is not stated: each is then a passage of its own.
class passages {
 public:
  explicit passages(const fact_reader& reader) : reader_{reader} {}

  /// For each fact the number of its passage, from 1; 0 where its period is known.
  std::vector<int> of(std::span<const fact> facts);

 private:
  /// Fewer bytes than any word of time has with the comma before it (,4月).
  static constexpr std::size_t room_for_a_time = 7;

  bool goes_on(const fact& before, const fact& f) const;

  void add(const fact& f);

  static bool say_the_same(const fact& a, const fact& b);

  const fact_reader& reader_;
  std::unordered_set<std::string> names_;              // that the passage speaks of
  std::unordered_map<std::string, const fact*> stated_;  // figures, and what is first stated of them
  bool of_two_times_ = false;
  int last_ = 0;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/passages-inl.hpp"
#endif
