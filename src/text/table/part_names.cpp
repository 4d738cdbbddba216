#include "text/table/part_names.hpp"

#include <utility>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

bool is_domestic_product(std::string_view name) {
  return holds_any(name, {"生产总值", "GDP"});
}

/// 债务限额 and 债务余额: two sides of one thing, of which the head of a column names the one meant.
bool is_other_side(std::string_view name, std::string_view noun) {
  constexpr std::string_view sides[] = {"限额", "余额"};
  return ends_with_any(name, {sides[0], sides[1]}) && ends_with_any(noun, {sides[0], sides[1]}) &&
         name.substr(name.size() - sides[0].size()) != noun.substr(noun.size() - sides[0].size());
}

}  // namespace

std::string name_of_part(const std::string& part, const std::string& whole,
                         const vocabulary& known) {
  if (whole.empty() || part.empty() || part.find(whole) != part.npos) return part;
  if (is_domestic_product(whole)) return part;
  for (const listed_word& income : known[group::income_end]) {
    if (!ends_with(whole, income.spelling) || !ends_with(part, income.detail)) continue;
    return whole.substr(0, whole.size() - income.spelling.size()) + part;
  }
  return known[group::sector].ends(part) ? part + whole : whole + part;
}

std::string name_of_industry(const std::string& industry, const std::string& topic,
                             const vocabulary& known) {
  if (topic.empty() || industry.find(topic) != industry.npos) return industry;
  if (!known[group::sector].ends(industry) || known[group::no_sector].ends(industry)) return industry;
  if (is_domestic_product(topic))
    return industry.ends_with("增加值") ? industry : industry + "增加值";
  return known[group::topic_end].ends(topic) ? industry + topic : industry;
}

std::string name_under(const std::string& name, const std::string& noun, const vocabulary& known) {
  const bool counted = ends_with_any(name, {"量", "数", "存栏", "出栏", "面积"});
  if (name.empty() || noun.empty() || name.ends_with(noun) || (counted && noun.ends_with("量"))) return name;
  constexpr std::size_t kind = 12;  // four characters
  const bool one_thing = name.size() > kind && noun.size() > kind && name.starts_with(noun.substr(0, kind));
  if (one_thing && is_other_side(name, noun)) return noun;
  constexpr std::size_t tail = 6;  // the last two characters of a name
  if (name.size() > tail)
    if (const std::size_t at = noun.find(name.substr(name.size() - tail)); at != noun.npos)
      return at + tail == noun.size() ? name : noun.substr(0, at) + name + noun.substr(at + tail);
  const bool of_fund = noun.ends_with("预算") || noun.ends_with("基金");
  return of_fund || known[group::sector].ends(noun) ? noun + name : name + noun;
}

bool is_total(std::string_view name) {
  std::string plain{name};
  std::erase(plain, ' ');
  for (const std::string_view start : {"本年", "收入", "支出", "收支"})
    if (plain.starts_with(start) && plain.size() > start.size()) plain.erase(0, start.size());
  return plain == "合计" || plain == "总计" || (plain != name && (plain == "收入" || plain == "支出"));
}

std::string name_of_total(const std::string& total, const std::string& topic) {
  const auto holds = [](const std::string& words, std::string_view part) { return words.find(part) != words.npos; };
  std::string named = topic;
  for (const auto& [side, other] : {std::pair{"收入", "支出"}, std::pair{"支出", "收入"}}) {
    if (!holds(total, side) || holds(topic, side)) continue;
    if (holds(topic, other)) return total;
    named += side;
  }
  const bool with_balances = named != total && total.size() > 6 && ends_with(total, "总计");  // 收入总计
  return with_balances ? named + "总计" : named;
}

}  // namespace kebi::grammar
