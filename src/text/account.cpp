#include "account.hpp"

#include <algorithm>
#include <array>

#include "character_set.hpp"
#include "passing.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

/// Words with numerals in them, and what they are.
struct set_phrase {
  std::string_view words, reason;
};
constexpr set_phrase phrases[] = {
    {"长三角", "name"}, {"珠三角", "name"}, {"长江三角洲", "title"}, {"一网通办", "name"}, {"一带一路", "name"}, {"多证合一", "name"},
    {"一窗受理", "name"}, {"第一产业", "name"}, {"第二产业", "name"}, {"第三产业", "name"}, {"第三方", "name"}, {"一二三产业", "name"},
    {"三次产业", "name"}, {"四大新兴产业", "name"}, {"三农", "name"}, {"两会", "name"}, {"两网", "name"}, {"两委", "name"}, {"两高", "name"},
    {"新一代", "idiom"}, {"新一轮", "idiom"}, {"六个稳", "idiom"}, {"六稳", "idiom"}, {"六保", "idiom"}, {"时间过半", "idiom"}, {"任务过半", "idiom"},
    {"双过半", "idiom"}, {"一批", "other"}, {"一系列", "other"}, {"万亿级", "other"}, {"千亿级", "other"}, {"百亿级", "other"},
    {"二次供水", "name"}, {"十九大", "name"}, {"二十大", "name"}, {"十八大", "name"},
    {"三线一单", "name"}, {"三化", "name"},
    {"一体两翼", "name"}, {"两个维护", "idiom"}, {"四个意识", "idiom"}, {"四个自信", "idiom"}, {"三重压力", "idiom"}, {"放管服", "name"},
    {"第一小学", "name"}, {"第二小学", "name"}, {"第一中学", "name"}, {"第二中学", "name"}, {"一站式", "name"}, {"一件事", "name"},
};

/// The characters that set phrases and counted numerals start with.
const character_set& phrase_starts() {
  static const character_set starts = [] {
    character_set all{U"零一二三四五六七八九十百千万亿两〇第见"};
    for (const set_phrase& each : phrases) all.add(code_point(character(each.words)));
    return all;
  }();
  return starts;
}

bool is_numeral(std::string_view one) {
  static const character_set all{U"零一二三四五六七八九十百千万亿两〇"};
  return one.size() == 3 && all.holds(code_point(one));
}

class accountant {
 public:
  accountant(const document& source, reading& result) : source_{source}, text_{source.text().text()}, result_{result} {}

  void run() {
    cover_facts();
    find_titles();
    for (const block& one : source_.blocks()) list_number(one);
    set_phrases();
    for (std::size_t i = 0; i < source_.words().all.size(); ++i) account(i);
    for (std::size_t begin = 0; begin < text_.size(); ++begin) {  // what stands beside a set phrase
      if (!is_digit(text_[begin]) || covered_[begin]) continue;
      std::size_t end = begin;
      while (end < text_.size() && is_digit(text_[end]) && !covered_[end]) ++end;
      leave(begin, end, "no indicator found for it");
    }
    asides();
    std::ranges::stable_sort(result_.passed, {}, &passed::start);
    std::ranges::stable_sort(result_.unread, {}, &unread::start);
  }

 private:
  /// Folded bytes that a fact or an item already holds.
  bool taken(std::size_t begin, std::size_t end) const {
    return std::any_of(covered_.begin() + static_cast<std::ptrdiff_t>(begin),
                       covered_.begin() + static_cast<std::ptrdiff_t>(std::min(end, covered_.size())), [](bool b) { return b; });
  }
  void take(std::size_t begin, std::size_t end) {
    std::fill(covered_.begin() + static_cast<std::ptrdiff_t>(begin),
              covered_.begin() + static_cast<std::ptrdiff_t>(std::min(end, covered_.size())), true);
  }

  void cover_facts() {
    covered_.assign(text_.size(), false);
    // Facts are in the order of their places, and so are the folded bytes.
    std::size_t at = 0;
    std::size_t reach = 0;
    for (const fact& each : result_.report.facts) {
      if (each.end <= reach) continue;
      reach = each.end;
      while (at < text_.size() && source_.text().start(at) < each.start) ++at;
      while (at < text_.size() && source_.text().start(at) < each.end) covered_[at++] = true;
    }
  }

  /// Tags with digits, where no item reaches over them.
  void asides() {
    if (source_.text().asides().empty()) return;
    const std::string_view source = source_.text().source();
    std::vector<bool> held(source.size(), false);
    const auto hold = [&](std::size_t start, std::size_t end) {
      std::fill(held.begin() + static_cast<std::ptrdiff_t>(start), held.begin() + static_cast<std::ptrdiff_t>(end), true);
    };
    std::size_t reach = 0;
    for (const fact& each : result_.report.facts) {
      if (each.end <= reach) continue;
      hold(std::max(reach, each.start), each.end);
      reach = each.end;
    }
    for (const passed& each : result_.passed) hold(each.start, each.end);
    for (const unread& each : result_.unread) hold(each.start, each.end);
    for (const auto& [start, end] : source_.text().asides())
      if (!held[start]) result_.passed.push_back({std::string{source.substr(start, end - start)}, start, end, "other"});
  }

  /// 《…》 hold titles.
  void find_titles() {
    in_title_.assign(text_.size(), false);
    opens_.assign(text_.size(), false);
    bool inside = false;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\n') inside = false;
      if (text_[i] != '"') continue;
      opens_[i] = !inside;
      inside = !inside;
    }
    for (std::size_t at = text_.find("《"); at != std::string_view::npos;) {
      const std::string_view inside_of = text_.substr(at, 300);
      const std::size_t close = inside_of.find("》");
      const std::size_t end = close == std::string_view::npos ? close : at + close;
      if (end != std::string_view::npos && inside_of.substr(0, close).find('\n') == std::string_view::npos)
        std::fill(in_title_.begin() + static_cast<std::ptrdiff_t>(at), in_title_.begin() + static_cast<std::ptrdiff_t>(end), true);
      at = text_.find("《", at + 3);
    }
  }

  void pass(std::size_t begin, std::size_t end, std::string_view reason) {
    if (begin >= end || taken(begin, end)) return;
    take(begin, end);
    const std::size_t from = source_.text().start(begin), to = source_.text().end(end);
    result_.passed.push_back({std::string{source_.text().source().substr(from, to - from)}, from, to, std::string{reason}});
  }
  void leave(std::size_t begin, std::size_t end, std::string_view reason) {
    if (taken(begin, end)) return;
    take(begin, end);
    const std::size_t from = source_.text().start(begin), to = source_.text().end(end);
    result_.unread.push_back({std::string{source_.text().source().substr(from, to - from)}, from, to, std::string{reason}});
  }

  /// 一、 (一) 1、 1. at the start of a block or a cell, and 表一.
  void list_number(const block& one) {
    std::size_t at = one.begin;
    while (at < one.end && (text_[at] == '#' || text_[at] == ' ' || text_[at] == '-' || text_[at] == '|')) ++at;
    const std::string_view line = text_.substr(at, one.end - at);
    std::size_t length = 0;
    const bool open = line.starts_with('(');
    const bool table = line.starts_with("表") || line.starts_with("图");
    if (open) length = 1;
    if (table) length = 3;
    const std::size_t digits = length;
    while (length < line.size()) {
      const std::string_view next = character(line.substr(length));
      if (!is_digit(next.front()) && !is_numeral(next)) break;
      if (length > digits && is_digit(next.front()) != is_digit(line[length - 1])) break;  // 表一2019年
      length += next.size();
      if (length - digits > 9) return;
    }
    if (length == digits) return;
    const std::string_view behind = line.substr(length);
    if (table) return pass(at, at + length, "list_number");
    if (open) {
      if (behind.starts_with(')')) pass(at, at + length + 1, "list_number");
      return;
    }
    if (behind.starts_with("、") || behind.starts_with(")")) return pass(at, at + length + (behind.starts_with(")") ? 1 : 3), "list_number");
    if (behind.starts_with(".") && !(behind.size() > 1 && is_digit(behind[1]))) pass(at, at + length + 1, "list_number");
  }

  void set_phrases() {
    // One pass over the characters that such phrases start with.
    const character_set& starts = phrase_starts();
    for (std::size_t at = 0; at < text_.size();) {
      if (static_cast<unsigned char>(text_[at]) < 0xE0) {
        ++at;
        continue;
      }
      const std::string_view rest = text_.substr(at);
      const std::string_view one = character(rest);
      const std::size_t step = one.size();
      if (const char32_t c = code_point(one); step == 3 && starts.holds(c)) {
        for (const set_phrase& each : phrases)
          if (rest.starts_with(each.words)) {
            pass(at, at + each.words.size(), each.reason);
            break;
          }
        if (c == U'见' && rest.starts_with("见表")) {
          const std::size_t table = rest.find("表");
          const std::string_view numeral_at = character(rest.substr(table + 3));
          if (is_numeral(numeral_at) || (!numeral_at.empty() && is_digit(numeral_at.front()))) pass(at + table, at + table + 3 + numeral_at.size(), "list_number");
        }
        if (c == U'第' || is_numeral(character(rest))) chinese(at, rest);
      }
      at += step;
    }
  }

  /// 三年, 一期, 四大领域, 一是: numerals with the word that they count.
  void chinese(std::size_t at, std::string_view rest) {
    const bool ordinal = rest.starts_with("第");
    std::size_t length = ordinal ? 3 : 0;
    std::size_t digits = 0;
    while (length < rest.size() && digits < 5) {
      const std::string_view next = character(rest.substr(length));
      if (!is_numeral(next) && !(ordinal && is_digit(next.front()))) break;
      length += next.size();
      ++digits;
    }
    if (digits == 0 || taken(at, at + length)) return;
    if (at >= 3 && (is_numeral(text_.substr(at - 3, 3)) || text_.substr(at - 3, 3) == "第")) return;  // inside a numeral
    const std::string_view behind = rest.substr(length);
    struct counted {
      std::string_view word, reason;
    };
    if (ordinal) {
      if (behind.starts_with("届") && rest.substr(length + 3).starts_with("二中")) return;
      for (const std::string_view classifier : {"次", "届", "批", "轮", "个", "期", "条", "位", "名", "类", "阶段", "方阵", "季度", "款", "项", "章", "部", "家", "代"})
        if (behind.starts_with(classifier)) return pass(at, at + length + classifier.size(), "ordinal");
      return pass(at, at + length, "ordinal");
    }
    static constexpr counted words[] = {
        {"分钟", "duration"}, {"年行动", "duration"}, {"年", "duration"}, {"个月", "duration"}, {"期", "ordinal"}, {"星", "ordinal"},
        {"届", "ordinal"}, {"大", "other"}, {"地", "other"}, {"级", "other"}, {"是", "list_number"}, {"条", "title"}, {"化", "name"},
    };
    const bool starts_clause = at == 0 || text_[at - 1] == '\n' || text_.substr(0, at).ends_with("。") || text_[at - 1] == ';' || text_[at - 1] == '"';
    for (const counted& each : words) {
      if (!behind.starts_with(each.word)) continue;
      if (each.word == "是" && !starts_clause) continue;
      if (each.word == "级" && rest.starts_with("一级")) continue;
      if (each.word == "大" && digits > 1) continue;
      if ((each.word == "条" || each.word == "化" || each.word == "地") && rest.starts_with("一")) continue;
      std::size_t end = length + (each.word == "年行动" ? 3 : each.word.size());
      if (each.word == "大" || each.word == "地") {
        if (each.word == "大" && behind.size() > 9) end = length + 3 + (behind.substr(3).starts_with("领域") ? 6 : 0);
      }
      return pass(at, at + end, each.reason);
    }
    // A numeral between quotes is part of a name.
    if (at > 0) {
      const std::size_t near = at > 60 ? at - 60 : 0;
      const std::size_t before = text_.substr(near, at - near).rfind('"');
      const std::size_t open = before == std::string_view::npos ? before : near + before;
      const std::size_t after = text_.substr(at, 60).find('"');
      const std::size_t close = after == std::string_view::npos ? after : at + after;
      if (open != std::string_view::npos && close != std::string_view::npos && at - open < 13 && close - at < 19 && close - open < 31 &&
          text_.substr(open, close - open).find("。") == std::string_view::npos && text_.substr(open, close - open).find(',') == std::string_view::npos &&
          opens_[open])
        pass(open + 1, close, "name");
    }
  }

  bool has_digit(std::size_t begin, std::size_t end) const {
    return std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
  }

  /// Each run of digits of a token that nothing holds yet.
  void account(std::size_t i) {
    const token& t = source_.words().all[i];
    if (!has_digit(t.begin, t.end)) return;
    for (std::size_t at = t.begin; at < t.end;) {
      if (!is_digit(text_[at]) || covered_[at]) {
        ++at;
        continue;
      }
      std::size_t begin = at, end = at;
      while (end < t.end && is_digit(text_[end]) && !covered_[end]) ++end;
      at = end;
      if (in_title_[begin]) {
        if (t.is == word::period && !taken(t.begin, t.end)) pass(t.begin, at = t.end, "title");
        else pass(begin, end, "title");
        continue;
      }
      if (t.is == word::period) {
        if (!taken(t.begin, t.end)) pass(t.begin, at = t.end, "date");
        else pass(begin, end, "date");
        continue;
      }
      if (t.is == word::number) {
        const std::size_t from = taken(t.begin, t.end) ? begin : t.begin, to = taken(t.begin, t.end) ? end : t.end;
        at = to;
        number(i, from, to);
        continue;
      }
      // PM2.5, G1A-04, 1+12+X
      const auto joins = [&](std::size_t k) {
        return k < text_.size() && !covered_[k] && (is_digit(text_[k]) || is_letter(text_[k]) || text_[k] == '.' || text_[k] == '-' || text_[k] == '+');
      };
      while (begin > t.begin && joins(begin - 1)) --begin;
      while (end < t.end && joins(end)) ++end;
      while (end > begin && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
      at = std::max(at, end);
      pass(begin, end, "name");
    }
  }

  void number(std::size_t i, std::size_t from, std::size_t to) {
    const auto& words = source_.words();
    const numeral& n = words.numbers[words.all[i].at];
    const auto kind = [&](std::size_t k) { return k < words.all.size() ? words.all[k].is : word::stop; };
    const std::string_view reason = reason_to_pass(source_.text(), words, i);
    if (n.form == form::ordinal) return pass(from, to, "ordinal");
    if (!reason.empty()) {
      if (reason == "name" && n.unit_begin == n.unit_end && kind(i + 1) == word::dash && kind(i + 2) == word::number &&
          !taken(from, words.all[i + 2].end))
        to = words.all[i + 2].end;  // 13-04
      if (reason == "name" && i + 1 < words.all.size()) {
        const std::string_view behind = text_.substr(to);
        for (const std::string_view tail : {"号线", "英寸", "区块", "号"})
          if (behind.starts_with(tail) && !taken(to, to + tail.size())) {
            to += tail.size();
            break;
          }
      }
      if (reason == "duration" && text_.substr(to).starts_with("年")) to += 3;
      if (reason == "other" && kind(i + 1) == word::after && !taken(to, words.all[i + 1].end)) to = words.all[i + 1].end;
      return pass(from, to, reason);
    }
    const std::string_view unit = text_.substr(n.unit_begin, n.unit_end - n.unit_begin);
    if (unit == "年" || unit == "个月" || unit == "天" || unit == "日" || unit == "月" || unit == "周" || unit == "小时" || unit == "季度" || unit == "个季度")
      return pass(from, to, "duration");
    // In brackets beside a comparison: the value of what is compared with.
    const bool aside = i > 0 && kind(i - 1) == word::open && kind(i + 1) == word::close;
    if (aside && n.unit_begin == n.unit_end) return pass(from, to, "list_number");
    if (aside) return pass(from, to, "other");
    // 31个行业中,: the set that the sentence speaks of.
    for (std::size_t k = i + 1; k < i + 16; ++k) {
      if (kind(k) == word::number || kind(k) == word::stop) break;
      if (kind(k) == word::comma && text_.substr(0, words.all[k].begin).ends_with("中")) return pass(from, to, "other");
    }
    if (n.unit_begin == n.unit_end && n.value.decimals() == 0 && !n.too_large && kind(i + 1) != word::comma && kind(i + 1) != word::stop)
      return pass(from, to, "name");
    leave(from, to, n.too_large ? "more digits than any statistic has" : "no indicator found for it");
  }

  const document& source_;
  std::string_view text_;
  reading& result_;
  std::vector<bool> covered_, in_title_;
  std::vector<bool> opens_;  // quotes that open, counted from the start of their line
};

}  // namespace

void account_for(const document& source, reading& result) { accountant{source, result}.run(); }

}  // namespace kebi::grammar
