// The bodies of judgement.
#include "kebi/assess/assess-inl.hpp"
#include "kebi/assess/evidence-inl.hpp"
#include "kebi/assess/judge-inl.hpp"
#include "kebi/assess/needs-inl.hpp"
#include "kebi/assess/progress-inl.hpp"
#include "kebi/assess/settings-inl.hpp"
#include "kebi/assess/zone-inl.hpp"
