#include "kebi/text/read_report.hpp"

#include <algorithm>

#include "account.hpp"
#include "blocks.hpp"
#include "opening.hpp"
#include "sentence.hpp"

namespace kebi {

reading read_report(std::string_view text, const report_context& context) {
  const grammar::document source{text};
  reading result;
  grammar::setting given = grammar::opening_of(source, context);
  result.report.title = grammar::title_of(source);
  result.report.region = given.region;
  result.report.period = given.period;
  grammar::read_blocks(source, given, result.report.facts);
  std::ranges::stable_sort(result.report.facts, {}, &fact::start);
  grammar::account_for(source, result);
  return result;
}

}  // namespace kebi
