#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/sentence/clause.hpp"
#include "text/sentence/context.hpp"
#include "text/sentence/head/frame.hpp"

namespace kebi::grammar {

/// What the names of subjects imply for their numbers.
struct implied_by_names {
  bool share = false;     ///< 占比
  bool progress = false;  ///< 完成进度
  bool aims = false;      ///< 收入目标
};

/// The subjects of numbers, and what their names imply for the numbers.
struct subjects : implied_by_names {
  std::vector<std::string> names;
  std::string region;                ///< 全省 of 全省工业增加值
  bool region_assumed = false;       ///< whether the region is that of an earlier sentence
  std::vector<std::string> regions;  ///< of a list of places: 甲市、乙市工业增加值
  std::vector<std::string> actors;   ///< 甲公司、乙公司 in 甲公司、乙公司分别实现产值
  bool carried = false;              ///< whether the names come from earlier clauses
};

/// Finds the subjects of `count` numbers, the first one of a form: those that the head names, one
/// for all numbers or one for each, or those that carry over from earlier clauses.
subjects subjects_of(const clause& c, const frame& f, form number, std::size_t count,
                     const context& known);

/// Notes in a frame what the names of its subjects imply.
inline void note_subjects(frame& f, const subjects& found) {
  f.measure.share = f.measure.share || found.share;
  f.standing.progress = f.standing.progress || found.progress;
  f.standing.aims = f.standing.aims || found.aims;
}

/// Where a number stands: its word, the words its clause starts with and that stand behind it, and
/// whether that is inside a remark in brackets.
struct number_place {
  std::size_t number, start, next;
  bool in_remark;
};

/// Moves what the head takes for a subject to where it belongs: 全省0.6个百分点 behind
/// 快于全国1.4个 is a reference, 全省排位第8 a place among others; in 占比63.3%的电力供应业 the
/// subject stands behind its number.
frame with_subject_in_place(const clause& c, frame f, const number_place& place,
                            const context& known);

}  // namespace kebi::grammar
