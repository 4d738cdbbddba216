#include "names.hpp"

#include <algorithm>
#include <array>

#include "character_set.hpp"
#include "strings.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

/// What lists share at their end: 鸡蛋、鸡肉和鸭肉价格.
constexpr std::string_view heads[] = {
    "人均可支配收入", "可支配收入", "进出口总额", "进出口额", "进出口总值", "进出口", "快递业务量", "快递业务收入", "业务量", "业务总量", "业务收入", "固定资产投资", "社会消费品零售总额",
    "增加值", "总产值", "产值", "零售总额", "零售额", "销售额", "销售收入", "销售面积", "营业收入", "营业额",
    "主营业务收入", "纯收入", "收入", "支出", "投资额", "投资", "价格", "产量", "销量", "用电量", "发电量",
    "周转量", "运输量", "吞吐量", "客运量", "货运量", "贷款余额", "存款余额", "余额", "出口额", "进口额", "出口",
    "进口", "出栏量", "存栏量", "出栏", "存栏", "播种面积", "种植面积", "面积", "浓度", "人数", "户数", "企业数", "数量",
    "户籍人口", "常住人口", "人口", "比重", "占比", "利润总额", "利润", "税收", "消费支出", "消费", "排放量", "排放强度", "增速", "覆盖率", "达标率", "合格率", "利用率", "处理率", "入学率", "普及率", "参保率",
    "参保人数", "保费收入", "覆盖面", "失业率", "产业集群", "集群", "产业", "里程", "数", "额", "量", "率", "案件", "指数",
    "金额", "总额", "总值", "贡献率", "单位", "用地", "资金", "岗位", "床位", "能耗", "入境游客", "游客", "业务", "制造业"};

constexpr std::string_view separators[] = {"、", "和", "与", "及", "以及"};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The head that a name ends with, as the name writes it: 餘額.
std::string head_of(std::string_view name) {
  const std::string plain = simplified_name(name);
  std::string_view best;
  for (const std::string_view head : heads)
    if (plain.ends_with(head) && head.size() > best.size() && head.size() < plain.size()) best = head;
  std::size_t at = name.size();
  for (std::size_t left = characters(best); left > 0 && at > 0; --left)
    while (at > 0 && (static_cast<unsigned char>(name[--at]) & 0xC0) == 0x80) {
    }
  return std::string{name.substr(at)};
}

/// What a member of a list lacks that the last one has: 总达标率 for 昼间 beside 夜间总达标率, which
/// say the same character last; else the head alone.
std::string shared_end(const std::string& name, const std::string& last, const std::string& head) {
  std::size_t start = name.size();
  while (start > 0 && (static_cast<unsigned char>(name[--start]) & 0xC0) == 0x80) {
  }
  const std::string sign = name.substr(start);
  const std::size_t at = sign.size() == 3 ? last.find(sign) : std::string::npos;
  if (at == std::string::npos || at == 0 || at > 12 || at + sign.size() + head.size() > last.size()) return head;
  return last.substr(at + sign.size());
}

/// Where a place name at the start of a name ends; 0 where none stands there.
std::size_t end_of_area(std::string_view name) {
  for (const std::string_view area : {"自治区", "自治州", "市", "区", "县", "省", "州", "區", "縣"})
    if (const std::size_t at = name.find(area); at != std::string_view::npos && at > 0 && at <= 15) {
      const std::size_t end = at + area.size();
      for (const std::string_view other : {"园区", "社区", "小区", "地区", "景区", "城市", "超市", "股市", "楼市", "门市", "上市", "都市", "库区", "城区", "市区", "辖区", "灾区", "山区"})
        if (name.substr(0, end).ends_with(other)) return 0;
      if (name.substr(end).starts_with("场")) return 0;
      return end;
    }
  return 0;
}

/// Cuts a list at some of its separators, outside brackets and quotes.
std::vector<piece> cut(const folded& text, const tokens& words, const std::vector<piece>& list, unsigned at) {
  std::vector<piece> result;
  const std::string_view all = text.text();
  for (const piece& part : list) {
    std::size_t start = part.begin;
    int depth = 0;
    bool quoted = false;
    const auto first = std::ranges::lower_bound(words.all, part.begin, {}, &token::begin);
    for (auto t = first; t != words.all.end() && t->begin < part.end; ++t) {
      if (t->is == word::open) ++depth;
      else if (t->is == word::close) --depth;
      else if (t->is == word::quote) quoted = !quoted;
      if (depth > 0 || quoted || (t->is != word::list && t->is != word::joint)) continue;
      const std::string_view sign = all.substr(t->begin, t->end - t->begin);
      for (std::size_t s = 0; s < std::size(separators); ++s) {
        if (sign != separators[s] || !(at >> s & 1u)) continue;
        if (t->begin > start) result.push_back({start, t->begin});
        start = t->end;
      }
    }
    if (start < part.end) result.push_back({start, part.end});
  }
  return result;
}

}  // namespace

/// 近, 五年来, 四年: what is left of words of time.
bool is_time_only(std::string_view name) {
  if (name == "近" || name == "年" || name == "来" || name == "平均" || name == "约" || name == "差" || name == "折合" || name == "约合") return true;
  if (!name.ends_with("年") && !name.ends_with("年来") && !name.ends_with("月") && !name.ends_with("期间")) return false;
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::string_view one = character(rest);
    if (std::string_view{"近过去这一二三四五六七八九十年来个月期间前后两"}.find(one) == std::string_view::npos && !is_digit(one.front())) return false;
    rest.remove_prefix(one.size());
  }
  return true;
}

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

}  // namespace

/// 高技术制造业产值 of 高技术制造业在出口增长的带动下产值.
void cut_circumstance(std::string& name) {
  const std::size_t at = name.find("在");
  if (at == std::string::npos || at == 0) return;
  for (const std::string_view end : {"带动下", "推动下", "拉动下", "影响下", "作用下", "支撑下", "帶動下", "推動下"})
    if (const std::size_t to = name.find(end, at); to != std::string::npos) {
      name.erase(at, to + end.size() - at);
      return;
    }
}

std::string tidy_name(std::string name) {
  static constexpr std::string_view before[] = {
      "累计", "共有", "共", "现有", "已", "其中", "但", "而", "并", "且", "同时", "此外", "另外", "的", "有", "总体看", "当前", "目前",
      "实现", "完成", "全部", "预计", "仅", "是", ":", "#", "·", "●", "■", "•", "*", "-", "了", "对", "使", "全年", "并且", "也", "在", "达到", "能够", "将"};
  static constexpr std::string_view behind[] = {"累计", "共", "已", "的", "为", "了", ":", "分别", "达", "数为", "则", "也", "均", "有", "已经", "虽然", "虽", "尽管", "但是", "方面", "(", "约", "合计", "总体", "又", "仍", "将", "可", "较", "同比", "完成", "实现", "*", "\"", "、", "呈", "全年", "当月", "还", "至", "到", "以", "进一步", "继续", "持续", "始终", "一直", "稳步", "明显", "大幅"};
  static const character_set firsts = first_characters(before), lasts = last_characters(behind);
  bool changed = true;
  while (changed && !name.empty()) {
    changed = false;
    if (!firsts.holds(code_point(character(name))) && !lasts.holds(code_point(last_character(name)))) break;
    for (const std::string_view word : before)
      if (starts_with(name, word)) {
        if (name.size() == word.size() && word == "全部") continue;
        if (word == "对" && name.starts_with("对外")) continue;
        if (word == "有" && (name.starts_with("有效") || name.starts_with("有色"))) continue;
        if (word == "共" && !name.starts_with("共有") && name.starts_with("共同")) continue;
        if (word == "完成" && starts_with_any(std::string_view{name}.substr(6), {"率", "额", "量", "度"})) continue;
        if (word == "在" && starts_with_any(name, {"在建", "在校", "在园", "在册", "在岗", "在职", "在营", "在孵", "在用", "在产", "在研", "在线"})) continue;
        if (word == "全部" ) continue;
        name.erase(0, word.size());
        changed = true;
      }
    for (const std::string_view word : behind)
      if (name.size() > word.size() && ends_with(name, word)) {
        if (word == "\"" && std::ranges::count(name, '"') % 2 == 0) continue;
        name.erase(name.size() - word.size());
        changed = true;
      }
  }
  cut_circumstance(name);
  if (is_time_only(name)) return {};
  // A quotation mark or bracket without its partner is no part of the name.
  if (std::ranges::count(name, '(') > std::ranges::count(name, ')') && name.starts_with('(')) name.erase(0, 1);
  if (std::ranges::count(name, ')') > std::ranges::count(name, '(') && name.ends_with(')')) name.pop_back();
  return name;
}

std::string cut_region(std::string& name) {
  static constexpr std::string_view owners[] = {"全", "本", "我", "某"};
  static constexpr std::string_view areas[] = {"自治区", "自治州", "国", "國", "省", "市", "区", "區", "县", "縣", "州", "盟", "旗", "镇", "乡", "地区"};
  for (const std::string_view owner : owners) {
    if (!name.starts_with(owner)) continue;
    for (const std::string_view area : areas) {
      if (!std::string_view{name}.substr(owner.size()).starts_with(area)) continue;
      std::size_t length = owner.size() + area.size();
      if (name.size() == length) return {};
      std::string region = name.substr(0, length);
      name.erase(0, length);
      if (name.starts_with(":") || name.starts_with("：")) name.erase(0, name.starts_with(":") ? 1 : 3);
      cut_region(name);  // 某市全市
      return region;
    }
  }
  return {};
}

std::size_t count_members(const folded& text, const tokens& words, const std::vector<piece>& list) {
  return cut(text, words, list, 0b11111).size();
}

std::vector<std::string> members(const folded& text, const tokens& words, const std::vector<piece>& list,
                                 std::size_t count, std::vector<std::string>* regions) {
  if (list.empty() || count < 2) return {};
  // Which signs part the members: all of them, or the ones that give the right number.
  static constexpr unsigned ways[] = {0b11111, 0b00001, 0b00010, 0b00011, 0b00101, 0b01001, 0b00100,
                                      0b01000, 0b10000, 0b10011, 0b00111, 0b01011};
  for (const unsigned way : ways) {
    const auto parts = cut(text, words, list, way);
    if (parts.size() != count) continue;
    std::vector<std::string> names;
    for (const piece& part : parts) names.push_back(text.printed(part.begin, part.end));
    // 从欧盟、美国和日本的进口: the preposition is shared as well.
    for (const std::string_view preposition : {"从", "對", "对", "向"})
      if (names.front().starts_with(preposition))
        for (std::size_t i = 1; i < names.size(); ++i)
          if (!names[i].starts_with(preposition)) names[i].insert(0, preposition);
    // 甲市、乙市、丙市规模以上工业增加值: the places share what is measured.
    if (const std::size_t area = end_of_area(names.back()); area > 0 && area < names.back().size() &&
        std::all_of(names.begin(), names.end() - 1, [](const std::string& name) { return end_of_area(name) == name.size(); })) {
      const std::string what = names.back().substr(area);
      if (regions) {
        for (std::size_t i = 0; i + 1 < names.size(); ++i) regions->push_back(names[i]);
        regions->push_back(names.back().substr(0, area));
      }
      for (std::string& name : names) name = what;
      return names;
    }
    for (std::size_t i = 1; i < names.size(); ++i)  // 第一、二、三产业
      if (names.front().starts_with("第") && !names[i].starts_with("第") && starts_with_any(names[i], {"一", "二", "三"}))
        names[i].insert(0, "第");
    const std::string last = names.back();
    const std::string shared = head_of(last);
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      std::string& name = names[i];
      if (name.starts_with("第") && characters(name) == 2 && last.size() > name.size()) {
        name += last.substr(name.size());  // 第一、第二、第三产业用电量
      } else if (characters(name) <= 1 && last.size() > name.size()) {
        name += last.substr(name.size());  // 存、贷款余额
      } else if (!shared.empty() && !name.ends_with(shared) && (head_of(name).empty() || simplified_name(head_of(name)).ends_with("业"))) {
        if (std::ranges::find(heads, name) == std::end(heads)) name += shared_end(name, last, shared);
      }
    }
    return names;
  }
  return {};
}

}  // namespace kebi::grammar
