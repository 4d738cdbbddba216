#include "text/words/fractions.hpp"

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

constexpr std::string_view parts = "分之";

/// 100 times a over b; nothing where no decimal of a few digits is it.
std::optional<decimal> in_percent(decimal a, std::int64_t b) {
  if (a.digits() > 1'000'000'000 || a.decimals() > 6) return std::nullopt;
  std::int64_t digits = a.digits();
  int decimals = a.decimals() - 2;
  for (int more = 0; more < 8; ++more, digits *= 10, ++decimals)
    if (digits % b == 0) {
      const std::int64_t value = digits / b;
      return decimals >= 0 ? decimal{value, decimals}
                           : decimal{value * detail::power_of_ten(-decimals), 0};
    }
  return std::nullopt;
}

scanned told(decimal above, std::int64_t below, std::size_t length) {
  scanned found;
  found.length = length;
  found.what.form = form::percent;
  found.what.fraction = true;
  if (const auto value = in_percent(above, below))
    found.what.value = *value;
  else
    found.what.too_large = true;
  return found;
}

/// 3/4, but not 3/4/2019, 3/4月, 13/14号线.
std::optional<scanned> scan_slash(std::string_view text) {
  const auto above = scan_digits(text);
  if (!above || above->length > 2 || !text.substr(above->length).starts_with('/')) return {};
  const std::string_view rest = text.substr(above->length + 1);
  const auto below = scan_digits(rest);
  if (!below || below->length > 2 || below->what.value.decimals() > 0 ||
      above->what.value.decimals() > 0 || !(above->what.value < below->what.value) ||
      above->what.value.digits() == 0)
    return {};
  const std::string_view behind = rest.substr(below->length);
  if (starts_with_any(behind, {"/", "-", ".", "月", "日", "号", "年"}) ||
      (!behind.empty() && is_letter(behind.front())))
    return {};
  return told(above->what.value, below->what.value.digits(), above->length + 1 + below->length);
}

}  // namespace

std::optional<scanned> scan_fraction(std::string_view text) {
  if (text.empty() || starts_with_any(text, {"百分之", "千分之"})) return {};
  std::int64_t below = 0;
  std::size_t at = 0;
  if (auto number = is_digit(text.front()) ? scan_digits(text) : scan_chinese(text)) {
    if (number->what.too_large || number->what.value.decimals() > 0) return {};
    below = number->what.value.digits();
    at = number->length;
  }
  if (below > 1000) return {};
  if (text.substr(at).starts_with("万")) {
    below = (at == 0 ? 1 : below) * 10'000;
    at += std::string_view{"万"}.size();
  }
  if (below < 2 || !text.substr(at).starts_with(parts))
    return is_digit(text.front()) ? scan_slash(text) : std::nullopt;
  at += parts.size();
  const std::string_view rest = text.substr(at);
  auto above = scan_chinese(rest);
  if (!above) above = scan_digits(rest);
  if (!above || above->what.too_large || above->what.value.digits() == 0) return {};
  scanned found = told(above->what.value, below, at + above->length);
  found.what.chinese = above->what.chinese;
  return found;
}

}  // namespace kebi::grammar
