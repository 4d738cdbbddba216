#pragma once

namespace kebi {

/// The languages that the library writes.
enum class language { zh, en };

}  // namespace kebi
