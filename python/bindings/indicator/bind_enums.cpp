#include "kebi/indicator.hpp"
#include "words.hpp"

void bind_enums(py::module_& m) {
  bind_words<kebi::kind>(m, "Kind", "What a figure of an indicator is over a period: a flow, a stock, a ratio and so on.");
  bind_words<kebi::better>(m, "Better", "Which direction of an indicator is better.");
  bind_words<kebi::parts>(m, "Parts", "How the values of parts make the value of the whole.");
  bind_words<kebi::growth_at>(m, "GrowthAt", "The prices or volumes that a published growth is measured at.");
  bind_words<kebi::status>(m, "Status", "What kind of statement a fact is: an outcome, an estimate, a target, a forecast.");
  bind_words<kebi::measure>(m, "Measure", "What the number of a fact is: a level, growth, a share and so on.");
  bind_words<kebi::bound>(m, "Qualifier", "How a fact qualifies its number: exact, about, at least and so on.");
  bind_words<kebi::direction>(m, "Direction", "The direction of a phrase without a number.");
  bind_words<kebi::basis>(m, "Basis", "The period that a growth or change is measured from.");
  bind_words<kebi::comparable>(m, "Comparable", "The comparability that a source claims for a growth.");
  bind_words<kebi::nature>(m, "Nature", "Whether a target is binding or expected.");
}
