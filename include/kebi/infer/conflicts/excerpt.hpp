#pragma once

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "kebi/infer/conflicts/conflict.hpp"

namespace kebi::detail {

/// The piece of a network around some of its relations, as a network of its own.
///
/// What disagrees does so by a few relations; a year of months can hang together with all years.
/// Asked of the piece, a question costs as much as the piece is large.
class excerpt {
 public:
  /// Figures of a piece: as many as a district's report has of one kind.
  static constexpr std::size_t room = 48;

  /// Around the relations and the statements of `seed`, as far as there is room. `domain_of(v)`
  /// is what is known of a figure, `is_in(s)` whether a statement takes part.
  template <class DomainOf, class IsIn>
  excerpt(const network& of, const components& parts, const conflict& seed,
          const DomainOf& domain_of, const IsIn& is_in, std::size_t room_for = room)
      : of_{of}, parts_{parts} {
    gather(seed, room_for);
    for (const int v : variables_) net_.add_variable(domain_of(v), of.is_whole(v));
    for (const int r : relations_) add_relation(r);
    add_statements(seed, is_in);
  }

  const network& numbers() const { return net_; }
  /// What its statements are outside, rising.
  const std::vector<int>& statements() const { return statements_; }
  /// Its own number of a figure.
  int variable(int outside) const { return inside_.at(outside); }
  /// Its own numbers of statements that it holds.
  std::vector<int> inside(std::span<const int> statements) const;
  /// What a conflict in it is outside.
  conflict outside(const conflict& of) const;

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  void gather(const conflict& seed, std::size_t room_for);
  void add_relation(int relation);

  template <class IsIn>
  void add_statements(const conflict& seed, const IsIn& is_in) {
    statements_ = seed.statements;
    for (const int v : variables_)
      for (const int s : parts_.statements_at(v))
        if (is_in(s)) statements_.push_back(s);
    derivation::tidy(statements_);
    for (const int s : statements_) {
      const auto& [v, possible] = of_.statements()[at(s)];
      net_.add_statement(variable(v), possible);
    }
  }

  const network& of_;
  const components& parts_;
  network net_;
  std::vector<int> variables_, relations_, statements_;  // outside
  std::unordered_map<int, int> inside_;                  // of variables
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/excerpt-inl.hpp"
#endif
