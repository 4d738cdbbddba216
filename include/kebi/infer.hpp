#pragma once

// Inference: published figures as unknowns with bounds, identities as constraints;
// what follows from them, and what cannot all be true.
#include "kebi/infer/containment.hpp"
#include "kebi/infer/contradiction.hpp"
#include "kebi/infer/hedges.hpp"
#include "kebi/infer/inference.hpp"
#include "kebi/infer/network.hpp"
#include "kebi/infer/quantity.hpp"
#include "kebi/infer/quantity_network.hpp"
#include "kebi/infer/still_to_come.hpp"
#include "kebi/infer/typo.hpp"
