#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/sentence/frame.hpp"
#include "text/words/tokens.hpp"

namespace kebi::grammar {

/// The sentence that a head stands in, as its words are told one from another.
struct head_place {
  const folded& text;
  const tokens& words;
  std::size_t last;        ///< of the sentence
  bool names_subjects;     ///< whether the subject is told by the words, not given before
  std::string_view about;  ///< the subject that earlier clauses carry over
};

/// Reads the words in front of a number, one by one: each opens the part of the frame that the
/// names behind it belong to, or says something of the number.
class head_reader {
 public:
  /// The words [first, number).
  head_reader(const head_place& place, std::size_t first, std::size_t number);

  frame run();

 private:
  enum class part { subject, object, reference, whole, source, adjustment };

  const token& at(std::size_t i) const { return place_.words.all[i]; }
  word kind(std::size_t i) const { return i < place_.last ? at(i).is : word::stop; }
  std::string_view shown(std::size_t i) const { return shown({at(i).begin, at(i).end}); }
  std::string_view shown(const piece& p) const {
    return std::string_view{place_.text.text()}.substr(p.begin, p.end - p.begin);
  }

  void read(std::size_t i);
  void read_change(std::size_t i);
  void read_from(std::size_t i);
  void read_to(std::size_t i);
  void read_gap(std::size_t i);
  void read_than(std::size_t i);
  void read_reach(std::size_t i);
  void read_hold(std::size_t i);
  void read_speed(std::size_t i);
  void read_share(std::size_t i);
  void read_basis(std::size_t i);
  void read_footing(std::size_t i);
  void read_among(std::size_t i);
  void read_period(std::size_t i);
  void read_adverb(std::size_t i);
  void read_improve(std::size_t i);
  void read_text(std::size_t i);

  /// Takes a word into the part that is open.
  void take(std::size_t i);
  /// What speaks of the number starts here, or with 预计 right before it.
  void predicate(std::size_t i);
  /// A verb ends the reference, whole or source that stands open before it.
  void close();
  void open(part p) { into_ = p; }
  /// What stands behind a word that speaks of the number is no subject any more.
  void leave_subject() {
    if (into_ == part::subject) into_ = part::object;
  }
  void tell_reference();

  head_place place_;
  std::size_t c_, n_;
  frame f_;
  part into_ = part::subject;
  std::optional<std::size_t> status_at_;  // 预计, where the predicate follows at once
  std::size_t skipped_ = 0;               // words before this one belong to a remark
};

/// What 同比增速, 名义增速, 环比降幅 say of the growth besides its being one.
void note_speed(frame& f, const token& t);

}  // namespace kebi::grammar
