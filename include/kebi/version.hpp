#pragma once

// The one place where the version is written: CMake and Python read it from here.
#define KEBI_VERSION "0.1.0"
