#include "kebi/series/releases/across_releases-inl.hpp"
#include "kebi/series/releases/release_history-inl.hpp"
#include "kebi/series/releases/revisions-inl.hpp"
