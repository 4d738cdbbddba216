#pragma once

#include <string_view>
#include <vector>

#include "text/report/standing.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// Where in a report reading has come to: the open parts with what stands in them. Headings open
/// and close parts; sentences that start with a time of the report's own (五年来, 2026年) turn to it.
class place_in_report {
 public:
  place_in_report(const document& source, calendar years);

  /// Enters the part that a heading of some depth opens, told by the tokens [first, last).
  void enter(int depth, std::size_t first, std::size_t last);
  /// Starts a paragraph: what one sentence alone has turned to is left.
  void start_paragraph();
  /// Turns to the time that a sentence starts with, where it is one of the report's own.
  void start_sentence(std::size_t first, std::size_t last);

  const standing& here() const { return turned_ ? *turned_ : open_.back().all[open_.back().at]; }
  const calendar& years() const { return years_; }
  /// Whether the part that reading has come to tells what was done.
  bool looks_back() const {
    const standing& first = open_.back().all.front();
    const bool is_over = open_.size() > 1 && first.kind == section::none && years_.now && first.period &&
                         first.period->last().year() < *years_.now;
    return (first.kind == section::review || is_over) && here().status == status::actual;
  }
  /// Whether nothing said which of the times of the part is meant.
  bool untold() const {
    const part& open = open_.back();
    return !turned_ && !open.told && (open.all.size() > 1 || open.is_open);
  }
  /// Whether nothing told what the part that reading has come to is for.
  bool is_open() const { return !turned_ && open_.back().is_open && !open_.back().told; }

 private:
  struct part {
    int depth;
    std::vector<standing> all;
    std::size_t at = 0;
    bool told = false;
    /// Whether its heading names neither a time nor a kind, in a report on a year and the next.
    bool is_open = false;
  };

  std::string_view shown(const token& words) const;
  /// Whether words only lead to what follows: 某某指出, 各位代表.
  bool leads(const token& words) const;
  /// Closes the parts beside a heading that names neither a time nor a kind.
  void enter_open_part(int depth);

  void turn_to(const standing& to, bool stays);
  /// Turns to the goals of a part where a sentence without figures speaks of their time.
  void turn_ahead(std::size_t first, std::size_t last);
  std::optional<period> time_at_start(std::size_t first, std::size_t last, bool& alone) const;

  const document& source_;
  calendar years_;
  std::vector<part> open_;
  std::optional<standing> turned_;   // for the paragraph
  bool facts_before_ = false;        // whether the paragraph has given figures already
};

}  // namespace kebi::grammar
