#pragma once

// What most programs want: link kebi::kebi, or, without text and io, kebi::header_only.
//
// Left out for what they cost a compiler, include them where they are used:
//   kebi/series.hpp   series and panels; brings Eigen
//   kebi/infer.hpp    what figures imply, and which cannot all be true
#include "kebi/assess.hpp"
#include "kebi/core.hpp"
#include "kebi/indicator.hpp"
#include "kebi/io.hpp"
#include "kebi/period.hpp"
#include "kebi/text.hpp"
#include "kebi/version.hpp"
