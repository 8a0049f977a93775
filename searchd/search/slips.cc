#include "searchd/search/slips.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace nutgraf::search {

namespace {

constexpr double letter_cost = 1;
constexpr double neighbour_key_cost = 0.7;
constexpr double swap_cost = 0.7;
constexpr double double_cost = 0.6;
constexpr double look_alike_cost = 0.5;
constexpr double first_letter_cost = 0.5;  // In addition.

constexpr std::array<std::string_view, 3> keyboard_rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

/// What looks alike in print, both ways.
struct LookAlike {
    std::string_view one, other;
};
constexpr std::array look_alikes = {
    LookAlike{"rn", "m"}, LookAlike{"cl", "d"}, LookAlike{"vv", "w"}, LookAlike{"li", "h"},
    LookAlike{"ii", "u"}, LookAlike{"ni", "m"}, LookAlike{"in", "m"}, LookAlike{"nn", "m"},
    LookAlike{"l", "i"},  LookAlike{"l", "1"},  LookAlike{"i", "1"},  LookAlike{"o", "0"},
    LookAlike{"e", "c"},  LookAlike{"h", "b"},  LookAlike{"u", "n"},  LookAlike{"s", "5"},
    LookAlike{"b", "8"},  LookAlike{"g", "9"},  LookAlike{"q", "g"},  LookAlike{"t", "f"},
    LookAlike{"t", "l"},  LookAlike{"i", "t"},  LookAlike{"a", "o"},  LookAlike{"z", "2"},
};

/// The place of a key; a row is a little to the right of the one above.
struct KeyPlace {
    double row = -1;
    double column = 0;
};

KeyPlace place_of_key(char letter) {
    for (std::size_t row = 0; row < keyboard_rows.size(); ++row) {
        const auto column = keyboard_rows[row].find(letter);
        if (column != std::string_view::npos)
            return {static_cast<double>(row),
                    static_cast<double>(column) + 0.5 * static_cast<double>(row)};
    }
    return {};
}

bool are_neighbours(char a, char b) {
    const KeyPlace one = place_of_key(a);
    const KeyPlace other = place_of_key(b);
    if (one.row < 0 || other.row < 0) return false;
    return std::abs(one.row - other.row) <= 1 && std::abs(one.column - other.column) <= 1;
}

double replacement_cost(char typed, char meant) {
    if (typed == meant) return 0;
    return are_neighbours(typed, meant) ? neighbour_key_cost : letter_cost;
}

/// Whether a letter is the same as the one before it.
bool is_double(std::string_view word, std::size_t end) {
    return end > 1 && word[end - 1] == word[end - 2];
}

/// The costs of making the beginnings of one word of those of another.
class CostTable {
public:
    CostTable(std::string_view typed, std::string_view meant)
        : typed_(typed), meant_(meant), costs_((typed.size() + 1) * (meant.size() + 1), 0) {
        for (std::size_t i = 0; i <= typed.size(); ++i)
            for (std::size_t j = 0; j <= meant.size(); ++j)
                if (i + j > 0) at(i, j) = least(i, j);
    }

    double result() { return at(typed_.size(), meant_.size()); }

private:
    double& at(std::size_t i, std::size_t j) { return costs_[i * (meant_.size() + 1) + j]; }

    double least(std::size_t i, std::size_t j) {
        double cost = static_cast<double>(i + j) * (letter_cost + first_letter_cost);
        const auto take = [&](std::size_t from_i, std::size_t from_j, double added) {
            const bool is_first = added > 0 && (from_i == 0 || from_j == 0);
            cost = std::min(cost, at(from_i, from_j) + added + (is_first ? first_letter_cost : 0));
        };
        if (i > 0) take(i - 1, j, is_double(typed_, i) ? double_cost : letter_cost);
        if (j > 0) take(i, j - 1, is_double(meant_, j) ? double_cost : letter_cost);
        if (i > 0 && j > 0) take(i - 1, j - 1, replacement_cost(typed_[i - 1], meant_[j - 1]));
        if (i > 1 && j > 1 && typed_[i - 1] == meant_[j - 2] && typed_[i - 2] == meant_[j - 1])
            take(i - 2, j - 2, swap_cost);
        for (const LookAlike& pair : look_alikes) {
            take_alike(i, j, pair.one, pair.other, take);
            take_alike(i, j, pair.other, pair.one, take);
        }
        return cost;
    }

    template <class Take>
    void take_alike(std::size_t i, std::size_t j, std::string_view seen, std::string_view printed,
                    const Take& take) {
        if (typed_.substr(0, i).ends_with(seen) && meant_.substr(0, j).ends_with(printed))
            take(i - seen.size(), j - printed.size(), look_alike_cost);
    }

    std::string_view typed_;
    std::string_view meant_;
    std::vector<double> costs_;
};

}  // namespace

double slip_cost(std::string_view typed, std::string_view meant) {
    constexpr std::size_t most = 64;
    return CostTable(typed.substr(0, most), meant.substr(0, most)).result();
}

}  // namespace nutgraf::search
