#pragma once

#include <string>
#include <string_view>

namespace kebi {

/// Writes one JSON object, key by key in the order given. Keys are ASCII words.
class json_object {
 public:
  void add(std::string_view key, std::string_view word);
  void add_unless_empty(std::string_view key, std::string_view word) {
    if (!word.empty()) add(key, word);
  }
  /// A number or an object that is already JSON.
  void add_raw(std::string_view key, std::string_view json);

  std::string text() const { return "{" + body_ + "}"; }

 private:
  std::string body_;
};

/// The shortest decimal that reads back as the same double; null where it is not finite.
std::string json_number(double value);

}  // namespace kebi
