#include "text/table/part_names.hpp"

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

bool is_domestic_product(std::string_view name) {
  return holds_any(name, {"生产总值", "GDP"});
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

bool is_total(std::string_view name) {
  return name == "合计" || name == "总计" || name == "合 计" || name == "总 计";
}

}  // namespace kebi::grammar
