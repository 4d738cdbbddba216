#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/config.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"
#include "kebi/text/lexicon.hpp"

namespace kebi {

/// What a reader knows of a document besides its text. What is not given is
/// looked for in the title and the opening.
struct report_context {
  std::string region;         ///< 嘉定区: the one that speaks of itself as 全区, 本区
  std::string parent_region;  ///< 上海市: what 全市 means there
  std::optional<kebi::period> period;
  const catalogue* known = nullptr;  ///< distinguishes ratios from amounts
  const kebi::lexicon* lexicon = nullptr;  ///< the words that are known; the standard ones if null
  /// The name of the file, whose year or month stands for the period of a workbook that names none.
  std::string file{};
};

/// A number that is no statistic, and why: name, date, duration, ordinal,
/// list_number, title, idiom or other.
struct passed {
  std::string text;
  std::size_t start = 0, end = 0;  ///< bytes of the text, end exclusive
  std::string reason;

  friend bool operator==(const passed&, const passed&) = default;
};

/// A number that might be a statistic but could not be read.
struct unread {
  std::string text;
  std::size_t start = 0, end = 0;
  std::string reason;

  friend bool operator==(const unread&, const unread&) = default;
};

/// What a text says: its facts in reading order, and what they leave. Together
/// they account for every run of Arabic digits in the text.
struct reading {
  kebi::report report;
  std::vector<kebi::passed> passed;
  std::vector<kebi::unread> unread;
};

/// Reads a report, a bulletin, a release or a plan in Chinese: sentences and
/// tables (tab-separated, Markdown, HTML). Linear in the text; never fails:
/// what cannot be read is in `unread`.
KEBI_API reading read_report(std::string_view text, const report_context& context = {});

}  // namespace kebi
