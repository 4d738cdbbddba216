#include "text/names/list_members.hpp"

#include <algorithm>

#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

constexpr std::string_view separators[] = {"、", "和", "与", "及", "以及"};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The head that a name ends with, as the name writes it: 餘額.
std::string head_of(std::string_view name, const vocabulary& known) {
  const std::string plain = simplified_name(name);
  std::string_view best;
  for (const auto& [head, detail, number] : known[group::shared_end])
    if (head.size() > best.size() && head.size() < plain.size() && plain.ends_with(head))
      best = head;
  std::size_t at = name.size();
  for (std::size_t left = characters(best); left > 0 && at > 0; --left)
    while (at > 0 && (static_cast<unsigned char>(name[--at]) & 0xC0) == 0x80) {
    }
  return std::string{name.substr(at)};
}

/// Whether two members part a word that they share: 存、贷款, 进、出口.
bool pairs(std::string_view name, std::string_view last, const vocabulary& known) {
  return last.size() > 3 && std::ranges::any_of(known[group::half_word], [&](const auto& each) {
           return name.ends_with(each.spelling) && last.starts_with(each.detail);
         });
}

/// What a member of a list lacks that the last one has: 总达标率 for 昼间 beside 夜间总达标率,
/// which say the same character last; else the head alone.
std::string shared_end(const std::string& name, const std::string& last, const std::string& head) {
  std::size_t start = name.size();
  while (start > 0 && (static_cast<unsigned char>(name[--start]) & 0xC0) == 0x80) {
  }
  if (last.starts_with(name)) return head;  // 工业、工业技改投资
  const std::string sign = name.substr(start);
  if (sign == "业") return head;  // 制造业、工业技改投资
  const std::size_t at = sign.size() == 3 ? last.find(sign) : std::string::npos;
  if (at == std::string::npos || at == 0 || at > 12 || at + sign.size() + head.size() > last.size())
    return head;
  const std::string end = last.substr(at + sign.size());
  return holds_any(end, {"和", "与", "及", "、", "與"}) ? head : end;
}

/// Cuts a list at some of its separators, outside brackets and quotes.
std::vector<piece> cut(const folded& text, const tokens& words, const std::vector<piece>& list,
                       unsigned at) {
  std::vector<piece> result;
  const std::string_view all = text.text();
  for (const piece& part : list) {
    std::size_t start = part.begin;
    int depth = 0;
    bool quoted = false;
    const auto first = std::ranges::lower_bound(words.all, part.begin, {}, &token::begin);
    for (auto t = first; t != words.all.end() && t->begin < part.end; ++t) {
      if (t->is == word::open)
        ++depth;
      else if (t->is == word::close)
        --depth;
      else if (t->is == word::quote)
        quoted = !quoted;
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

/// Gives a member of a list the part of its name that the last one has.
void complete(std::string& name, const std::string& last, const std::string& shared,
              const vocabulary& known) {
  const bool longer = last.size() > name.size();
  if (name.starts_with("第") && characters(name) == 2 && longer) {
    name += last.substr(name.size());  // 第一、第二、第三产业用电量
  } else if (pairs(name, last, known)) {
    name += last.substr(character(last).size());  // 金融机构存、贷款余额
  } else if (characters(name) <= 1 && longer) {
    name += last.substr(name.size());  // 猪、牛、羊肉
  } else if (!shared.empty() && !name.ends_with(shared)) {
    const std::string own = simplified_name(head_of(name, known));
    const listed_word* end = known[group::shared_end].find(simplified_name(shared));
    const bool also = end && end->detail == "also";
    const bool lacks = own.empty() || own.ends_with("业") || also;
    const bool head_alone = known[group::shared_end].has(name);
    for (const std::string_view both : {"居民", "产业"})  // 城镇居民 and 农村居民人均可支配收入
      if (name.ends_with(both) && shared.starts_with(both)) name.erase(name.size() - both.size());
    if (lacks && (!head_alone || (name.ends_with("业") && !shared.ends_with("业"))))
      name += shared_end(name, last, shared);
  }
}

/// 甲市、乙市、丙市规模以上工业增加值: the places share what is measured.
bool share_what_is_measured(std::vector<std::string>& names, std::vector<std::string>* regions,
                            const vocabulary& known) {
  const std::size_t area = place_length(names.back(), known);
  const bool places = std::all_of(names.begin(), names.end() - 1,
                                  [&](const std::string& name) { return is_place(name, known); });
  if (area == 0 || area == names.back().size() || !places) return false;
  const std::string what = names.back().substr(area);
  if (regions) {
    regions->insert(regions->end(), names.begin(), names.end() - 1);
    regions->push_back(names.back().substr(0, area));
  }
  for (std::string& name : names) name = what;
  return true;
}

}  // namespace

bool is_bare_head(std::string_view name, const vocabulary& known) {
  return known[group::shared_end].has(simplified_name(name));
}

std::string with_shared_head(std::string name, const std::string& last, const vocabulary& known) {
  complete(name, last, head_of(last, known), known);
  return name;
}

std::size_t count_members(const folded& text, const tokens& words, const std::vector<piece>& list) {
  return cut(text, words, list, 0b11111).size();
}

std::vector<std::string> members(const folded& text, const tokens& words,
                                 const std::vector<piece>& list, std::size_t count,
                                 std::vector<std::string>* regions) {
  if (list.empty() || count < 2) return {};
  // Which signs part the members: all of them, or the ones that give the right number.
  static constexpr unsigned ways[] = {0b11111, 0b00001, 0b00010, 0b00011, 0b00101, 0b01001,
                                      0b00100, 0b01000, 0b10000, 0b10011, 0b00111, 0b01011};
  for (const unsigned way : ways) {
    const auto parts = cut(text, words, list, way);
    if (parts.size() != count) continue;
    std::vector<std::string> names;
    for (const piece& part : parts) names.push_back(text.printed(part.begin, part.end));
    // 从欧盟、美国和日本的进口: the preposition is shared as well.
    for (const auto& [preposition, detail, number] : (*words.known)[group::preposition])
      if (names.front().starts_with(preposition))
        for (std::size_t i = 1; i < names.size(); ++i)
          if (!names[i].starts_with(preposition)) names[i].insert(0, preposition);
    if (share_what_is_measured(names, regions, *words.known)) return names;
    for (std::size_t i = 1; i < names.size(); ++i)  // 第一、二、三产业
      if (names.front().starts_with("第") && !names[i].starts_with("第") &&
          starts_with_any(names[i], {"一", "二", "三"}))
        names[i].insert(0, "第");
    if (names.front() == "一" && names.back().starts_with("三产"))  // 一、二、三产业
      for (std::string& name : names) name.insert(0, "第");
    const std::string last = names.back();
    const std::string shared = head_of(last, *words.known);
    // Where another member has a head of its own, they share none: 进口货值、入境游客、免税销售额.
    bool shares = true;
    for (std::size_t i = 0; i + 1 < names.size() && names.size() > 2; ++i) {
      const std::string own = head_of(names[i], *words.known);
      shares = shares && (own.empty() || own.ends_with("业") || own == shared);
    }
    for (std::size_t i = 0; i + 1 < names.size() && shares; ++i)
      complete(names[i], last, shared, *words.known);
    return names;
  }
  return {};
}

}  // namespace kebi::grammar
