#include "text/phrase/phrase.hpp"

#include "kebi/indicator/catalogue.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {

std::vector<std::string> names_of(std::string_view names) {
  std::vector<std::string> result;
  while (true) {
    const std::size_t bar = names.find('|');
    result.emplace_back(names.substr(0, bar));
    if (bar == std::string_view::npos) return result;
    names.remove_prefix(bar + 1);
  }
}

/// Letters, odd signs and words behind a number that no rule has read.
void require_understood(const phrase& in, const std::string& expected) {
  if (in.text.text().empty()) throw read_error{place{}, "nothing", expected};
  const auto& all = in.words.all;
  bool remark = false;  // behind 的 or in a clause of its own: words about the number
  bool after_number = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const token& t = all[i];
    if (t.is == word::comma || t.is == word::stop || t.is == word::open)
      remark = after_number = false;
    if (t.is == word::number)
      after_number = true, remark = false;
    else if (t.is == word::of || t.is == word::close)
      remark = true;
    if (t.is != word::text) continue;
    const std::string words = in.shown(t);
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (is_digit(words[k]) || is_letter(words[k])) {
        const bool named = std::ranges::any_of(in.subjects, [&](const std::string& s) {
          return folded{s}.text().find(words) != std::string::npos;
        });
        const bool known = words.starts_with("GDP") || words.starts_with("CPI") ||
                           words.starts_with("PM") || words.starts_with("R&D");
        if (named || known) break;
        throw in.refusal(t.begin, words, expected);
      }
    }
    if (after_number && !remark &&
        (i == 0 || all[i - 1].is == word::number || all[i - 1].is == word::after)) {
      if (starts_with_any(words, {"累计", "合计"})) continue;  // 5年累计500亿元
      if (words == "台阶" || words == "门槛" || words == "新台阶" || words == "人民币" ||
          words == "任务" || words == "水平" || words.starts_with("目标"))
        continue;
      throw in.refusal(
          t.begin, words,
          "the end of the phrase, or a bound such as 左右, 以上 or 以内 behind the number");
    }
  }
}

/// Throws unless each level can be printed in its unit.
void require_units(const phrase& in, const std::vector<fact>& facts) {
  if (!in.context.known) return;
  for (const fact& each : facts) {
    const bool amount = each.measure == measure::level ||
                        (each.measure == measure::change && each.subject == measure::level);
    const bool part = each.unit && (each.unit->symbol() == "个百分点" || each.unit->kind() == "倍") &&
                      each.measure == measure::change;
    if (!amount || !each.unit || part) continue;
    const indicator* what = in.context.known->find(each.indicator);
    std::string printed = folded{each.unit->symbol()}.text();
    if (const std::size_t open = printed.find('('); open != std::string::npos && open > 0)
      printed.erase(open, printed.find(')', open) + 1 - open);  // 万套(户)
    const unit plain{printed};
    if (what == nullptr || fits(*what, plain)) continue;
    // 0.5吨标准煤 of the energy of 万元GDP: the name holds what the unit leaves out.
    if (std::ranges::any_of(what->units, [&](const unit& usual) {
          return usual.kind().starts_with(plain.kind() + "/");
        }))
      continue;
    std::string usual;
    for (const unit& known : what->units) (usual += usual.empty() ? "" : ", ") += known.symbol();
    throw read_error{place_in(in.source, each.start),
                     in_quotes(each.text) + " in " + each.unit->symbol(),
                     "a unit of " + each.indicator + ": " + usual};
  }
}

std::string without_account_minus(std::string_view cell) {
  constexpr std::string_view fall = "△", digits = "0123456789.,%";
  if (cell.size() > 24) return {};
  const std::string plain = simplified_name(cell);
  std::string_view inside = plain;
  if (inside.starts_with(fall)) {
    inside.remove_prefix(fall.size());
  } else if (inside.size() > 3 && inside.starts_with('(') && inside.ends_with(')')) {
    inside = inside.substr(1, inside.size() - 2);
  } else {
    return {};
  }
  const bool number = !inside.empty() && is_digit(inside.front()) &&
                      inside.find_first_not_of(digits) == inside.npos;
  return number ? '-' + std::string{inside} : std::string{};
}

}  // namespace kebi::grammar
