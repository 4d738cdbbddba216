#pragma once

#if !defined(__GNUC__)
#error "kebi is written for g++ and clang, which have __int128: see docs/decisions/0005-gnu-and-clang.md"
#endif
#ifndef __cpp_exceptions
#error "kebi reports bad input by exceptions of kebi::error: compile without -fno-exceptions"
#endif

/// Where functions that are no templates are compiled. A header `x.hpp` declares them and
/// `x-inl.hpp` beside it holds their bodies, each marked KEBI_INLINE. The library (kebi::kebi)
/// compiles the bodies once; with KEBI_HEADER_ONLY defined (kebi::header_only) every header
/// includes its bodies and no library is linked, except for the layers text and io. Those have
/// their bodies in `src/` and mark what they declare with KEBI_API.
///
/// Objects, as operations are, have KEBI_API at their declaration and KEBI_OBJECT at their body.
///
/// A shared library (KEBI_SHARED) shows what is marked and keeps the rest to itself.
#ifdef KEBI_SHARED
#define KEBI_API __attribute__((visibility("default")))
#else
#define KEBI_API
#endif
#ifdef KEBI_HEADER_ONLY
#define KEBI_INLINE inline
#define KEBI_OBJECT inline
#else
#define KEBI_INLINE KEBI_API
#define KEBI_OBJECT
#endif
