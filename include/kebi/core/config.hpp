#pragma once

/// Where functions that are no templates are compiled. A header `x.hpp` declares them and
/// `x-inl.hpp` beside it holds their bodies, each marked KEBI_INLINE. The library (kebi::kebi)
/// compiles the bodies once; with KEBI_HEADER_ONLY defined (kebi::header_only) every header
/// includes its bodies and no library is linked, except for the layers text and io.
#ifdef KEBI_HEADER_ONLY
#define KEBI_INLINE inline
#else
#define KEBI_INLINE
#endif
