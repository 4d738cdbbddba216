#include "kebi/text/lexicon.hpp"

#include "text/words/vocabulary.hpp"

namespace kebi {

using grammar::vocabulary;

const lexicon& lexicon::standard() {
  // Not owned: the vocabulary of the library lives as long as the program.
  static const lexicon shipped{
      std::shared_ptr<const vocabulary>{std::shared_ptr<void>{}, &vocabulary::standard()}};
  return shipped;
}

lexicon lexicon::extended(std::string_view tsv) const {
  return lexicon{std::make_shared<const vocabulary>(words_->extended(tsv))};
}

}  // namespace kebi
