#include "searchd/query/pattern.h"

#include "indexer/index/terms.h"
#include "searchd/query/print.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace nutgraf::query {

using index::Field;

namespace {

template <class Item>
void append(std::vector<Item>& to, std::vector<Item> from) {
    std::ranges::move(from, std::back_inserter(to));
}

/// In order, each once.
void tidy(std::vector<std::string>& terms) {
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace

std::vector<Field> fields_of(const Scope& scope) {
    if (scope && !is_part(scope)) return {*scope};
    return {Field::title, Field::body};
}

Pattern PatternMaker::pattern(const Query& query) {
    if (const auto* word = std::get_if<Word>(&query.node)) return pattern(*word);
    if (const auto* prefix = std::get_if<Prefix>(&query.node)) return pattern(*prefix);
    if (const auto* similar = std::get_if<Similar>(&query.node)) return pattern(*similar);
    if (const auto* phrase = std::get_if<Phrase>(&query.node)) return pattern(*phrase);
    if (const auto* entity = std::get_if<Entity>(&query.node)) return pattern(*entity, {});
    if (const auto* said = std::get_if<Said>(&query.node)) return pattern(*said);
    const auto* any = std::get_if<Or>(&query.node);
    assert(any != nullptr);  // See Proximity.
    Pattern all;
    for (const Query& part : any->parts) {
        Pattern one = pattern(part);
        if (one.is_in_lead) {
            all.sequences.push_back({std::move(one)});
            continue;
        }
        append(all.written, std::move(one.written));
        append(all.terms, std::move(one.terms));
        append(all.mentions, std::move(one.mentions));
        append(all.spoken, std::move(one.spoken));
        append(all.sequences, std::move(one.sequences));
    }
    tidy(all.terms);
    return all;
}

Pattern PatternMaker::pattern(const Word& word) {
    Pattern pattern;
    pattern.is_in_lead = is_part(word.scope);
    const auto stems = stems_of(word.forms, languages_);
    for (const Field field : fields_of(word.scope)) {
        pattern.terms.push_back(index::word_term(field, word.forms.folded));
        for (const auto& [language, stem] : stems)
            pattern.terms.push_back(index::stem_term(field, language, stem));
    }
    tidy(pattern.terms);
    return pattern;
}

Pattern PatternMaker::pattern(const Prefix& prefix) {
    Pattern pattern;
    pattern.is_in_lead = is_part(prefix.scope);
    for (const Field field : fields_of(prefix.scope))
        append(pattern.terms, expander_.expanded(field, prefix.forms));
    tidy(pattern.terms);
    return pattern;
}

Pattern PatternMaker::pattern(const Similar& similar) {
    Pattern pattern;
    pattern.is_in_lead = is_part(similar.scope);
    for (const Field field : fields_of(similar.scope))
        append(pattern.terms, expander_.similar(field, similar.forms, similar.edits));
    tidy(pattern.terms);
    return pattern;
}

Pattern PatternMaker::pattern(const Phrase& phrase) {
    std::vector<Pattern> sequence;
    for (const PhraseWord& word : phrase.words) sequence.push_back(pattern(word, phrase.scope));
    if (sequence.size() == 1) return std::move(sequence.front());
    Pattern whole;
    whole.is_in_lead = is_part(phrase.scope);
    whole.sequences.push_back(std::move(sequence));
    return whole;
}

Pattern PatternMaker::pattern(const Entity& entity, const Scope& scope) {
    Pattern pattern;
    pattern.is_in_lead = is_part(scope);
    pattern.mentions.push_back({pattern.is_in_lead ? Scope{} : scope, entity.terms});
    if (entity.words.empty()) return pattern;
    Phrase name{scope, {}};
    for (const WordForms& forms : entity.words) name.words.push_back({forms, false});
    Pattern words = this->pattern(name);
    pattern.terms = std::move(words.terms);
    pattern.sequences = std::move(words.sequences);
    return pattern;
}

Pattern PatternMaker::pattern(const Said& said) {
    Pattern pattern;
    if (said.words.empty()) {
        pattern.terms = said.speaker.terms;
    } else {
        pattern.spoken.push_back({said.speaker.terms, {this->pattern(Phrase{{}, said.words})}});
    }
    return pattern;
}

Pattern PatternMaker::pattern(const PhraseWord& word, const Scope& scope) {
    if (word.entity) return pattern(*word.entity, scope);
    if (word.is_prefix) return pattern(Prefix{scope, word.forms});
    Pattern pattern;
    pattern.is_in_lead = is_part(scope);
    if (word.is_exact) {
        pattern.written.push_back({pattern.is_in_lead ? Scope{} : scope, word.forms.spelling});
        return pattern;
    }
    for (const Field field : fields_of(scope))
        pattern.terms.push_back(index::word_term(field, word.forms.folded));
    tidy(pattern.terms);
    return pattern;
}

SpanTest PatternMaker::test(const Query& operand) {
    return {{pattern(operand)}, std::vector<Link>{}, to_text(operand)};
}

SpanTest PatternMaker::test(const AtLeast& least) {
    return {{pattern(least.part.front())}, SpanTest::Repetition{least.times}, to_text({least})};
}

SpanTest PatternMaker::test(const Within& within) {
    SpanTest test{{}, {}, to_text({within})};
    SpanTest::Gathering gathering{{}, within.distance};
    for (const RepeatedWord& repeated : repeated_words(within.words)) {
        test.patterns.push_back(pattern(repeated.word, within.scope));
        gathering.times.push_back(repeated.times);
    }
    test.condition = std::move(gathering);
    return test;
}

SpanTest PatternMaker::test(const Proximity& proximity) {
    SpanTest test{{}, proximity.links, to_text({proximity})};
    for (const Query& operand : proximity.operands) test.patterns.push_back(pattern(operand));
    return test;
}

bool needs_record(const Pattern& pattern) {
    const bool is_spoken = std::ranges::any_of(pattern.spoken, [](const SpokenPattern& spoken) {
        return needs_record(spoken.words.front());
    });
    return is_spoken || !pattern.mentions.empty() || !pattern.written.empty() ||
           pattern.is_in_lead ||
           std::ranges::any_of(pattern.sequences, [](const std::vector<Pattern>& sequence) {
               return std::ranges::any_of(sequence, needs_record);
           });
}

}  // namespace nutgraf::query
