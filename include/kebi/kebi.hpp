#pragma once

// Everything. What text and io declare is compiled: link kebi::kebi for them, kebi::model for the rest.
#include "kebi/assess.hpp"
#include "kebi/core.hpp"
#include "kebi/indicator.hpp"
#include "kebi/infer.hpp"
#include "kebi/io.hpp"
#include "kebi/period.hpp"
#include "kebi/series.hpp"
#include "kebi/text.hpp"
#include "kebi/version.hpp"
