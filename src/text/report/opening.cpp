#include "text/report/opening.hpp"

#include <algorithm>

#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// 上海市嘉定区 is a region and what it belongs to.
void name_places(std::string_view words, setting& given, const vocabulary& known) {
  for (const std::string_view lead : {"在", "关于"})
    if (words.starts_with(lead)) words.remove_prefix(lead.size());
  const bool own = starts_with_any(words, {"全", "本", "我", "各", "该"});  // 全区
  const std::size_t first = place_length(words, known);
  if (first == 0 || own) return;
  const std::size_t second = place_length(words.substr(first), known);
  const bool two = second > 0 && second <= 18;
  given.region = std::string{two ? words.substr(first, second) : words.substr(0, first)};
  if (two && given.parent_region.empty()) given.parent_region = std::string{words.substr(0, first)};
}

/// Whether words are a place, or its government, and no more.
bool is_only_place(std::string_view words, const vocabulary& known) {
  for (const listed_word& office : known[group::office])
    if (words.ends_with(office.spelling)) words.remove_suffix(office.spelling.size());
  std::size_t length = place_length(words, known);
  if (length > 0) length += place_length(words.substr(length), known);
  return length > 0 && length == words.size();
}

/// The blocks that may name the region and the period of a report: the first twelve that are no
/// rows.
std::vector<const block*> first_blocks(const document& source) {
  std::vector<const block*> first;
  for (const block& one : source.blocks())
    if (one.is != line_kind::row && first.size() < 12) first.push_back(&one);
  return first;
}

/// Takes the region that stands behind a period, 2019年上半年嘉定区国民经济…, or at the start of a
/// title, 上海市嘉定区2024年….
void name_region(const document& source, const block& one, setting& given) {
  const auto& words = source.words().all;
  for (std::size_t i = one.first; i < one.last && given.region.empty(); ++i) {
    if (words[i].is != word::text) continue;
    const std::string name = source.text().printed(words[i].begin, words[i].end);
    const bool behind = i > one.first && words[i - 1].is == word::period;
    const bool ahead = i == one.first && i + 1 < one.last && words[i + 1].is == word::period &&
                       is_only_place(name, *source.words().known);
    if (behind || ahead) name_places(name, given, *source.words().known);
  }
}

}  // namespace

std::string title_of(const document& source) {
  const block* best = nullptr;
  for (const block& one : source.blocks()) {
    if (one.is == line_kind::row) continue;
    const std::string_view shown =
        std::string_view{source.text().text()}.substr(one.begin, one.end - one.begin);
    const bool titled = shown.find("报告") != std::string_view::npos ||
                        shown.find("公报") != std::string_view::npos ||
                        shown.find("计划") != std::string_view::npos ||
                        shown.find("情况") != std::string_view::npos;
    if (one.is == line_kind::heading && one.level == 1 && titled) {
      best = &one;
      break;
    }
    if (!best && shown.size() < 200 && shown.find("。") == std::string_view::npos) best = &one;
    if (&one - source.blocks().data() > 8) break;
  }
  if (!best) return {};
  std::string title = source.text().printed(best->begin, best->end);
  while (title.starts_with('#')) title.erase(0, 1);
  return title;
}

setting opening_of(const document& source, const report_context& context, const calendar& years) {
  setting given;
  given.region = context.region;
  given.parent_region = context.parent_region;
  given.period = years.reviewed;
  given.known = context.known;
  const std::vector<const block*> opening = first_blocks(source);
  for (auto one = opening.begin(); one != opening.end() && given.region.empty(); ++one)
    name_region(source, **one, given);
  return given;
}

}  // namespace kebi::grammar
