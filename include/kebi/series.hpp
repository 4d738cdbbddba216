#pragma once

// Series and panels of official figures, and what makes them comparable; formulas of single figures
// are in kebi/formula.hpp. Loops that only bodies
// need (cellwise, kernels, parallel_rows, growth_kernels and the ways through a long table) are not
// among these headers.
#include "kebi/series/evaluate/operation.hpp"
#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/compound.hpp"
#include "kebi/series/growth/growth.hpp"
#include "kebi/series/hierarchy/hierarchy.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"
#include "kebi/series/long_table/by_frequency.hpp"
#include "kebi/series/long_table/growth_beside_rows.hpp"
#include "kebi/series/long_table/long_table.hpp"
#include "kebi/series/parts/composition.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/ranks.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/parts/shift_share.hpp"
#include "kebi/series/parts/weights.hpp"
#include "kebi/series/prices/carry_over.hpp"
#include "kebi/series/releases/across_releases.hpp"
#include "kebi/series/releases/release_history.hpp"
#include "kebi/series/releases/revisions.hpp"
#include "kebi/series/storage/panel.hpp"
#include "kebi/series/storage/select.hpp"
#include "kebi/series/year_to_date/growth_of_spans.hpp"
#include "kebi/series/year_to_date/single_month_growth.hpp"
#include "kebi/series/year_to_date/single_months.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"
