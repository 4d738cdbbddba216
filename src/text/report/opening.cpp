#include "text/report/opening.hpp"

#include <algorithm>

#include "text/document/furniture.hpp"
#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// The longest name of a place in a sentence: 喀喇沁左翼蒙古族自治县.
constexpr std::size_t longest_place = 36;
/// A line that is a title and no paragraph.
constexpr std::size_t longest_title = 180;

/// The words from which on a name may be a place: behind 关于 and 《, where more follows.
std::string_view behind_preposition(std::string_view words) {
  for (const std::string_view mark : {"关于", "關於", "印发", "《", "在", "-", "_", ">"}) {
    const std::size_t at = words.rfind(mark);
    if (at != std::string_view::npos && at + mark.size() < words.size())
      words.remove_prefix(at + mark.size());
  }
  return words;
}

bool holds_digit(std::string_view words) { return std::ranges::any_of(words, is_digit); }

/// Looks for the region of a report: where it was given, its title, its author, its opening.
class region_reader {
 public:
  region_reader(const document& source, setting& given)
      : source_{source}, known_{*source.words().known}, given_{given} {}

  void run() {
    const std::vector<const block*> opening = first_blocks();
    for (const block* one : opening)
      if (one->is == line_kind::furniture && is_dateline(shown(*one))) {
        const std::string_view words = shown(*one);
        name_places(words.substr(words.find("日在") + std::string_view{"日在"}.size()));
      }
    for (const block* one : opening)
      if (given_.region.name.empty()) name_by_state(shown(*one));
    for (const block* one : opening)
      if (given_.region.name.empty() && one->is != line_kind::furniture) name_by_title(*one);
    for (const block* one : opening)
      if (given_.region.name.empty() && one->is != line_kind::furniture) name_by_time(*one);
    for (const block* one : opening)
      if (given_.region.name.empty()) name_by_assembly(shown(*one));
    for (const block* one : opening)
      if (given_.region.name.empty()) name_by_author(shown(*one));
    if (given_.region.name.empty()) assume_province();
  }

 private:
  std::string_view shown(const block& one) const {
    return std::string_view{source_.text().text()}.substr(one.begin, one.end - one.begin);
  }

  /// The blocks that may name the region of a report: the first twelve of the text itself.
  std::vector<const block*> first_blocks() const {
    std::vector<const block*> first;
    std::size_t of_text = 0;
    for (const block& one : source_.blocks()) {
      if (one.is == line_kind::row) continue;
      if (of_text == 12) break;
      first.push_back(&one);
      if (one.is != line_kind::furniture) ++of_text;
    }
    return first;
  }

  /// 上海市嘉定区 is a region and what it belongs to.
  bool name_places(std::string_view words, bool in_prose = false) {
    words = behind_preposition(words);
    while (const auto time = scan_span(words, known_)) words.remove_prefix(time->length);
    if (words.starts_with("年")) words.remove_prefix(std::string_view{"年"}.size());
    const bool own = starts_with_any(words, {"全", "本", "我", "各", "该", "某", "受", "经", "由", "向", "对"});  // 全区
    std::size_t first = place_length(words, known_);
    if (const std::size_t label = words.substr(0, first).rfind(':'); label != std::string_view::npos) {  // 来源:甲市
      words.remove_prefix(label + 1);
      first = place_length(words, known_);
    }
    constexpr std::size_t shortest = std::string_view{"甲市"}.size();
    if (first < shortest || own || first > longest_place || holds_digit(words.substr(0, first)) ||
        ends_with_own_region(words.substr(0, first), known_))
      return false;
    // 实际到位省外资金: words of a sentence that end like a province.
    if (in_prose && (first > 18 || (words.substr(0, first).ends_with("省") && !is_province(words.substr(0, first)))))
      return false;
    const std::size_t second = place_length(words.substr(first), known_);
    const bool two = second > 0 && second <= 18;
    given_.region.name = std::string{two ? words.substr(first, second) : words.substr(0, first)};
    if (two && given_.region.parent.empty())
      given_.region.parent = std::string{words.substr(0, first)};
    cut_province();
    return true;
  }

  /// 静安区 of 上海静安区, whose province stands before it without its kind.
  void cut_province() {
    std::string& name = given_.region.name;
    for (const listed_word& each : known_[group::province]) {
      if (!name.starts_with(each.spelling)) continue;
      const std::string rest = name.substr(each.spelling.size());
      const bool place = rest.size() >= std::string_view{"静安区"}.size() && ends_with_any(rest, {"区", "县", "市"});
      if (!place || rest.find("族") != std::string::npos) continue;
      if (given_.region.parent.empty()) given_.region.parent = std::string{each.detail};
      name = rest;
      return;
    }
  }

  bool is_province(std::string_view name) const {
    return std::ranges::any_of(known_[group::province], [&](const listed_word& each) {
      return each.detail == name || each.spelling == name;
    });
  }

  /// 在第十四届全国人民代表大会第三次会议上, 国务院总理, 我代表国务院: the report of the State Council.
  void name_by_state(std::string_view words) {
    const std::string_view start = words.substr(0, longest_title);
    const bool line = words.size() <= longest_title && holds_any(start, {"日在第"}) && holds_any(start, {"届全国人民代表大会"});
    if (line || start.starts_with("国务院总理") || holds_any(start, {"我代表国务院"})) given_.region.name = "全国";
  }

  /// 2024年全国…公报; 乙县政府工作报告; 甲省2024年国民经济…; 广东经济运行情况.
  void name_by_title(const block& one) {
    std::string_view words = shown(one);
    if (words.size() > longest_title || words.find("。") != std::string_view::npos) return;
    while (!words.empty() && (words.front() == '#' || words.front() == ' ')) words.remove_prefix(1);
    if (holds_any(words, {"全国", "中华人民共和国"}) && known_[group::title_end].ends(words)) {
      given_.region.name = "全国";
      return;
    }
    if (one.is != line_kind::heading || !known_[group::title_end].ends(words)) return;
    // 甲省统计局-乙市2025年…公报: a page names its site before its title.
    for (const std::string_view sign : {"-", "_", ">"})
      if (const std::size_t at = words.rfind(sign); at != std::string_view::npos && place_length(words.substr(at + 1), known_) > 0)
        words.remove_prefix(at + 1);
    std::string_view place = words;
    const std::size_t about = std::max(words.rfind("关于") + 1, words.rfind("《") + 1);
    if (about > 0) {
      const std::string_view behind = behind_preposition(words.substr(about - 1));
      if (place_length(behind, known_) > 0 && place_length(behind, known_) <= longest_place) place = behind;
    }
    const std::size_t length = place_length(place, known_);
    const bool office = length > 0 && std::ranges::any_of(known_[group::office], [&](const listed_word& each) {
      const std::size_t two = length + place_length(place.substr(length), known_);
      return place.substr(length).starts_with(each.spelling) || place.substr(two).starts_with(each.spelling);
    });
    if (place.data() != words.data() || office || place.substr(length).starts_with("国民经济")) name_places(place);
    if (!given_.region.name.empty()) return;
    for (const listed_word& each : known_[group::province])
      if (const std::size_t at = words.find(each.spelling); at < 30) {
        std::string_view behind = words.substr(at + each.spelling.size());
        for (const std::string_view kind : {"市", "省", "自治区"})
          if (behind.starts_with(kind)) behind.remove_prefix(kind.size());
        const std::size_t until = place_length(behind, known_);
        const bool district = until >= std::string_view{"静安区"}.size() && until <= 18 && !is_digit(behind.front()) &&
                              !starts_with_any(behind, {"各", "全", "年"});
        given_.region.name = district ? std::string{behind.substr(0, until)} : std::string{each.detail};
        if (district && given_.region.parent.empty()) given_.region.parent = std::string{each.detail};
        return;
      }
  }

  /// The region that stands behind a period, 2019年上半年嘉定区国民经济…, or ahead of it at the
  /// start of a title, 上海市嘉定区2024年….
  void name_by_time(const block& one) {
    const auto& words = source_.words().all;
    const bool in_prose = one.is != line_kind::heading && shown(one).size() > longest_title;
    for (std::size_t i = one.first; i < one.last && given_.region.name.empty(); ++i) {
      if (words[i].is != word::text) continue;
      const std::string name = source_.text().printed(words[i].begin, words[i].end);
      const std::string_view in_one_form =
          std::string_view{source_.text().text()}.substr(words[i].begin, words[i].end - words[i].begin);
      if (place_length(name, known_) != place_length(in_one_form, known_)) continue;  // 劳动市场
      const bool behind = i > one.first && words[i - 1].is == word::period;
      const bool ahead = i + 1 < one.last && words[i + 1].is == word::period &&
                         (i == one.first || name.find("关于") != std::string::npos ||
                          name.find("關於") != std::string::npos) &&
                         is_only_place(behind_preposition(name));
      if (ahead) name_places(name);
      else if (behind) name_places(name, in_prose);
    }
  }

  /// Whether words are a place, or its government, and no more.
  bool is_only_place(std::string_view words) const {
    for (const listed_word& office : known_[group::office])
      if (words.ends_with(office.spelling)) words.remove_suffix(office.spelling.size());
    std::size_t length = place_length(words, known_);
    if (length > 0) length += place_length(words.substr(length), known_);
    return length > 0 && length == words.size();
  }

  /// 乙县第九届人民代表大会第一次会议.
  void name_by_assembly(std::string_view words) {
    const std::size_t assembly = words.substr(0, 600).find("届人民代表大会");
    if (assembly == std::string_view::npos) return;
    std::string_view place = words.substr(0, assembly);
    place = place.substr(0, std::min(place.rfind("第"), place.size()));
    for (const std::string_view mark : {",", "，", "。", "、", "\"", "在", "向"}) {
      const std::size_t at = place.rfind(mark);
      if (at != std::string_view::npos) place.remove_prefix(at + mark.size());
    }
    if (place_length(place, known_) == place.size()) name_places(place);
  }

  /// 乙县人民政府县长 某某, 现在,我代表乙县人民政府.
  void name_by_author(std::string_view words) {
    const std::size_t speaks = words.substr(0, 200).find("代表");
    if (speaks == std::string_view::npos && (words.size() > longest_title || holds_any(words, {",", "，", "。"})))
      return;
    if (speaks != std::string_view::npos) words.remove_prefix(speaks + std::string_view{"代表"}.size());
    const std::size_t length = place_length(words, known_);
    if (length == 0 || length > longest_place || words.starts_with(':')) return;
    const std::string_view behind = words.substr(length + place_length(words.substr(length), known_));
    const bool office = std::ranges::any_of(known_[group::office], [&](const listed_word& each) {
      return behind.starts_with(each.spelling) || words.substr(length).starts_with(each.spelling);
    });
    if (office && words.size() > length) name_places(words);
  }

  /// A long report about 全省 names its province somewhere: the one that it names most.
  void assume_province() {
    const std::string_view all = source_.text().text();
    if (all.size() < 3000 || !holds_any(all, {"全省", "我省", "全自治区", "自治区党委"})) return;
    const word_list& provinces = known_[group::province];
    std::vector<std::pair<const listed_word*, std::size_t>> named;
    for (const listed_word& each : provinces) named.emplace_back(&each, 0);
    for (std::size_t at = 0; at < all.size(); at += character_length(all[at]))
      if (const listed_word* found = provinces.start_of(all.substr(at))) ++named[static_cast<std::size_t>(found - named.front().first)].second;
    const auto most = std::ranges::max_element(named, {}, &std::pair<const listed_word*, std::size_t>::second);
    if (most == named.end() || most->second < 2) return;
    given_.region.name = std::string{most->first->detail};
    given_.assumed.insert(doubt::region);
  }

  const document& source_;
  const vocabulary& known_;
  setting& given_;
};

bool names_report(std::string_view words) {
  return holds_any(words, {"报告", "公报", "计划", "情况"});
}

}  // namespace

std::string title_of(const document& source) {
  const block* best = nullptr;
  std::size_t seen = 0;
  for (const block& one : source.blocks()) {
    if (one.is == line_kind::row || one.is == line_kind::furniture) continue;
    const std::string_view shown =
        std::string_view{source.text().text()}.substr(one.begin, one.end - one.begin);
    if (one.is == line_kind::heading && one.level == 1 && names_report(shown)) {
      best = &one;
      break;
    }
    if (!best && shown.size() < 200 && shown.find("。") == std::string_view::npos) best = &one;
    if (++seen > 20) break;
  }
  if (!best) return {};
  std::string title = source.text().printed(best->begin, best->end);
  while (title.starts_with('#')) title.erase(0, 1);
  return title;
}

setting opening_of(const document& source, const report_context& context, const calendar& years) {
  setting given;
  given.region.name = context.region;
  given.region.parent = context.parent_region;
  given.period = years.reviewed;
  given.known = context.known;
  if (!years.told) given.assumed.insert(doubt::period);
  if (given.region.name.empty()) region_reader{source, given}.run();
  return given;
}

}  // namespace kebi::grammar
