#include "kebi/text/print_sentence.hpp"

#include "kebi/text/print_period.hpp"
#include "kebi/text/print_phrase.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi {
namespace {

/// 全区 for 嘉定区.
std::string whole_of(const std::string& region) {
  for (const std::string_view area :
       {"自治区", "自治州", "省", "市", "区", "县", "州", "盟", "旗", "镇", "国"})
    if (region.ends_with(area)) return "全" + std::string{area};
  throw error{"no word such as 全市 stands for " + region +
              ": name a region that ends with 省, 市, 区 or 县"};
}

std::string region_words(const fact& f, const report_context& about) {
  if (f.region.empty() || (f.region == about.region && about.region.empty())) return "";
  if (f.region == about.region) return whole_of(about.region);
  if (!about.parent_region.empty() && f.region == about.parent_region) {
    if (whole_of(about.parent_region) != whole_of(about.region))
      return whole_of(about.parent_region);
  }
  throw error{"a sentence of the report of " + about.region + " cannot say that it speaks of " +
              f.region + ": write the sentence with that region as the report's own"};
}

std::string status_words(const fact& f, const report_context& about) {
  switch (f.status) {
    case status::actual:
      return "";
    case status::target:
      return "力争";
    case status::estimate:
      if (about.period && f.period && *f.period != *about.period)
        throw error{"预计 of another period than the report's is a forecast, not an estimate"};
      return "预计";
    case status::forecast:
      if (about.period && f.period == about.period)
        throw error{"预计 of the report's own period is an estimate, not a forecast"};
      return "预计";
  }
  return "";
}

}  // namespace

std::string to_sentence(const fact& f, const report_context& about) {
  if (!f.parent.empty())
    throw error{"one sentence cannot say that " + f.indicator + " is a part of " + f.parent +
                ": write both with 其中 between them"};
  if (f.nature)
    throw error{"a sentence does not say 约束性 or 预期性: write a table with a column for it"};
  if (f.indicator.empty()) throw error{"a sentence needs the name of an indicator"};
  std::string words = f.period ? to_chinese(*f.period) + "," : "";
  words += region_words(f, about) + f.indicator;
  fact said = f;
  // Verbs of the phrase that a status word would repeat.
  if (said.status == status::estimate) said.status = status::actual;
  std::string phrase = to_chinese(said);
  const std::string sentence = words + status_words(f, about) + phrase + "。";
  const reading back = read_report(sentence, about);
  if (back.report.facts.size() != 1 || !same_statement(back.report.facts.front(), f))
    throw error{"the sentence " + sentence + " would be read as another statement than that of " + f.indicator +
                ": write the fact as JSON Lines"};
  return sentence;
}

}  // namespace kebi
