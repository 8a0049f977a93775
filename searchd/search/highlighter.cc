#include "searchd/search/highlighter.h"

#include "searchd/search/evaluation.h"

#include <algorithm>

namespace nutgraf::search {

namespace {

/// Sorts places and joins those that overlap, so that the marks are disjoint.
std::vector<Place> disjoint(std::vector<Place> places) {
    std::ranges::sort(places, [](const Place& a, const Place& b) {
        return a.mark.begin != b.mark.begin ? a.mark.begin < b.mark.begin : a.mark.end > b.mark.end;
    });
    std::vector<Place> result;
    for (const Place& place : places) {
        if (!result.empty() && place.mark.begin < result.back().mark.end) {
            result.back().mark.end = std::max(result.back().mark.end, place.mark.end);
        } else {
            result.push_back(place);
        }
    }
    return result;
}

}  // namespace

Highlighter::Highlighter(query::Query query, const std::vector<std::string>& languages)
    : query_(std::move(query)) {
    for (const std::string& language : languages) stemmers_.try_emplace(language, language);
}

Highlights Highlighter::highlights(const index::StoredArticle& stored, std::string_view text) {
    const auto stemmer = stemmers_.find(stored.lang);
    Findings found =
        findings(query_, stored, text, stemmer == stemmers_.end() ? nullptr : &stemmer->second);
    Highlights highlights;
    for (const Place& place : disjoint(std::move(found.title)))
        highlights.title.push_back(place.mark);
    for (const Place& place : disjoint(std::move(found.text))) {
        highlights.text.push_back(place.mark);
        highlights.text_clauses.push_back(place.clause);
    }
    return highlights;
}

}  // namespace nutgraf::search
