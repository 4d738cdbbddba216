#include "text/account/claimed_text.hpp"

#include <algorithm>
#include <string>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

}  // namespace

ledger::ledger(const document& source, reading& result)
    : source_{source.text()}, text_{source_.text()}, result_{result}, held_(text_.size()) {
  std::size_t reach = 0;  // facts may share a phrase
  for (const fact& each : result_.report.facts) {
    if (each.end <= reach) continue;
    reach = each.end;
    take(source_.at(each.start), source_.at(each.end));
  }
}

bool ledger::holds_any(std::size_t begin, std::size_t end) const {
  const std::size_t last = std::min(end, held_.size());
  return begin < last && std::any_of(held_.begin() + offset(begin), held_.begin() + offset(last),
                                     [](std::uint8_t held) { return held != 0; });
}

void ledger::take(std::size_t begin, std::size_t end) {
  const std::size_t last = std::min(end, held_.size());
  if (begin < last) std::fill(held_.begin() + offset(begin), held_.begin() + offset(last), 1);
}

template <class Item>
void ledger::list(std::vector<Item>& into, std::size_t begin, std::size_t end,
                  std::string_view reason) {
  if (begin >= end || holds_any(begin, end)) return;
  const auto goes_on = [&](std::size_t at) { return is_digit(text_[at]) && !holds(at); };
  while (begin > 0 && is_digit(text_[begin]) && goes_on(begin - 1)) --begin;
  while (end < text_.size() && is_digit(text_[end - 1]) && goes_on(end)) ++end;
  take(begin, end);
  const std::size_t from = source_.start(begin), to = source_.end(end);
  into.push_back(
      {std::string{source_.source().substr(from, to - from)}, from, to, std::string{reason}});
}

void ledger::pass(std::size_t begin, std::size_t end, std::string_view reason) {
  list(result_.passed, begin, end, reason);
}

void ledger::leave(std::size_t begin, std::size_t end, std::string_view reason) {
  list(result_.unread, begin, end, reason);
}

void ledger::close() {
  list_asides();
  std::ranges::stable_sort(result_.passed, {}, &passed::start);
  std::ranges::stable_sort(result_.unread, {}, &unread::start);
}

void ledger::list_asides() {
  if (source_.asides().empty()) return;
  const std::string_view all = source_.source();
  std::vector<std::uint8_t> held(all.size());  // of each byte of the source
  const auto hold = [&](std::size_t start, std::size_t end) {
    if (start < end) std::fill(held.begin() + offset(start), held.begin() + offset(end), 1);
  };
  std::size_t reach = 0;
  for (const fact& each : result_.report.facts) {
    if (each.end <= reach) continue;
    hold(std::max(reach, each.start), each.end);
    reach = each.end;
  }
  for (const passed& each : result_.passed) hold(each.start, each.end);
  for (const unread& each : result_.unread) hold(each.start, each.end);
  for (const auto& [start, end] : source_.asides())
    if (!held[start])
      result_.passed.push_back({std::string{all.substr(start, end - start)}, start, end, "other"});
}

}  // namespace kebi::grammar
