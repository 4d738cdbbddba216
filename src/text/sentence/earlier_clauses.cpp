#include "text/normalise/strings.hpp"
#include "text/sentence/sentence_reader.hpp"

namespace kebi::grammar {

std::size_t sentence_reader::clause_start(std::size_t n) const {
  int depth = 0;
  for (std::size_t i = n; i > head_; --i) {
    const word is = kind(i - 1);
    if (is == word::close) ++depth;
    if (is == word::open) --depth;
    if (depth <= 0 && (is == word::comma || is == word::stop || is == word::colon)) return i;
  }
  return head_;
}

void sentence_reader::leave_brackets() {
  if (outside_) carried_ = *outside_;
  outside_.reset();
}

bool sentence_reader::in_brackets(std::size_t n) const {
  for (std::size_t i = n; i > first_ && kind(i - 1) != word::stop; --i) {
    if (kind(i - 1) == word::close) return false;
    if (kind(i - 1) == word::open) return true;
  }
  return false;
}

void sentence_reader::compare_with(frame& f, std::size_t start, std::size_t end) {
  for (std::size_t i = start; i < end; ++i) {
    if (kind(i) != word::period || f.growth.basis || f.against.reference) continue;
    frame about = f;
    about.against.reference_span = w_.spans[at(i).at];
    f.growth.basis = basis_of_reference(about);
  }
}

void sentence_reader::look_back(frame& f, std::size_t c) {
  std::size_t begin = c;
  while (begin > head_) {
    const std::size_t end = begin - 1;  // the comma
    std::size_t start = end;
    while (start > head_ && kind(start - 1) != word::comma && kind(start - 1) != word::stop &&
           kind(start - 1) != word::colon)
      --start;
    bool named = false;
    if (end > start && kind(end - 1) == word::than) {
      compare_with(f, start, end);
      begin = start;
      continue;
    }
    bool adjusts = false;  // 扣除去年同期…等因素后: its times are not the figure's
    for (std::size_t i = start; i < end; ++i) {
      const token& t = at(i);
      adjusts = adjusts || (t.is == word::footing &&
                            static_cast<kebi::comparable>(t.sense) == comparable::adjusted);
      switch (t.is) {
        case word::period:
          if (adjusts || shown(i) == "同期") break;
          if (!f.time.span && (i == start || kind(i - 1) != word::than)) f.time.span = w_.spans[t.at];
          break;
        case word::basis:
          if (!f.growth.basis) f.growth.basis = static_cast<kebi::basis>(t.sense);
          if (i > start && shown(i - 1) == "从") carried_.basis = f.growth.basis;
          break;
        case word::footing:
          if (!f.growth.comparable) f.growth.comparable = static_cast<kebi::comparable>(t.sense);
          break;
        case word::status:
          if (!f.standing.status) f.standing.status = static_cast<kebi::status>(t.sense);
          break;
        case word::among:
          f.whom.among = true;
          f.whom.parts = i + 1 == end;
          break;
        case word::text:
          named = true;
          break;
        default:
          break;
      }
    }
    if (kind(end) == word::colon)  // 主要预期目标是:
      for (std::size_t i = start; i < end; ++i)
        if (kind(i) == word::goal && holds_any(shown(i), {"目标", "计划"}) && !f.standing.status)
          f.standing.status = carried_.status = carried_.of_list = status::target;
    if (end > start && kind(end - 1) == word::text && shown(end - 1).ends_with("方面") &&
        given_.subjects.empty()) {
      carried_.subjects = {tidy_name(text_.printed(at(start).begin, at(end - 1).end))};
    }
    // 服务业占比超过一半,对经济增长的贡献率为57%: a share without a figure names the subject.
    if (begin == c && (f.measure.contribution || f.measure.pull != 0) && given_.subjects.empty() &&
        kind(start) == word::text)
      for (std::size_t i = start + 1; i < end; ++i)
        if (kind(i) == word::share && !is_time_only(tidy_name(shown_name(start))))
          carried_.subjects = {tidy_name(shown_name(start))};
    if (f.whom.subject.empty() && !f.whom.object && named && carried_.subjects.empty() &&
        given_.subjects.empty()) {
      const frame before = read_head(start, end);
      f.whom.subject = before.whom.subject;
    }
    begin = start;
  }
}

}  // namespace kebi::grammar
