#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "kebi/core/config.hpp"

namespace kebi {

namespace grammar {
class vocabulary;
}

/// The words that reading knows: verbs of change, hedges such as 左右, units, names, set phrases.
/// A value that never changes: copies are cheap and may be shared by threads. Pass one to
/// `read_report`, `read_target` or `read_outcome` in their context, as a catalogue is passed.
class KEBI_API lexicon {
 public:
  /// The words that the library ships, from the files of src/text/*/data.
  static const lexicon& standard();

  /// These words and more: tab-separated rows of the same form as those files, below a line
  /// `phrase, meaning, sense, only`: 飞腾 → rise, 亿港币 → unit, 上下浮动 → after, about. A row of a
  /// phrase that is known already replaces it. Throws `read_error` with line and column.
  lexicon extended(std::string_view tsv) const;

  const grammar::vocabulary& words() const { return *words_; }

 private:
  explicit lexicon(std::shared_ptr<const grammar::vocabulary> words) : words_{std::move(words)} {}

  std::shared_ptr<const grammar::vocabulary> words_;
};

}  // namespace kebi
