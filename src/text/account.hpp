#pragma once

#include "document.hpp"
#include "kebi/text/read_report.hpp"

namespace kebi::grammar {

/// Lists every number that no fact holds as passed over, with its reason, or as
/// unread, so that each run of digits of the source stands in exactly one item.
void account_for(const document& source, reading& result);

}  // namespace kebi::grammar
