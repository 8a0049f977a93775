#pragma once

#include "analyzers/entities/draft.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// What stands before a role.
enum class Article : std::uint8_t { absent, definite, indefinite, possessive };

/// Gathers what stands before a role as a text is walked: "the former US", "Labour",
/// "defense and foreign". Borrows the draft. Not thread-safe: one per thread.
class RoleLead {
public:
    static constexpr std::size_t most_modifiers = 3;

    /// What has been read of the words before a role.
    struct Words {
        std::uint32_t first = none;
        std::uint32_t end = none;  ///< The word behind it, where it may go on.
        Title title;
        Article article = Article::absent;
        /// Words that stand for further roles, in order.
        std::array<std::uint32_t, most_modifiers> modifiers{};
        std::size_t modifier_count = 0;
        std::uint32_t loose_words = 0;  ///< Adjectives of no meaning here: "embattled".
    };

    explicit RoleLead(const Draft& draft) : draft_(draft), text_(draft.text) {}

    void clear() { words_ = {}; }

    /// Forgets what does not reach to a word.
    void go_to(std::uint32_t at);

    /// Takes one more word or name, or forgets them all. Returns the word behind it.
    std::uint32_t add(std::uint32_t at);

    const Words& words() const { return words_; }

private:
    std::uint32_t add_place(const Match& match);
    std::uint32_t add_party(const Match& match);
    std::uint32_t add_organisation(const Match& match);
    bool add_word(std::uint32_t at);

    const Draft& draft_;
    const Reading& text_;
    Words words_;
    std::vector<Meaning> meanings_;
};

/// Whether a word that is no name may be the first of those before a role.
bool may_lead(Grammar grammar, WordBits bits);

}  // namespace nutgraf::entities
