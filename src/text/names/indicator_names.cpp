#include "text/names/indicator_names.hpp"

#include <algorithm>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

template <std::size_t N>
character_set first_characters(const std::string_view (&words)[N]) {
  character_set all;
  for (const std::string_view word : words) all.add(code_point(character(word)));
  return all;
}

template <std::size_t N>
character_set last_characters(const std::string_view (&words)[N]) {
  character_set all;
  for (const std::string_view word : words) all.add(code_point(last_character(word)));
  return all;
}

/// 印花税 of 9.印花税.
void cut_list_number(std::string& name) {
  if (!name.empty() && is_digit(name.front())) name.erase(0, list_number_length(name));
}

/// 高技术制造业产值 of 高技术制造业在出口增长的带动下产值.
void cut_circumstance(std::string& name) {
  const std::size_t at = name.find("在");
  if (at == std::string::npos || at == 0) return;
  for (const std::string_view end : {"带动下", "推动下", "拉动下", "影响下", "作用下", "支撑下",
                                     "帶動下", "推動下", "基础上", "基礎上"})
    if (const std::size_t to = name.find(end, at); to != std::string::npos) {
      name.erase(at, to + end.size() - at);
      return;
    }
}

}  // namespace

bool is_time_only(std::string_view name) {
  if (name == "近" || name == "年" || name == "来" || name == "平均" || name == "约" ||
      name == "差" || name == "折合" || name == "约合")
    return true;
  if (!ends_with_any(name, {"年", "年来", "月", "季度", "期间"})) return false;
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::string_view one = character(rest);
    if (std::string_view{"近过去这一二三四五六七八九十年来个月季度期间前后两连续"}.find(one) ==
            std::string_view::npos &&
        !is_digit(one.front()))
      return false;
    rest.remove_prefix(one.size());
  }
  return true;
}

std::string tidy_name(std::string name) {
  static constexpr std::string_view before[] = {
      "累计", "共有", "共",   "现有", "已",     "其中", "但",   "而",   "并",   "且",   "同时",
      "此外", "另外", "的",   "有",   "总体看", "当前", "目前", "实现", "完成", "预计", "仅",
      "是",   ":",    "#",    "·",    "●",      "■",    "•",    "*",    "-",    "了",   "对",
      "使",   "全年", "并且", "也",   "在",     "达到", "能够", "将",   "拟",   "."};
  static constexpr std::string_view behind[] = {
      "累计", "共",   "已",     "的",   "为",   "了",   ":",    "分别", "达",   "数为",
      "则",   "也",   "均",     "有",   "已经", "虽然", "虽",   "尽管", "但是", "方面",
      "(",    "约",   "合计",   "总体", "又",   "仍",   "将",   "可",   "较",   "同比",
      "完成", "实现", "*",      "\"",   "、",   "呈",   "全年", "当月", "还",   "至",
      "到",   "以",   "进一步", "继续", "持续", "始终", "一直", "稳步", "明显", "大幅"};
  static const character_set firsts = first_characters(before), lasts = last_characters(behind);
  bool changed = true;
  while (changed && !name.empty()) {
    changed = false;
    if (!firsts.holds(code_point(character(name))) &&
        !lasts.holds(code_point(last_character(name))))
      break;
    for (const std::string_view word : before)
      if (starts_with(name, word)) {
        if (word == "对" && name.starts_with("对外")) continue;
        if (word == "有" && (name.starts_with("有效") || name.starts_with("有色"))) continue;
        if (word == "共" && !name.starts_with("共有") && name.starts_with("共同")) continue;
        if (word == "完成" &&
            starts_with_any(std::string_view{name}.substr(6), {"率", "额", "量", "度"}))
          continue;
        if (word == "在" && starts_with_any(name, {"在建", "在校", "在园", "在册", "在岗", "在职",
                                                   "在营", "在孵", "在用", "在产", "在研", "在线"}))
          continue;
        name.erase(0, word.size());
        changed = true;
      }
    for (const std::string_view word : behind)
      if (name.size() > word.size() && ends_with(name, word)) {
        if (word == "均" && name.ends_with("平均")) continue;
        if (word == "\"" && std::ranges::count(name, '"') % 2 == 0) continue;
        name.erase(name.size() - word.size());
        changed = true;
      }
  }
  cut_list_number(name);
  cut_circumstance(name);
  if (is_time_only(name)) return {};
  // A quotation mark or bracket without its partner is no part of the name.
  if (!holds_any(name, {"(", ")", "（", "）"})) return name;
  const std::string plain = simplified_name(name);
  const auto opens = std::ranges::count(plain, '('), closes = std::ranges::count(plain, ')');
  if (opens > closes && plain.starts_with('(')) name.erase(0, character(name).size());
  if (opens > closes && plain.ends_with('(')) name.erase(name.size() - last_character(name).size());
  if (closes > opens && plain.ends_with(')')) name.erase(name.size() - last_character(name).size());
  return name;
}

std::string cut_region(std::string& name) {
  static constexpr std::string_view owners[] = {"全", "本", "我", "某"};
  static constexpr std::string_view areas[] = {"自治区", "自治州", "国", "國",  "省", "市",
                                               "区",     "區",     "县", "縣",  "州", "盟",
                                               "旗",     "镇",     "乡", "地区"};
  for (const std::string_view owner : owners) {
    if (!name.starts_with(owner)) continue;
    for (const std::string_view area : areas) {
      if (!std::string_view{name}.substr(owner.size()).starts_with(area)) continue;
      std::size_t length = owner.size() + area.size();
      if (name.size() == length) return {};
      std::string region = name.substr(0, length);
      name.erase(0, length);
      if (name.starts_with(":") || name.starts_with("："))
        name.erase(0, name.starts_with(":") ? 1 : 3);
      cut_region(name);  // 某市全市
      return region;
    }
  }
  return {};
}

}  // namespace kebi::grammar
