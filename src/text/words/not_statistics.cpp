#include "text/words/not_statistics.hpp"

#include <algorithm>
#include <iterator>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// The words of a text by their places.
struct word_places {
  std::string_view all;
  const tokens& words;

  const word_list& known(group which) const { return (*words.known)[which]; }
  word kind(std::size_t k) const { return k < words.all.size() ? words.all[k].is : word::stop; }
  std::string_view shown(std::size_t k) const {
    if (k >= words.all.size()) return {};
    return all.substr(words.all[k].begin, words.all[k].end - words.all[k].begin);
  }
  const numeral& number(std::size_t k) const { return words.numbers[words.all[k].at]; }
  std::string_view unit_of(const numeral& n) const {
    return all.substr(n.unit.begin, n.unit.end - n.unit.begin);
  }
};

/// A number with the words right beside it.
struct number_place : word_places {
  number_place(const folded& text, const tokens& of, std::size_t i)
      : word_places{text.text(), of},
        i_{i},
        n_{number(i)},
        before_{i > 0 ? kind(i - 1) : word::stop},
        behind_{kind(i + 1)} {}

  std::string_view unit() const { return unit_of(n_); }
  bool is_bare() const { return n_.unit.begin == n_.unit.end; }
  /// Whether words go on behind the number, so that it may be a part of a name.
  bool goes_on() const { return behind_ == word::text; }

  /// Whether a verb or a bound in front of the number tells it of something: 完成3年.
  bool is_said() const {
    static constexpr word tells[] = {word::reach, word::to,   word::before,  word::rise,
                                     word::fall,  word::hold, word::control, word::each,
                                     word::all,   word::sign, word::narrow,  word::widen};
    return std::ranges::find(tells, before_) != std::end(tells);
  }

  /// Whether the number is an order of magnitude and no figure: 百, 千, 万, 亿 first.
  bool starts_with_power() const {
    return starts_with_any(all.substr(words.all[i_].begin), {"百", "千", "万", "亿"});
  }

  std::size_t i_;
  const numeral& n_;
  word before_, behind_;
};

/// Amounts that are a size, an age or a time of something, and no figure of it.
struct attributes : number_place {
  using number_place::number_place;

  /// 60岁以上, 0-15岁人口.
  bool is_age() const {
    const bool spans = before_ == word::to && i_ > 1 && kind(i_ - 2) == word::number;
    if (is_said() && !spans) return false;
    if (!spans && ends_with_any(unit(), {"岁", "周岁"}) && behind_ == word::after && shown(i_ + 1) != "左右") return true;
    if (n_.form != form::plain) return false;
    const bool lower = is_bare() && (behind_ == word::dash || behind_ == word::to) && kind(i_ + 2) == word::number;
    const std::string_view of = unit_of(lower ? number(i_ + 2) : n_);
    const bool upper = spans || (before_ == word::dash && i_ > 1 && kind(i_ - 2) == word::number);
    return (of == "岁" || of == "周岁") && (lower || upper || goes_on());
  }

  /// 连跨四个千亿元台阶, 突破万亿, 突破5万关口: orders of magnitude, of which no figure is told.
  bool is_magnitude() const {
    if (!is_said() && n_.written.chinese && starts_with_power() && known(group::step).starts(shown(i_ + 1)))
      return true;
    const bool rounded = n_.unit.bare_scale;
    const bool gate = behind_ == word::after && ends_with_any(shown(i_ + 1), {"关口", "大关"});
    if (rounded && before_ == word::before && (starts_with_power() || gate) &&
        (n_.written.chinese || behind_ == word::after))
      return true;
    return !is_said() && unit() == "个" && behind_ == word::number && number(i_ + 1).written.chinese &&
           starts_with_any(shown(i_ + 2), {"台阶", "大关"});  // 两个千亿元台阶
  }

  /// 1%人口抽样调查, 排名前1%的学科.
  bool is_share_of_set() const {
    if (n_.form != form::percent) return false;
    return (goes_on() && shown(i_ + 1).find("抽样") != std::string_view::npos) ||
           (before_ == word::text && ends_with(shown(i_ - 1), "前"));
  }

  /// 以下4个方面, 等6方面: parts of what is said; 50米内: how far around.
  bool is_aspect() const {
    const std::string_view counted = unit() == "个" ? shown(i_ + 1) : all.substr(n_.unit.begin);
    if (starts_with_any(counted, {"方面", "维度", "层面"})) return true;
    return ends_with_any(unit(), {"米", "公里", "分钟"}) && shown(i_ + 1).starts_with("内");
  }

  /// 日产500吨熟料生产线, 时速350公里的高铁; 首个超百亿元水利工程: a size in the name of what has it.
  bool is_capacity() const {
    if (goes_on() && unit() == "千伏") return true;  // 500千伏输变电工程
    const bool attribute = goes_on() || (behind_ == word::of && kind(i_ + 2) == word::text);
    if (attribute && before_ == word::text && known(group::capacity).ends(shown(i_ - 1))) return true;
    return goes_on() && before_ == word::before && shown(i_ - 1) == "超" && n_.written.chinese &&
           starts_with_power() && unit().ends_with("元") && !known(group::step).starts(shown(i_ + 1));
  }

  /// 5级, 百亿级.
  bool is_grade() const {
    return unit() == "级" || unit().ends_with("亿级") || unit().ends_with("万级");
  }

  /// 3年行动, 待售3年以下面积.
  bool is_duration() const {
    if (unit() == "周" && shown(i_ + 1).starts_with("年")) return true;
    const bool of_time = ends_with_any(unit(), {"年", "个月", "天"});
    if (of_time && before_ == word::before && shown(i_ - 1) == "近") return true;  // 近3年提升
    if (of_time && behind_ == word::of && !is_said()) return true;  // 戴了35年的贫困帽
    const bool open = ends_with_any(unit(), {"分钟", "小时"}) && shown(i_ - 1) == "实现";
    if (is_said() && !open) return false;  // 实现24小时开放
    if (goes_on() && n_.form == form::plain &&
        (ends_with_any(unit(), {"分钟", "小时", "个月", "周年"}) || unit() == "天" ||
         unit() == "年" || unit() == "周"))
      return true;
    return behind_ == word::after && kind(i_ + 2) == word::text &&
           ends_with_any(unit(), {"年", "个月", "天", "小时"});
  }
};

/// The rules that say why a number is no statistic.
class passing_rules : attributes {
 public:
  using attributes::attributes;

  std::string_view reason() const {
    if (in_title(all, words.all[i_].begin, words.all[i_].end)) return "title";
    if (n_.form == form::ordinal) return {};
    if (is_list_number()) return "list_number";
    if (n_.written.chinese)
      if (const listed_word* phrase =
              known(group::set_phrase).longest_start_of(all.substr(words.all[i_].begin)))
        return phrase->detail;
    if (const std::string_view quoted = why_quoted(); !quoted.empty()) return quoted;
    if (is_meeting()) return "ordinal";
    if (before_ == word::text && ends_with(shown(i_ - 1), "双") && is_bare()) return "name";
    if (n_.unit.bare_scale && n_.written.chinese && starts_with_power() && goes_on()) return "name";  // 百万移民
    if (is_age() || is_magnitude() || is_share_of_set() || is_grade() || is_aspect()) return "other";
    if (is_duration()) return "duration";
    if (is_capacity()) return "name";
    if (is_bare() && is_caption()) return "list_number";
    if (unit() == "分" && goes_on() && !is_said()) return "name";
    if (names_table(i_) || (before_ == word::dash && i_ > 1 && names_table(i_ - 2))) return "list_number";
    return is_name() ? "name" : std::string_view{};
  }

 private:
  /// "两个确立", "从0到1", "20条政策": numbers in quotes are no figures unless an amount is told,
  /// as in "增长5.2%".
  std::string_view why_quoted() const {
    const quoted_words quoted = quotes_around(words, i_);
    if (quoted.empty()) return {};
    if (before_ == word::quote && behind_ == word::quote && known(group::document).starts(shown(i_ + 2)))
      return "title";
    const std::size_t first = quoted.open + 1;
    const bool counts = kind(first) == word::number && number(first).written.chinese;
    const bool amount = !counts && (n_.form != form::plain || n_.value.decimals() > 0 ||
                                    unit().ends_with("元") || n_.unit.bare_scale);
    if (amount && !(before_ == word::quote && behind_ == word::quote)) return {};
    return (counts && first + 1 < quoted.close) || kind(first) == word::from ? "idiom" : "name";
  }

  /// 十二届十一次全会, 人大三次会议: which meeting it is, as against 召开3次会议.
  bool is_meeting() const {
    return n_.written.chinese && unit() == "次" && before_ == word::text &&
           known(group::meeting).starts(shown(i_ + 1)) &&
           known(group::meeting_of).ends(shown(i_ - 1));
  }

  /// 1、 1. 1) at the start of a line, and 1.2.3 before words.
  bool is_list_number() const {
    if (n_.written.broken && goes_on() && (before_ == word::stop || i_ == 0)) return true;
    const bool starts = before_ == word::stop || before_ == word::open || before_ == word::dash ||
                        (before_ == word::text && shown(i_ - 1) == " ");
    return is_bare() && starts &&
           (behind_ == word::list || behind_ == word::close || shown(i_ + 1).starts_with("."));
  }

  /// 如图3, and 图3 at the start of a line; 图3-1 has a number more.
  bool names_table(std::size_t k) const {
    if (k == 0 || kind(k) != word::number || kind(k - 1) != word::text || !unit_of(number(k)).empty())
      return false;
    const bool starts = k == 1 || kind(k - 2) == word::stop;
    return known(group::table_reference).ends(shown(k - 1)) ||
           (starts && (shown(k - 1) == "图" || shown(k - 1) == "表"));
  }

  /// 图1, 表 2 inside a text whose lines have been joined.
  bool is_caption() const {
    if (before_ != word::text) return false;
    std::string_view before = shown(i_ - 1);
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before == "表" || before == "图" || ends_with_any(before, {" 表", " 图"});
  }

  /// 附件2, 电话:12345, 16号线, 13-04地块.
  bool is_name() const {
    if (!is_bare()) return false;
    const word_list &serial = known(group::serial_number), &telephone = known(group::telephone);
    if (before_ == word::text && (serial.ends(shown(i_ - 1)) || telephone.ends(shown(i_ - 1))))
      return true;
    if (before_ == word::colon && i_ > 1 && kind(i_ - 2) == word::text &&
        telephone.ends(shown(i_ - 2)))
      return true;
    if (!is_said() && goes_on() && n_.form == form::plain && !shown(i_ + 1).starts_with(" "))
      return true;
    if (before_ == word::dash && i_ > 1 && kind(i_ - 2) == word::number &&
        all[words.all[i_ - 2].begin] == '0' && words.all[i_].end - words.all[i_].begin >= 7)
      return true;  // 021-12345678
    if (before_ == word::dash && i_ > 1 && ends_with(shown(i_ - 2), "号")) return true;  // 123号-1
    if (behind_ == word::dash && kind(i_ + 2) == word::number && kind(i_ + 3) == word::text &&
        unit_of(number(i_ + 2)).empty() && !is_said())
      return true;
    return before_ == word::dash && i_ > 1 && kind(i_ - 2) == word::number &&
           unit_of(number(i_ - 2)).empty() && goes_on();
  }
};

/// Words that no name in quotes goes over.
bool ends_quoted(word is) { return is == word::stop || is == word::comma; }

}  // namespace

quoted_words quotes_around(const tokens& words, std::size_t i) {
  constexpr std::size_t near = 6, far = 40;
  const auto& of = words.all;
  std::size_t open = i;
  while (open > 0 && i - open < near && of[open - 1].is != word::quote &&
         !ends_quoted(of[open - 1].is))
    --open;
  if (open == 0 || of[open - 1].is != word::quote) return {};
  std::size_t close = i + 1;
  while (close < of.size() && close - i < near && of[close].is != word::quote &&
         !ends_quoted(of[close].is))
    ++close;
  if (close == of.size() || of[close].is != word::quote) return {};
  std::size_t quotes = 0;  // of the sentence up to here: an odd one opens
  for (std::size_t k = open; k > 0 && open - k < far && of[k - 1].is != word::stop; --k)
    quotes += of[k - 1].is == word::quote;
  return quotes % 2 == 1 ? quoted_words{open - 1, close} : quoted_words{};
}

bool in_title(std::string_view all, std::size_t begin, std::size_t end) {
  const std::size_t stop = begin > 150 ? begin - 150 : 0;
  for (std::size_t at = begin; at > stop; --at) {
    const char c = all[at - 1];
    if (c == '\n') return false;
    if (c != '\x8A' && c != '\x8B') continue;  // the last bytes of 《 and 》
    if (at >= 3 && all[at - 2] == '\x80' && all[at - 3] == '\xE3')
      return c == '\x8A' && all.substr(end, 150).find("》") != std::string_view::npos;
  }
  return false;
}

std::string_view reason_to_pass(const folded& text, const tokens& words, std::size_t i) {
  if (i >= words.all.size() || words.all[i].is != word::number) return {};
  return passing_rules{text, words, i}.reason();
}

}  // namespace kebi::grammar
