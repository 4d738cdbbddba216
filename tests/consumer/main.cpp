#include <kebi/kebi.hpp>

#include <cstdio>

int main() { std::puts("kebi " KEBI_VERSION " consumed"); }
