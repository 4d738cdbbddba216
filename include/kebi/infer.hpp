#pragma once

// Inference: published figures as unknowns with bounds, identities as constraints;
// what follows from them, and what cannot all be true.
#include "kebi/infer/conflicts/contradiction.hpp"
#include "kebi/infer/figures/network.hpp"
#include "kebi/infer/figures/quantity.hpp"
#include "kebi/infer/figures/quantity_network.hpp"
#include "kebi/infer/figures/typo.hpp"
#include "kebi/infer/inference.hpp"
#include "kebi/infer/settings/containment.hpp"
#include "kebi/infer/settings/hedges.hpp"
#include "kebi/infer/still_to_come.hpp"
