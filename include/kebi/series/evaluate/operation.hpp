#pragma once

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <type_traits>

#include "kebi/series/evaluate/alignment.hpp"

namespace kebi {

/// What an operation along time is: its inputs, and what its result is called.
struct description {
  const char* name;
  std::array<input, arguments::most> inputs;
  measure gives;
  int like = 0;             ///< the input whose labels the result has
  bool keeps_unit = false;  ///< levels keep their unit; other figures only if this is set
};

/// The times and the rows of a result, its labels where they are not those of an input, and of
/// which releases its figures are.
struct result_shape {
  timeline time;
  Eigen::Index rows;
  std::optional<labels> named = {};
  detail::release_list releases = {};
};

/// How figures are made of others: bodies for plain numbers and for bounds.
template <class... Options>
struct kernel {
  void (*figures)(const arguments&, const Options&..., const figures_out&, int threads);
  void (*bounds)(const arguments&, const Options&..., const bounds_out&, int threads);
};

namespace detail {

/// Checks the labels of all inputs, one after the other, and converts units.
void align_all(const description& what, int count, arguments& in);
/// The labels of a result, of a table that is labelled.
labels labels_of_result(const description& what, const arguments& in, const result_shape& shape);
heading heading_of_result(const description& what, const arguments& in, const result_shape& shape);

/// Options that may be left out.
template <class Option>
concept may_be_left_out =
    std::same_as<Option, bool> || requires { typename Option::may_be_left_out; };

template <class... Args>
constexpr int count_of_tables = (0 + ... + (any_table<Args> ? 1 : 0));

template <class T>
constexpr table_kind kind_of =
    !labelled<T>                                                ? table_kind::plain
    : std::same_as<T, series> || std::same_as<T, series_bounds> ? table_kind::single
                                                                : table_kind::many;

/// The kind of a result: plain if the first table is, else a panel if one of the tables is.
constexpr table_kind kind_of_result(std::initializer_list<table_kind> tables) {
  return *tables.begin() == table_kind::plain ? table_kind::plain : std::max(tables);
}

}  // namespace detail

/// An operation along time: a function object of so many tables, and of options.
///
///     two_year_average(growths)                  a grid of a grid, a series of a series, a panel
///     of a panel two_year_average.bounds(growths)           bounds: a grid, a series or a panel of
///     them two_year_average.into(growths, out)        into a given block, of figures or of bounds
///     two_year_average.threads(4)(growths)       with so many threads, where it pays
///
/// Of tables with bounds alone the result has bounds alone. Labels are checked, see
/// `alignment.hpp`; those of the result are the labels of an input with the measure that the
/// operation gives.
template <int Inputs, class... Options>
class operation {
 public:
  /// `shape` gives the times and rows of a result that are not those of `what.like`; `arrange` may
  /// put inputs in another order first.
  constexpr operation(description what, kernel<Options...> how,
                      result_shape (*shape)(const arguments&, const Options&...) = nullptr,
                      void (*arrange)(arguments&, const Options&...) = nullptr)
      : what_{what}, how_{how}, shape_{shape}, arrange_{arrange} {}

  static constexpr int inputs = Inputs;
  constexpr const description& what() const { return what_; }

  template <class... Args>
    requires(detail::count_of_tables<Args...> == Inputs)
  auto operator()(const Args&... args) const {
    return made<(bounds_table<Args> || ...)>(inputs_in, std::tie(args...));
  }

  template <class... Args>
    requires(detail::count_of_tables<Args...> == Inputs)
  auto bounds(const Args&... args) const {
    return made<true>(inputs_in, std::tie(args...));
  }

  /// The last argument is a `figures_out` or a `bounds_out`.
  template <class... Args>
    requires(detail::count_of_tables<Args...> == Inputs)
  void into(const Args&... args) const {
    write_into(inputs_in, std::tie(args...));
  }

  operation threads(int count) const {
    operation some = *this;
    some.threads_ = count;
    return some;
  }

  /// Checks and arranges inputs. Returns what the result will be.
  result_shape prepare(arguments& in, const Options&... options) const {
    if (arrange_ != nullptr) arrange_(in, options...);
    detail::align_all(what_, Inputs, in);
    if (shape_ != nullptr) return shape_(in, options...);
    return {in.time(what_.like), in.rows(what_.like)};
  }
  void write(const arguments& in, const Options&... options, const figures_out& into) const {
    how_.figures(in, options..., into, threads_);
  }
  void write(const arguments& in, const Options&... options, const bounds_out& into) const {
    how_.bounds(in, options..., into, threads_);
  }
  /// A grid, or a grid of bounds, of prepared inputs.
  template <class Block>
  Block evaluate(const arguments& in, const result_shape& shape, const Options&... options) const {
    Block result = Block::uninitialised(shape.time, shape.rows);
    write(in, options..., result.out());
    result.releases = shape.releases;
    return result;
  }

 private:
  static constexpr std::make_index_sequence<Inputs> inputs_in{};

  /// The options among `Count` arguments, those behind the tables.
  template <std::size_t Count, std::size_t I, class Option, class All>
  static Option option(const All& all) {
    if constexpr (Inputs + I < Count) {
      return Option(std::get<Inputs + I>(all));
    } else {
      static_assert(detail::may_be_left_out<Option>, "the operation needs another argument");
      return Option{};
    }
  }
  template <std::size_t Count, class All, std::size_t... I>
  static std::tuple<Options...> options(const All& all, std::index_sequence<I...>) {
    return std::tuple<Options...>{option<Count, I, Options>(all)...};
  }

  template <bool Bounds, std::size_t... I, class... Args>
  auto made(std::index_sequence<I...>, const std::tuple<const Args&...>& all) const {
    using result_block = std::conditional_t<Bounds, bounds_grid, grid>;
    constexpr table_kind kind =
        detail::kind_of_result({detail::kind_of<std::tuple_element_t<I, std::tuple<Args...>>>...});
    arguments in{std::get<I>(all)...};
    if constexpr (Bounds) in.keep_bounds();
    return std::apply(
        [&](const Options&... each) {
          const result_shape shape = prepare(in, each...);
          return labelled_as<kind>(in, shape, evaluate<result_block>(in, shape, each...));
        },
        options<sizeof...(Args)>(all, std::index_sequence_for<Options...>{}));
  }

  template <table_kind Kind, class Block>
  auto labelled_as(const arguments& in, const result_shape& shape, Block figures) const {
    if constexpr (Kind == table_kind::plain)
      return figures;
    else if constexpr (Kind == table_kind::single)
      return basic_series<Block>{detail::heading_of_result(what_, in, shape), std::move(figures)};
    else
      return basic_panel<Block>{detail::labels_of_result(what_, in, shape), std::move(figures)};
  }

  template <std::size_t... I, class... Args>
  void write_into(std::index_sequence<I...>, const std::tuple<const Args&...>& all) const {
    const auto& out = std::get<sizeof...(Args) - 1>(all);
    arguments in{std::get<I>(all)...};
    std::apply(
        [&](const Options&... each) {
          const result_shape shape = prepare(in, each...);
          detail::require_shape(out, shape.rows, shape.time.length());
          write(in, each..., out);
        },
        options<sizeof...(Args) - 1>(all, std::index_sequence_for<Options...>{}));
  }

  description what_;
  kernel<Options...> how_;
  result_shape (*shape_)(const arguments&, const Options&...);
  void (*arrange_)(arguments&, const Options&...);
  int threads_ = 1;
};

/// Operations of one name and of several numbers of inputs, such as a share of growth from levels
/// of two years, or from levels and growth.
template <class... Operations>
class operations {
 public:
  constexpr explicit operations(Operations... all) : all_{all...} {}

  template <class... Args>
  auto operator()(const Args&... args) const {
    return of<detail::count_of_tables<Args...>>()(args...);
  }
  template <class... Args>
  auto bounds(const Args&... args) const {
    return of<detail::count_of_tables<Args...>>().bounds(args...);
  }
  template <class... Args>
  void into(const Args&... args) const {
    of<detail::count_of_tables<Args...>>().into(args...);
  }

  /// The operation of so many tables.
  template <int Inputs>
  constexpr const auto& of() const {
    constexpr std::array fits{Operations::inputs == Inputs...};
    constexpr auto at = std::find(fits.begin(), fits.end(), true) - fits.begin();
    static_assert(at < static_cast<std::ptrdiff_t>(fits.size()), "no operation of so many tables");
    return std::get<static_cast<std::size_t>(at)>(all_);
  }
  constexpr const std::tuple<Operations...>& all() const { return all_; }

 private:
  std::tuple<Operations...> all_;
};

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/evaluate/operation-inl.hpp"
#endif
