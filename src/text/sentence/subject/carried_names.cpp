#include "text/sentence/subject/carried_names.hpp"

#include <string_view>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// 监管企业 of 监管企业营收: a name without the head that it shares with others; empty where it has
/// none, or nothing before it.
std::string without_head(const std::string& name, const vocabulary& known) {
  std::size_t longest = 0;
  for (const group heads : {group::bare_head, group::shared_end})
    for (const listed_word& each : known[heads])
      if (each.spelling.size() > longest && each.spelling.size() < name.size() &&
          name.ends_with(each.spelling))
        longest = each.spelling.size();
  return longest == 0 ? std::string{} : name.substr(0, name.size() - longest);
}

/// Completes 支出, 利润: heads that say nothing without whose they are.
void complete_bare_head(std::string& name, const std::string& carried, bool listed,
                        const vocabulary& known) {
  const listed_word* head = known[group::bare_head].find(name);
  if (!head || carried.find(name) != std::string::npos) return;
  const bool counted = known[group::actor].ends(carried);
  const bool owner = counted || ends_with_any(carried, {"业", "企业", "产业"});
  std::string whose = owner ? carried : without_head(carried, known);
  if (whose.empty()) return;
  if (head->detail == "budget") {
    if (holds_any(whose, {"预算", "財政", "财政", "基金", "預算"})) name = whose + name;
    return;
  }
  if (holds_any(name, {"产"}))  // 粮食播种面积12万亩,总产量5万吨
    for (const std::string_view area : {"播种面积", "种植面积", "栽种面积", "面积"})
      if (carried.ends_with(area) && carried.size() > area.size()) {
        name = carried.substr(0, carried.size() - area.size()) + name;
        return;
      }
  if (head->detail == "works") {
    if (ends_with_any(carried, {"项目", "工程"})) name = carried + name;
    return;
  }
  if (head->detail == "stage") {
    const word_list& apart = known[group::no_stage];  // 项目完成年度投资, 竣工
    for (const listed_word& each : apart)
      if (each.detail == "behind" && whose.ends_with(each.spelling))
        whose.erase(whose.size() - each.spelling.size());
    const listed_word* alone = apart.find(whose);
    if (!alone || alone->detail != "alone") name = whose + name;
    return;
  }
  if (!listed && !known[group::actor].ends(whose) && !whose.ends_with("业")) return;
  constexpr std::string_view firms = "企业";
  if (name.ends_with("增加值") && whose.ends_with("工业企业"))
    whose.erase(whose.size() - firms.size());  // 规上工业增加值
  name = whose + name;
}

}  // namespace

std::vector<std::string> of_stock(std::vector<std::string> names, const vocabulary& known) {
  for (std::string& name : names)
    for (const listed_word& added : known[group::added]) {
      if (name.size() <= added.spelling.size()) continue;
      if (name.ends_with(added.spelling))
        name.erase(name.size() - added.spelling.size());
      else if (name.starts_with(added.spelling))
        name.erase(0, added.spelling.size());
    }
  return names;
}

void name_after_carried(std::string& name, const std::string& carried, bool listed,
                        const vocabulary& known) {
  constexpr std::string_view done = "实际", planned = "计划";
  const bool same = name.starts_with(done) && carried.starts_with(planned) &&
                    carried.find(name.substr(done.size())) != std::string::npos;
  if (same) name = carried.substr(planned.size());
  const bool per_head = name == "人均" && !carried.starts_with(name);
  if (name == "新增" || name == "净增" || per_head) name += carried;
  complete_bare_head(name, carried, listed, known);
}

std::string head_of_parts(std::string_view total, const vocabulary& known) {
  const listed_word* found = nullptr;
  for (const listed_word& each : known[group::part_head])
    if (total.ends_with(each.spelling) && (!found || each.spelling.size() > found->spelling.size()))
      found = &each;
  if (!found) return {};
  return std::string{found->detail.empty() ? found->spelling : found->detail};
}

void name_as_part(std::string& name, const std::string& carried, const std::string& head,
                  const vocabulary& known) {
  if (name.empty() || !head_of_parts(name, known).empty() || !known[group::part_name].ends(name)) return;
  std::string own = head;
  if (own.empty()) {
    own = head_of_parts(carried, known);
    const std::string whose = carried.ends_with(own) ? carried.substr(0, carried.size() - own.size()) : std::string{};
    if (own.empty() || whose.empty() || last_character(whose) != last_character(name)) return;
  }
  const std::string_view first = std::string_view{own}.substr(0, std::string_view{"零售"}.size());
  if (name.ends_with(first)) name.erase(name.size() - first.size());  // 商品零售, 零售额
  name += own;
}

}  // namespace kebi::grammar
