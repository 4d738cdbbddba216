#include "kebi/io/facts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "json_object.hpp"
#include "kebi/core/read_decimal.hpp"
#include "kebi/indicator/code.hpp"
#include "kebi/period/code.hpp"

namespace kebi {

namespace {

/// A JSON value with its numbers as they are written: 6.0 is not 6.
struct scalar {
  enum { nothing, word, number, list } kind = nothing;
  std::string text;
  std::vector<std::string> words;  // of a list
};

/// Takes one flat object of words, numbers and lists of words, key by key.
class flat_object : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::vector<std::pair<std::string, scalar>> entries;
  std::string complaint;

  bool null() override { return add({}); }
  bool boolean(bool) override { return refuse("true or false"); }
  bool number_integer(number_integer_t n) override { return add({scalar::number, std::to_string(n), {}}); }
  bool number_unsigned(number_unsigned_t n) override { return add({scalar::number, std::to_string(n), {}}); }
  bool number_float(number_float_t, const string_t& printed) override {
    return add({scalar::number, printed, {}});
  }
  bool string(string_t& word) override {
    if (!in_list_) return add({scalar::word, std::move(word), {}});
    entries.back().second.words.push_back(std::move(word));
    return true;
  }
  bool binary(binary_t&) override { return refuse("binary data"); }
  bool start_object(std::size_t) override { return ++depth_ == 1 || refuse("an object inside the fact"); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override {
    if (depth_ != 1) return refuse("an array");
    return add({scalar::list, {}, {}}) && (in_list_ = true);
  }
  bool end_array() override {
    in_list_ = false;
    return true;
  }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
    complaint = "this is not JSON from its character " + std::to_string(at) + " on";
    return false;
  }

 private:
  bool add(scalar value) {
    if (depth_ != 1) return refuse("a value outside an object");
    if (in_list_) return refuse("a list that holds more than words");
    if (!keys_.insert(key_).second) return refuse("the key " + key_ + " twice");
    entries.emplace_back(std::move(key_), std::move(value));
    return true;
  }
  bool refuse(const std::string& what) {
    complaint = "found " + what + ", expected a flat object of words, numbers and lists of words";
    return false;
  }

  int depth_ = 0;
  bool in_list_ = false;
  std::string key_;
  std::unordered_set<std::string> keys_;  // of the values so far
};

/// A number of JSON as printed, its exponent moved into the decimals.
decimal number_of(const std::string& printed) {
  const std::size_t e = printed.find_first_of("eE");
  const decimal mantissa = read_decimal(printed.substr(0, e));
  if (e == std::string::npos) return mantissa;
  std::string_view power = std::string_view{printed}.substr(e + 1);
  const auto exponent = read_decimal(power);
  if (exponent.digits() > 99 || exponent.digits() < -99)
    throw error{"the number " + printed + " is too large or too fine for any statistic"};
  return decimal{mantissa.digits(), mantissa.decimals() - static_cast<int>(exponent.digits())};
}

/// A number as JSON: digits before the point that do not count go into an exponent.
std::string json_of(decimal value) {
  if (value.decimals() >= 0) return to_string(value);
  return std::to_string(value.digits()) + "e" + std::to_string(-value.decimals());
}

std::string json_of(doubts of) {
  std::string list;
  for (const doubt each : of) (((list += list.empty() ? "" : ", ") += '"') += code(each)) += '"';
  return "[" + list + "]";
}

/// The same number with exactly so many decimals; no digit may be lost.
decimal told_with(decimal value, int decimals) {
  if (value.decimals() <= decimals) return with_decimals(value, decimals);
  std::int64_t digits = value.digits();
  for (int i = value.decimals(); i > decimals; --i, digits /= 10)
    if (digits % 10 != 0)
      throw error{to_string(value) + " has more decimals than the " + std::to_string(decimals) +
                  " that the key decimals states"};
  return decimal{digits, decimals};
}

/// A value in an error message.
std::string told(const scalar& value) {
  if (value.kind == scalar::list) return "a list";
  return value.kind == scalar::number ? "the number " + value.text : in_quotes(value.text);
}

doubts doubts_of(const scalar& value) {
  if (value.kind != scalar::list) throw error{"the key doubt takes a list of words: found " + told(value)};
  doubts result;
  for (const std::string& each : value.words) result.insert(of_code<doubt>(each));
  return result;
}

/// The members of a fact that a text, a figure or a place alone stands for, by their keys.
template <class Member>
struct keyed {
  std::string_view key;
  Member fact::* member;
};
constexpr keyed<std::string> texts[] = {{"indicator", &fact::indicator}, {"region", &fact::region},
                                        {"of", &fact::whole},            {"versus", &fact::reference},
                                        {"parent", &fact::parent},       {"text", &fact::text}};
constexpr keyed<std::optional<decimal>> figures[] = {
    {"value", &fact::value}, {"lo", &fact::lo}, {"hi", &fact::hi}, {"stretch", &fact::stretch}};
constexpr keyed<std::size_t> places[] = {{"start", &fact::start}, {"end", &fact::end}};

template <class Member, std::size_t N>
Member fact::* member(const keyed<Member> (&all)[N], std::string_view key) {
  for (const keyed<Member>& each : all)
    if (each.key == key) return each.member;
  return nullptr;
}

struct fact_reader {
  fact result;
  std::optional<int> decimals;

  void take(const std::string& key, const scalar& value) {
    const auto word = [&]() -> const std::string& {
      if (value.kind != scalar::word) throw error{"the key " + key + " takes a word: found " + told(value)};
      return value.text;
    };
    const auto number = [&] {
      if (value.kind != scalar::number) throw error{"the key " + key + " takes a number: found " + told(value)};
      return number_of(value.text);
    };
    const auto whole = [&](std::int64_t least, std::int64_t most) {
      const decimal n = number();
      if (n.decimals() != 0 || n.digits() < least || n.digits() > most)
        throw error{"the key " + key + " takes a whole number from " + std::to_string(least) + " to " +
                    std::to_string(most) + ": found " + value.text};
      return n.digits();
    };
    static constexpr std::string_view keys[] = {
        "indicator", "region", "period", "status", "measure", "subject",    "value",  "lo",
        "hi",        "stretch", "decimals", "unit", "bound",  "direction", "basis",  "comparable",
        "nature",    "of",      "versus",   "parent", "start", "end",       "text",
        "doubt"};
    if (std::find(std::begin(keys), std::end(keys), key) == std::end(keys))
      throw error{"a fact has no key " + in_quotes(key) + ": see docs/reference/facts.md for those it has"};
    if (value.kind == scalar::nothing) return;
    fact& f = result;
    if (const auto text = member(texts, key)) f.*text = word();
    else if (const auto figure = member(figures, key)) f.*figure = number();
    else if (const auto place = member(places, key)) f.*place = static_cast<std::size_t>(whole(0, 1'000'000'000'000));
    else if (key == "period") f.period = period_of_code(word());
    else if (key == "status") f.status = of_code<status>(word());
    else if (key == "measure") f.measure = of_code<measure>(word());
    else if (key == "subject") f.subject = of_code<measure>(word());
    else if (key == "decimals") decimals = static_cast<int>(whole(-decimal::most_digits, decimal::most_digits));
    else if (key == "unit") f.unit = unit{word()};
    else if (key == "bound") f.bound = of_code<bound>(word());
    else if (key == "direction") f.direction = of_code<direction>(word());
    else if (key == "basis") f.basis = of_code<basis>(word());
    else if (key == "comparable") f.comparable = of_code<comparable>(word());
    else if (key == "nature") f.nature = of_code<nature>(word());
    else f.doubts = doubts_of(value);
  }

  fact finish() {
    if (result.indicator.empty()) throw error{"a fact needs the key indicator"};
    // Other writers print 6.0 as 6; the stated decimals bring the digit back.
    if (decimals && result.value) result.value = told_with(*result.value, *decimals);
    if (result.lo && result.hi && *result.hi < *result.lo)
      throw error{"lo is above hi: found " + to_string(*result.lo) + " and " + to_string(*result.hi)};
    if (result.bound == bound::range && (!result.lo || !result.hi))
      throw error{"a range needs both ends: the keys lo and hi"};
    if (result.end < result.start) throw error{"a fact ends before it starts: the keys start and end"};
    return result;
  }
};

fact read_fact(const std::string& line) {
  flat_object object;
  if (!nlohmann::json::sax_parse(line, &object)) throw error{object.complaint};
  fact_reader reader;
  for (const auto& [key, value] : object.entries) reader.take(key, value);
  return reader.finish();
}

}  // namespace

std::string write_fact(const fact& f) {
  json_object o;
  o.add("indicator", f.indicator);
  o.add_unless_empty("region", f.region);
  if (f.period) o.add("period", code(*f.period));
  o.add("status", code(f.status));
  o.add("measure", code(f.measure));
  if (f.subject) o.add("subject", code(*f.subject));
  if (f.value) o.add_raw("value", json_of(*f.value));
  if (f.lo) o.add_raw("lo", json_of(*f.lo));
  if (f.hi) o.add_raw("hi", json_of(*f.hi));
  if (f.stretch) o.add_raw("stretch", json_of(*f.stretch));
  if (f.value || f.lo || f.hi)
    o.add_raw("decimals", std::to_string(f.value ? f.value->decimals() : printed_decimals(f)));
  if (f.unit) o.add("unit", f.unit->symbol());
  o.add("bound", code(f.bound));
  if (f.direction) o.add("direction", code(*f.direction));
  if (f.basis) o.add("basis", code(*f.basis));
  if (f.comparable) o.add("comparable", code(*f.comparable));
  if (f.nature) o.add("nature", code(*f.nature));
  o.add_unless_empty("of", f.whole);
  o.add_unless_empty("versus", f.reference);
  o.add_unless_empty("parent", f.parent);
  if (f.end > 0) {
    o.add_raw("start", std::to_string(f.start));
    o.add_raw("end", std::to_string(f.end));
  }
  o.add_unless_empty("text", f.text);
  if (!is_firm(f)) o.add_raw("doubt", json_of(f.doubts));
  return o.text();
}

std::string write_facts(std::span<const fact> facts) {
  std::string lines;
  for (const fact& each : facts) (lines += write_fact(each)) += '\n';
  return lines;
}

std::vector<fact> read_facts(std::string_view jsonl) {
  std::vector<fact> facts;
  place at{};
  while (at.offset < jsonl.size()) {
    const std::size_t end = std::min(jsonl.find('\n', at.offset), jsonl.size());
    const std::string line{jsonl.substr(at.offset, end - at.offset)};
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      try {
        facts.push_back(read_fact(line));
      } catch (const read_error& e) {
        throw read_error{at, e.complaint()};
      } catch (const error& e) {
        throw read_error{at, e.what()};
      }
    }
    at = {at.line + 1, 1, end + 1};
  }
  return facts;
}

}  // namespace kebi
