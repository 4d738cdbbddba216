#include "kebi/series/hierarchy/growth_of_items-inl.hpp"
#include "kebi/series/hierarchy/hierarchy-inl.hpp"
#include "kebi/series/hierarchy/item_rows-inl.hpp"
#include "kebi/series/hierarchy/roll_up-inl.hpp"
