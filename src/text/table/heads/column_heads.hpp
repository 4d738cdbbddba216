#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "text/sentence/sentence.hpp"
#include "text/table/table_grid.hpp"
#include "text/table/heads/title.hpp"

namespace kebi::grammar {

/// What the cells of a column are.
enum class role {
  name,      // of what is measured
  region,    // where; the heads of the other columns name what
  time,      // when; likewise
  category,  // what names are grouped by
  number,    // 序号
  unit,
  nature,  // 约束性 or 预期性
  note,    // 备注, 责任单位
  side,    // 项目 beside 指标: 总量, 增速
  figure,
};

/// What the figures of a column measure, as its head says.
struct column_measure {
  kebi::measure measure = kebi::measure::level;
  std::optional<kebi::basis> basis;
  bool of_growth = false;  ///< whether a change is one of a growth: 增速比上年(百分点)
  std::string whole;       ///< of a share, or what a ratio is to: 占GDP比重
  bool index = false;      ///< 上年=100: a level without a unit
  std::optional<comparable> prices;  ///< 现价
};

/// When and where all figures of a column are of.
struct column_scope {
  std::optional<period> span;
  bool to_date = false;  ///< 累计: of the months since January
  std::string region;    ///< 城东区 beside 全市
};

/// A column, as its head, with those above it, describes it: 2024年上半年累计增长(%).
struct column : column_measure, column_scope {
  role is = role::figure;
  bool told = false;  ///< whether the head says what its figures are
  kebi::status status = kebi::status::actual;
  std::string unit;
  std::string noun;  ///< 产量: what its figures are of each row's name
  bool odd = false;  ///< whether its head has words that none of these rules explains
  std::string aside;  ///< those words
  bool open = false;  ///< whether nothing says if its figures are planned or done
};

/// The columns that say what the figures of a row are of.
struct stub_columns {
  std::size_t name = 0;               ///< of names or regions
  std::optional<std::size_t> region;  ///< of regions beside that of names
  std::optional<std::size_t> time;    ///< of times beside that of names
  std::optional<std::size_t> side;    ///< of what each row measures
  std::optional<std::size_t> code;    ///< of codes of a classification: 科目编码
};

/// The columns of a table of targets and outcomes, of a bulletin or of a plan for several
/// years, and what holds for all of them.
struct table_heads : stub_columns {
  std::vector<column> columns;
  std::string first;                  ///< the head above the names
  std::string topic;                  ///< what the title says that all figures are of
  std::string place;                  ///< where, as a line above the table says
  bool plain = false;          ///< no head but the first says anything
  std::optional<period> plan;  ///< the years behind the base of a plan, up to its last one
};

/// Reads the heads; `title` stands above the table and may name its time and its unit.
/// `body` are the rows below: what a column holds tells more than a head that says nothing.
table_heads read_heads(const document& source, const std::vector<row>& heads,
                       const std::vector<row>& body, const title_words& title, const setting& given);

}  // namespace kebi::grammar
