#include "account.hpp"

namespace kebi::grammar {

void account_for(const document&, reading&) {}

}  // namespace kebi::grammar
