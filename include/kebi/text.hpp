#pragma once

/// Reading the words of reports and writing them; compiled into kebi::kebi.
#include "kebi/text/explain.hpp"
#include "kebi/text/language.hpp"
#include "kebi/text/print_period.hpp"
#include "kebi/text/print_phrase.hpp"
#include "kebi/text/print_sentence.hpp"
#include "kebi/text/read_period.hpp"
#include "kebi/text/read_phrase.hpp"
#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"
