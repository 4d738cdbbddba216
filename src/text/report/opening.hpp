#pragma once

#include <string>

#include "kebi/text/read_report.hpp"
#include "text/document/document.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// The title of a document: its first heading of the first level, or its first line.
std::string title_of(const document& source);

/// Region, parent region and period as given, else as title and opening name them.
setting opening_of(const document& source, const report_context& context);

}  // namespace kebi::grammar
