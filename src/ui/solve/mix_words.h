#pragma once

#include <string>
#include <vector>

#include "core/solve/mix.h"

namespace tollmeter::ui {

/// What comes of the mix, one or two sentences.
std::string mix_verdict(const Mix& mix, bool changes);
/// "6,000 posts, 60 accounts".
std::string task_words(const MixTask& task);
/// Where the job is now and where the mix has it, sentences.
std::string mix_row_words(const MixRow& row, const Catalog& catalog);
/// What is not the same there, with its source; empty where nothing is said.
std::string differs_words(const JobOffer& offer, const JobTable& table);
/// "Postiz Ultimate adds $99.00; Blotato Agency adds $499.00"; empty where there is none.
std::string compared_words(const MixRow& row, const Catalog& catalog);
/// "Zernio: its price is not published. Data365: ..."; empty where all were compared.
std::string not_compared_words(const MixRow& row, const Catalog& catalog);

}  // namespace tollmeter::ui
