#include "text/told_sentences.hpp"

using namespace kebi;

namespace {

std::string told(const std::string& text) {
  std::string line;
  for (const fact& each : test::read_of_city(text, "2025").report.facts) {
    if (!line.empty()) line += " | ";
    line += each.indicator + ": " + test::told(each);
    if (each.status != status::target) line += ", " + std::string{code(each.status)};
  }
  return line;
}

/// The targets of a list.
std::string listed(const std::string& targets) { return told("2026年主要目标是：" + targets + "。"); }

}  // namespace

TEST_SUITE("targets in words") {
  TEST_CASE("a list of targets states them without numbers") {
    const test::told_sentence rows[] = {
        {"甲类收入增长与经济增长同步",     "甲类收入: growth sync versus 经济增长"                            },
        {"甲类收入和经济增长基本同步",     "甲类收入: growth sync versus 经济增长"                            },
        {"推动甲类报酬提高和乙类效率提高同步", "甲类报酬: growth sync versus 乙类效率提高"                    },
        {"甲类投资增速快于全部投资增速",   "甲类投资: growth exceed versus 全部投资增速"                      },
        {"甲类投资增速保持在全国平均水平以上", "甲类投资: growth exceed versus 全国平均水平"                  },
        {"甲类产量保持稳定",               "甲类产量: level stable"                                           },
        {"甲类浓度、乙类水体比例完成国家下达目标",
         "甲类浓度: level assigned versus 国家下达目标 | 乙类水体比例: level assigned versus 国家下达目标"},
        {"完成国家下达的甲类减排任务",     "甲类减排: growth assigned versus 国家下达的甲类减排任务"          },
        {"甲类收入增速不低于经济增速、乙类收入增速高于丙类收入增速",
         "甲类收入: growth at_least versus 经济增速 | 乙类收入: growth exceed versus 丙类收入增速"},
        {"甲类能耗不高于上年",             "甲类能耗: level at_most versus 上年"                              },
        {"甲类减排和乙类排放强度完成国家下达任务",
         "甲类减排: growth assigned versus 国家下达任务 | 乙类排放强度: growth assigned versus 国家下达任务"},
        {"按照国家要求完成甲类降碳任务",   "甲类降碳: growth assigned versus 按照国家要求"                    },
        {"甲类产量增长5%、乙类收入与经济增长同步",
         "甲类产量: growth 5 % | 乙类收入: growth sync versus 经济增长"                                   },
    };
    for (const auto& each : rows) {
      CAPTURE(each.words);
      CHECK(listed(each.words) == each.facts);
    }
  }

  TEST_CASE("a review states no targets in words, and plans only those of figures") {
    CHECK(told("一年来，甲类收入与经济增长同步。").empty());
    CHECK(told("2026年工作安排\n推动甲类服务与乙类布局同步。").empty());
    CHECK(told("2026年工作安排\n居民收入增长与经济增长同步。") == "居民收入: growth sync versus 经济增长");
  }

  TEST_CASE("the head of a list says whether its targets are binding") {
    CHECK(told("预期性指标：甲类产量增长5%；约束性指标：乙类能耗下降3%。") ==
          "甲类产量: growth 5 % expected | 乙类能耗: growth -3 % binding");
    CHECK(told("2026年主要预期目标是：甲类产量增长5%，乙类能耗下降3%（约束性）。") ==
          "甲类产量: growth 5 % expected | 乙类能耗: growth -3 % binding");
  }

  TEST_CASE("达到 is at least in a list of targets") {
    CHECK(listed("甲类产能达到22亿方") == "甲类产能: level at_least 22 亿方");
    CHECK(listed("甲类产能达到22亿方左右") == "甲类产能: level about 22 亿方");
    CHECK(told("甲类产能达到22亿方。") == "甲类产能: level 22 亿方, actual");
  }
}
