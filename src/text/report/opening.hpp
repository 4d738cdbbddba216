#pragma once

#include <string>

#include "kebi/text/read_report.hpp"
#include "text/document/document.hpp"
#include "text/report/calendar.hpp"
#include "text/sentence/sentence.hpp"

namespace kebi::grammar {

/// The title of a document: its first heading of the first level, or its first line.
std::string title_of(const document& source);

/// Region and parent region as given, else as title and opening name them; the period that the
/// report looks back on.
setting opening_of(const document& source, const report_context& context, const calendar& years);

}  // namespace kebi::grammar
