#pragma once

#include <string>

#include "kebi/core/config.hpp"
#include "kebi/text/read_report.hpp"

namespace kebi {

/// A fact as a sentence of a report: 2019年上半年,全区一般公共预算收入同比增长1.1%。 `about` is the
/// report it stands in: its own region is written 全区, its parent's 全市, and words of
/// the year are resolved against its period. `read_report` reads the same statement back.
///
/// Throws `error` for what one sentence cannot say: a part without its whole
/// (其中), a region that `about` does not know, what `to_chinese` refuses, and for a sentence that
/// would be read as another statement, as where a name of the catalogue has a verb in it.
KEBI_API std::string to_sentence(const fact& f, const report_context& about);

}  // namespace kebi
