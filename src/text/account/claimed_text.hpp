#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kebi/text/read_report.hpp"
#include "text/document/document.hpp"

namespace kebi::grammar {

/// Which bytes of a folded text a fact, a passed number or an unread one holds already,
/// so that each number stands in one item.
class ledger {
 public:
  /// The facts of the reading are in the order of their places.
  ledger(const document& source, reading& result);

  std::string_view text() const { return text_; }
  bool holds(std::size_t at) const { return held_[at] != 0; }
  bool holds_any(std::size_t begin, std::size_t end) const;

  /// Lists a range as passed over, or as unread, unless something holds part of it.
  void pass(std::size_t begin, std::size_t end, std::string_view reason);
  void leave(std::size_t begin, std::size_t end, std::string_view reason);

  /// Lists the tags with digits that no item reaches over, and puts all items in order.
  void close();

 private:
  void take(std::size_t begin, std::size_t end);
  template <class Item>
  void list(std::vector<Item>& into, std::size_t begin, std::size_t end, std::string_view reason);
  void list_asides();

  const folded& source_;
  std::string_view text_;
  reading& result_;
  std::vector<std::uint8_t> held_;  // of each folded byte
};

}  // namespace kebi::grammar
