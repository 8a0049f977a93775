#include "searchd/query/span_reader.h"

#include <algorithm>
#include <utility>

namespace nutgraf::query {

namespace {

/// In order, each once.
void tidy(Spans& spans) {
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace

TermPositions::TermPositions(const Xapian::Database& database, std::vector<std::string> terms)
    : database_(database), terms_(std::move(terms)) {
    // Many terms are sooner found among those of the document than each among its own postings.
    constexpr std::size_t most_postings = 64;
    if (terms_.size() > most_postings) return;
    for (const std::string& term : terms_) postings_.push_back(database.postlist_begin(term));
}

void TermPositions::append(Xapian::docid document, Spans& spans) {
    if (postings_.size() < terms_.size()) {
        append_from_document(document, spans);
        return;
    }
    const Xapian::PostingIterator end;
    for (Xapian::PostingIterator& posting : postings_) {
        if (posting == end) continue;
        posting.skip_to(document);
        if (posting == end || *posting != document) continue;
        for (auto position = posting.positionlist_begin(); position != posting.positionlist_end();
             ++position)
            spans.push_back({*position, *position});
    }
}

void TermPositions::append_from_document(Xapian::docid document, Spans& spans) const {
    auto term = database_.termlist_begin(document);
    const auto end = database_.termlist_end(document);
    for (auto wanted = terms_.begin(); wanted != terms_.end();) {
        if (term != end) term.skip_to(*wanted);
        if (term == end) return;
        wanted = std::lower_bound(wanted, terms_.end(), *term);
        if (wanted == terms_.end()) return;
        if (*wanted != *term) continue;
        for (auto position = term.positionlist_begin(); position != term.positionlist_end();
             ++position)
            spans.push_back({*position, *position});
        ++wanted;
    }
}

PatternReader::PatternReader(const Xapian::Database& database, const Pattern& pattern)
    : terms_(database, pattern.terms),
      mentions_(pattern.mentions),
      written_(pattern.written),
      is_in_lead_(pattern.is_in_lead) {
    for (const std::vector<Pattern>& sequence : pattern.sequences) {
        sequences_.emplace_back();
        for (const Pattern& part : sequence) sequences_.back().emplace_back(database, part);
    }
    for (const SpokenPattern& spoken : pattern.spoken) {
        spoken_.emplace_back(TermPositions(database, spoken.speaker), std::vector<PatternReader>{});
        spoken_.back().second.emplace_back(database, spoken.words.front());
    }
}

Spans PatternReader::spans(Xapian::docid document, StoredPlaces& stored) {
    Spans all;
    terms_.append(document, all);
    for (const MentionPattern& pattern : mentions_) stored.append(document, pattern, all);
    for (const WrittenPattern& pattern : written_) stored.append(document, pattern, all);
    for (std::vector<PatternReader>& sequence : sequences_) {
        Spans whole = sequence.front().spans(document, stored);
        for (std::size_t i = 1; i < sequence.size() && !whole.empty(); ++i) {
            const Spans part = sequence[i].spans(document, stored);
            Spans longer;
            for (const auto& [before, behind] : side_by_side(whole, part))
                longer.push_back({whole[before].first, part[behind].last});
            whole = std::move(longer);
        }
        all.insert(all.end(), whole.begin(), whole.end());
    }
    for (auto& [speaker, words] : spoken_) {
        Spans speech;
        speaker.append(document, speech);
        tidy(speech);
        if (speech.empty()) continue;
        const Spans theirs = covered(words.front().spans(document, stored), speech);
        all.insert(all.end(), theirs.begin(), theirs.end());
    }
    if (is_in_lead_ && !all.empty()) {
        const std::uint32_t end = stored.lead_end(document);
        std::erase_if(all, [&](const Span& span) { return span.last >= end; });
    }
    tidy(all);
    return all;
}

SpanReader::SpanReader(const Xapian::Database& database, const SpanTest& test)
    : test_(test), stored_(database) {
    for (std::size_t i = 0; i < test.patterns.size(); ++i) {
        readers_.emplace_back(database, test.patterns[i]);
        order_.push_back(i);
    }
    std::ranges::stable_sort(order_, {}, [&](std::size_t i) {
        return std::pair(!is_wanted(i), needs_record(test.patterns[i]));
    });
}

bool SpanReader::is_wanted(std::size_t pattern) const {
    const auto* links = std::get_if<std::vector<Link>>(&test_.condition);
    return links == nullptr || pattern == 0 || !(*links)[pattern - 1].is_excluded;
}

bool SpanReader::is_met(Xapian::docid document) {
    std::vector<Spans> spans(readers_.size());
    for (const std::size_t i : order_) {
        spans[i] = readers_[i].spans(document, stored_);
        if (spans[i].empty() && is_wanted(i)) return false;
    }
    if (const auto* links = std::get_if<std::vector<Link>>(&test_.condition))
        return is_linked(spans, *links, document);
    if (const auto* repetition = std::get_if<SpanTest::Repetition>(&test_.condition))
        return disjoint_count(std::move(spans.front())) >= repetition->times;
    const auto& gathering = std::get<SpanTest::Gathering>(test_.condition);
    std::vector<Gathered> words;
    for (std::size_t i = 0; i < spans.size(); ++i)
        words.push_back({std::move(spans[i]), gathering.times[i]});
    return any(gathered(words, gathering.distance));
}

/// The record is read only where all that is wanted stands somewhere.
bool SpanReader::is_linked(const std::vector<Spans>& spans, const std::vector<Link>& links,
                           Xapian::docid document) {
    if (!needs_borders(links)) return any(linked(spans, links));
    return any(linked(spans, links, stored_.borders(document)));
}

}  // namespace nutgraf::query
