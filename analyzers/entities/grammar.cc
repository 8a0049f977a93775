#include "analyzers/entities/grammar.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace nutgraf::entities {

namespace {

struct GrammarRow {
    Grammar grammar = Grammar::content;
    std::string_view words;  // With spaces between them.
};

constexpr std::array rows = {
    GrammarRow{Grammar::definite, "the"},
    GrammarRow{Grammar::indefinite, "a an"},
    GrammarRow{Grammar::determiner,
               "this that these those such any some each every another other no many several both "
               "all most few one two three which what"},
    GrammarRow{Grammar::possessive, "his her their its our my your"},
    GrammarRow{Grammar::pronoun, "he she they it we i you him them us me"},
    GrammarRow{Grammar::relative, "who whom whose"},
    GrammarRow{Grammar::of, "of"},
    GrammarRow{Grammar::conjunction, "and or"},
    GrammarRow{Grammar::in, "in on into over under near outside inside across toward towards"},
    GrammarRow{Grammar::by, "by"},
    GrammarRow{Grammar::at, "at with from via against"},
    GrammarRow{Grammar::to, "to for"},
    GrammarRow{Grammar::as, "as"},
    GrammarRow{Grammar::be, "be been being have not well yet even only need"},
    GrammarRow{Grammar::is, "is are has"},
    GrammarRow{Grammar::was, "was were had"},
    GrammarRow{Grammar::became, "became become becomes remains remained serves served"},
    GrammarRow{Grammar::appointed,
               "appointed named elected nominated made sworn promoted chosen selected hired "
               "installed confirmed inaugurated reappointed"},
    GrammarRow{Grammar::dismissed,
               "sacked fired dismissed ousted removed resigned quit retired deposed suspended "
               "resigns quits"},
    GrammarRow{Grammar::particle,
               "de la van von der den del della di da dos das du al el bin ibn ben bint abu ter zu "
               "zum le ul ur"},
    GrammarRow{Grammar::time,
               "until till since early late mid last next during before after between through "
               "end"},
    GrammarRow{Grammar::adverb,
               "also later then earlier now still further again recently previously publicly "
               "repeatedly reportedly will would"},
    GrammarRow{Grammar::abbreviation,
               "vs st mt ft jr sr no nos vol ave blvd gen col lt sgt capt "
               "maj adm cmdr rev hon esq etc eg ie cf dept univ assn"},
    GrammarRow{Grammar::exchange, "nyse nasdaq lse lon tsx asx hkex hkg sgx bse nse ftse"},
    GrammarRow{Grammar::share, "shares share stock stake"},
    GrammarRow{Grammar::medium, "newspaper magazine daily weekly broadcaster website tabloid"},
    GrammarRow{Grammar::administration, "administration government cabinet campaign presidency"},
    GrammarRow{Grammar::attached,
               "backed owned led based made funded run controlled affiliated linked supported "
               "style sponsored chaired brokered listed"},
    GrammarRow{Grammar::attaching, "anti pro non ex pre post then"},
};

/// A word, packed for a comparison in one step: up to 16 bytes.
struct Packed {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    bool operator==(const Packed&) const = default;
};

Packed packed(std::string_view word) {
    Packed result;
    std::memcpy(&result.first, word.data(), word.size() < 8 ? word.size() : 8);
    if (word.size() > 8) std::memcpy(&result.second, word.data() + 8, word.size() - 8);
    return result;
}

constexpr std::size_t longest = 16;

/// The rows by word: open addressing, at most a third full.
class GrammarTable {
public:
    GrammarTable() {
        for (const GrammarRow& row : rows) {
            std::string_view rest = row.words;
            while (!rest.empty()) {
                const std::size_t size = rest.find(' ');
                add(rest.substr(0, size), row.grammar);
                rest.remove_prefix(size == std::string_view::npos ? rest.size() : size + 1);
            }
        }
    }

    Grammar of(std::string_view word) const {
        const Packed key = packed(word);
        for (std::size_t place = place_of(key);; place = (place + 1) % slots_.size()) {
            if (slots_[place].grammar == Grammar::content) return Grammar::content;
            if (slots_[place].word == key) return slots_[place].grammar;
        }
    }

private:
    struct Slot {
        Packed word;
        Grammar grammar = Grammar::content;
    };

    static std::size_t place_of(const Packed& key) {
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;
        return ((key.first ^ key.second * 31U) * golden >> 40U) % 1024;
    }

    /// The first row that has a word keeps it.
    void add(std::string_view word, Grammar grammar) {
        const Packed key = packed(word);
        std::size_t place = place_of(key);
        while (slots_[place].grammar != Grammar::content && slots_[place].word != key)
            place = (place + 1) % slots_.size();
        if (slots_[place].grammar == Grammar::content) slots_[place] = {key, grammar};
    }

    std::array<Slot, 1024> slots_;
};

}  // namespace

Grammar grammar_of(std::string_view folded) {
    static const GrammarTable table;
    return folded.size() > longest ? Grammar::content : table.of(folded);
}

}  // namespace nutgraf::entities
