#pragma once

#include "analyzers/entities/clues.h"
#include "analyzers/entities/gazetteer.h"
#include "analyzers/text/token.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

enum class MentionKind : std::uint8_t { organisation, official, person };

/// What gave a mention away.
enum class Via : std::uint8_t { name, alias, acronym, role, coreference };

/// "name", "alias", "acronym", "role" or "coreference".
std::string_view name_of(Via via);

/// A place of a text where an organisation or a person is named.
///
/// The span is the name without title, honorific, article and possessive, or where no name stands
/// the role ("the PM") or the description ("the telecoms giant"), without its article.
struct Mention {
    std::uint32_t begin = 0;  ///< Bytes of the text, [begin, end).
    std::uint32_t end = 0;
    std::uint32_t first_token = 0;  ///< Tokens of the text, both included.
    std::uint32_t last_token = 0;
    MentionKind kind = MentionKind::organisation;
    std::string id;    ///< Of the gazetteer; for a person outside it a slug of the name, for an
                       ///< organisation outside it empty.
    std::string name;  ///< As shown: the gazetteer's, else the fullest in the text.
    Via via = Via::name;
    std::string role;         ///< Id of the role that the text or the date gives; may be empty.
    std::string office;       ///< Id of the office; may be empty.
    std::string party;        ///< Id of the party.
    std::string state;        ///< Two letters of a state.
    std::string country;      ///< Two capital letters.
    bool is_past = false;     ///< The role is a former one.
    bool is_nominal = false;  ///< A description or a role instead of a name.
    double confidence = 0;    ///< 0 to 1.
    Clues clues;              ///< What decided; none for a description or a role.

    bool operator==(const Mention&) const = default;
};

/// How somebody's words are given.
enum class QuoteKind : std::uint8_t {
    direct,    ///< Whole sentences, word for word.
    partial,   ///< A few words in quotation marks within the reporter's own.
    indirect,  ///< What was said, in the reporter's words.
};

/// "direct", "partial" or "indirect".
std::string_view name_of(QuoteKind kind);

/// A place of a text that gives what somebody said.
///
/// The span is what was said: without quotation marks around it, "that" before it and a comma or,
/// but for whole sentences in quotation marks, a full stop behind it.
struct Quote {
    std::uint32_t begin = 0;  ///< Bytes of the text, [begin, end).
    std::uint32_t end = 0;
    std::uint32_t first_token = 0;  ///< Tokens of the text, both included.
    std::uint32_t last_token = 0;
    QuoteKind kind = QuoteKind::direct;
    std::uint32_t speaker = none;     ///< Which of the mentions names who said it; else none.
    std::uint32_t speaker_begin = 0;  ///< Bytes that stand for the speaker there, a name, a role or
    std::uint32_t speaker_end = 0;    ///< "he"; empty where nothing does.
    std::uint32_t cue_begin = 0;      ///< Bytes of the verb, or of "according to"; may be empty.
    std::uint32_t cue_end = 0;
    double confidence = 0;  ///< 0 to 1, of the speaker.

    bool operator==(const Quote&) const = default;
};

/// A text to be analysed: a headline, a line feed and what stands under it, or just a text.
struct AnalysisText {
    std::string_view text;
    const analyzers::Tokens& tokens;  ///< Of the text.
    std::size_t title_bytes = 0;      ///< How much of the text is the headline; 0: not told apart.
    std::optional<std::chrono::sys_days> published;  ///< Offices are never resolved without.
    std::string_view lang;                           ///< ISO 639 code; empty when unknown.
};

/// What is recognised in a text.
struct Analysis {
    /// By begin, then the longer first; of one kind they do not overlap.
    std::vector<Mention> mentions;
    /// By begin, then the longer first. One may stand inside another: a few words in quotation
    /// marks within indirect speech.
    std::vector<Quote> quotes;
};

/// Recognises organisations, officials and what they said. Linear in the size of the text. Borrows
/// the gazetteer, which must outlive it. Not thread-safe: one per thread.
class Analyzer {
public:
    explicit Analyzer(const Gazetteer& gazetteer);
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;
    Analyzer(const Analyzer&) = delete;
    Analyzer& operator=(const Analyzer&) = delete;
    ~Analyzer();

    Analysis analysis(const AnalysisText& text);

    /// How often the last analysis looked at words: what tests hold to be linear in their number.
    /// Counted where assertions are compiled in; 0 elsewhere.
    std::uint64_t steps() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The id of a person outside the gazetteer: "Robert Kahofer" as "robert-kahofer".
std::string slug(std::string_view name);

}  // namespace nutgraf::entities
