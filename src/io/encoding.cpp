#include "kebi/io/encoding.hpp"

#include <iconv.h>

#include <cerrno>

#include "kebi/core/error.hpp"

namespace kebi {

namespace {

/// The length of the UTF-8 character that starts `bytes`, or 0 if none does.
std::size_t character_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  if (length == 0 || bytes.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  const unsigned char second = byte(1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool beyond = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
  return overlong || beyond ? 0 : length;
}

/// Whether a text that GB 18030 would take is in Big5. There the second byte of two characters
/// in five is below 0x7F; no character of GB 2312 has such a byte, and the characters of GBK
/// that do stand apart from each other. 0xC7 and 0xC8 begin common characters of GB 2312 (全, 前)
/// and none of Big5.
bool is_big5(std::string_view bytes) {
  std::size_t characters = 0, low = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) continue;
    if (++i == bytes.size()) return false;
    const auto second = static_cast<unsigned char>(bytes[i]);
    const bool leads = lead >= 0xA1 && lead <= 0xF9 && lead != 0xC7 && lead != 0xC8;
    const bool is_low = second >= 0x40 && second <= 0x7E;
    if (!leads || !(is_low || (second >= 0xA1 && second <= 0xFE))) return false;
    ++characters, low += is_low ? 1 : 0;
  }
  return 5 * low > characters;
}

class converter {
 public:
  explicit converter(const char* from) : handle_{iconv_open("UTF-8", from)} {
    if (handle_ == reinterpret_cast<iconv_t>(-1))
      throw error{std::string{"this system cannot convert "} + from + ": save the file as UTF-8"};
  }
  ~converter() { iconv_close(handle_); }
  converter(const converter&) = delete;
  converter& operator=(const converter&) = delete;

  /// Converts all it can and returns how many bytes it took.
  std::size_t convert(std::string_view bytes, std::string& result) {
    char* in = const_cast<char*>(bytes.data());  // iconv reads only, whatever its type says
    std::size_t left = bytes.size();
    while (left > 0) {
      char buffer[4096];
      char* out = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t done = iconv(handle_, &in, &left, &out, &room);
      result.append(buffer, static_cast<std::size_t>(out - buffer));
      if (done == static_cast<std::size_t>(-1) && errno != E2BIG) break;
    }
    return bytes.size() - left;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::size_t valid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = character_length(bytes.substr(at));
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::string to_utf8(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
    throw read_error{place{}, "this is UTF-32: save the file as UTF-8"};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    throw read_error{place{}, "this is UTF-16: save the file as UTF-8"};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t good = valid_utf8(bytes);
  if (good == bytes.size()) return std::string{bytes};

  const bool traditional = is_big5(bytes);
  std::string converted;
  const std::size_t taken = converter{traditional ? "BIG5" : "GB18030"}.convert(bytes, converted);
  if (taken == bytes.size() && converted.find('\0') == std::string::npos) return converted;
  throw read_error{place_in(bytes, good),
                   traditional ? "a byte that is no Big5, in a text that is: save the file as UTF-8"
                               : "a byte that is neither UTF-8 nor GB 18030: save the file as UTF-8"};
}

}  // namespace kebi
