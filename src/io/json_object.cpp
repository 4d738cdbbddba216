#include "json_object.hpp"

#include <nlohmann/json.hpp>

namespace kebi {

void json_object::add(std::string_view key, std::string_view word) {
  // Bytes that are not UTF-8 are replaced, so that the line stays JSON.
  using nlohmann::json;
  add_raw(key, json(word).dump(-1, ' ', false, json::error_handler_t::replace));
}

void json_object::add_raw(std::string_view key, std::string_view json) {
  if (!body_.empty()) body_ += ", ";
  ((body_ += '"') += key) += "\": ";
  body_ += json;
}

std::string json_number(double value) { return nlohmann::json(value).dump(); }

}  // namespace kebi
