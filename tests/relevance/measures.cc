#include "tests/relevance/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace nutgraf::tests {

namespace {

bool is_relevant(int grade) {
    return grade > 0;
}

double gain_of(const std::vector<int>& grades, std::size_t depth) {
    double gain = 0;
    for (std::size_t i = 0; i < std::min(depth, grades.size()); ++i)
        gain += (std::exp2(grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
    return gain;
}

}  // namespace

double recall_at(const Ranking& ranking, std::size_t depth) {
    if (ranking.judged.empty()) return 0;
    const std::size_t seen = std::min(depth, ranking.grades.size());
    const auto end = ranking.grades.begin() + static_cast<std::ptrdiff_t>(seen);
    const auto found = std::count_if(ranking.grades.begin(), end, is_relevant);
    return static_cast<double>(found) / static_cast<double>(std::min(depth, ranking.judged.size()));
}

double reciprocal_rank(const Ranking& ranking) {
    const auto first = std::ranges::find_if(ranking.grades, is_relevant);
    if (first == ranking.grades.end()) return 0;
    return 1.0 / static_cast<double>(first - ranking.grades.begin() + 1);
}

double ndcg_at(const Ranking& ranking, std::size_t depth) {
    std::vector<int> ideal = ranking.judged;
    std::ranges::sort(ideal, std::greater());
    const double best = gain_of(ideal, depth);
    return best == 0 ? 0 : gain_of(ranking.grades, depth) / best;
}

double average_precision(const Ranking& ranking) {
    if (ranking.judged.empty()) return 0;
    double sum = 0;
    double found = 0;
    for (std::size_t i = 0; i < ranking.grades.size(); ++i)
        if (is_relevant(ranking.grades[i])) sum += ++found / static_cast<double>(i + 1);
    return sum / static_cast<double>(ranking.judged.size());
}

}  // namespace nutgraf::tests
