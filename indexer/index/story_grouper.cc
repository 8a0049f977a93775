#include "indexer/index/story_grouper.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <unordered_map>

namespace nutgraf::index {

namespace {

// A shingle of more sketches than that is a phrase that everybody prints.
constexpr std::size_t most_of_a_shingle = 200;
constexpr std::size_t fewest_shared = 2;
// Articles that only look like a copy, and are none, before the search for copies ends.
constexpr std::size_t most_comparisons = 64;
constexpr std::size_t kept_shingles = 32;

constexpr auto story_slot = static_cast<Xapian::valueno>(Slot::story);

std::string key_of(const Xapian::Document& document) {
    const std::string prefix = key_term("");
    auto term = document.termlist_begin();
    term.skip_to(prefix);
    return (*term).substr(prefix.size());
}

}  // namespace

void StoryGrouper::note_leaving(Xapian::docid document) {
    changed_.erase(document);
    if (const auto place = place_of(database_.get_document(document))) broken_.insert(place->story);
}

void StoryGrouper::regroup() {
    for (const std::string& story : broken_) dissolve(story);
    for (const Xapian::docid document : changed_) join_copies(document);
    for (const StoryGroups::Group& group : groups_.groups()) write(group);
    changed_.clear();
    broken_.clear();
    groups_ = {};
    shingles_.clear();
}

/// Takes a story apart: what remains of it is grouped like what is new.
void StoryGrouper::dissolve(const std::string& story) {
    for (const Xapian::docid document : documents_of(story)) changed_.insert(document);
    database_.set_metadata(story_metadata(story), {});
}

/// The documents of a story that are still there.
std::vector<Xapian::docid> StoryGrouper::documents_of(const std::string& story) const {
    std::vector<Xapian::docid> documents;
    for (const std::string& key : keys_of_story(database_, story)) {
        const std::string term = key_term(key);
        const auto posting = database_.postlist_begin(term);
        if (posting != database_.postlist_end(term)) documents.push_back(*posting);
    }
    return documents;
}

/// What is grouped as one with a document: the story that keeps it, or itself.
std::size_t StoryGrouper::part_of(Xapian::docid document) {
    if (!changed_.contains(document))
        if (const auto place = place_of(database_.get_document(document)))
            return groups_.of_story(place->story);
    return groups_.of_document(document);
}

void StoryGrouper::join_copies(Xapian::docid document) {
    const std::size_t part = part_of(document);
    std::size_t comparisons = 0;
    for (const Xapian::docid candidate : candidates(document)) {
        const std::size_t other = part_of(candidate);
        if (groups_.are_together(part, other)) continue;
        if (++comparisons > most_comparisons) return;
        const archive::Shingles& own = shingles(document);
        if (archive::are_copies(own, shingles(candidate))) groups_.join(part, other);
    }
}

/// The documents whose sketches share the most shingles with that of one, those first.
std::vector<Xapian::docid> StoryGrouper::candidates(Xapian::docid document) const {
    std::unordered_map<Xapian::docid, std::size_t> shared;
    auto term = database_.termlist_begin(document);
    const auto end = database_.termlist_end(document);
    for (term.skip_to(std::string(sketch_prefix));
         term != end && (*term).starts_with(sketch_prefix); ++term) {
        std::size_t seen = 0;
        auto posting = database_.postlist_begin(*term);
        const auto last = database_.postlist_end(*term);
        for (; posting != last && seen < most_of_a_shingle; ++posting, ++seen)
            if (*posting != document) ++shared[*posting];
    }
    std::vector<Xapian::docid> likely;
    for (const auto& [other, count] : shared)
        if (count >= fewest_shared) likely.push_back(other);
    std::ranges::sort(likely, [&](Xapian::docid a, Xapian::docid b) {
        return std::pair(shared[b], a) < std::pair(shared[a], b);
    });
    return likely;
}

/// The shingles of a document's text; valid until those of 31 others have been asked for.
const archive::Shingles& StoryGrouper::shingles(Xapian::docid document) {
    const auto known =
        std::ranges::find(shingles_, document, [](const auto& entry) { return entry.first; });
    if (known != shingles_.end()) {
        shingles_.splice(shingles_.begin(), shingles_, known);
        return shingles_.front().second;
    }
    const StoredArticle stored = codec_.decoded(database_.get_document(document).get_data());
    const std::string text = archive::text_of(stored.article);
    shingles_.emplace_front(document, archive::shingles_of(analyzers::tokenise(text)));
    if (shingles_.size() > kept_shingles) shingles_.pop_back();
    return shingles_.front().second;
}

void StoryGrouper::write(const StoryGroups::Group& group) {
    if (group.documents.empty() && group.stories.size() == 1) return;
    std::vector<Xapian::docid> documents = group.documents;
    for (const std::string& story : group.stories) {
        const auto kept = documents_of(story);
        documents.insert(documents.end(), kept.begin(), kept.end());
        database_.set_metadata(story_metadata(story), {});
    }
    if (documents.size() == 1) {
        put_value(documents.front(), {});
        return;
    }
    std::vector<std::pair<std::string, Xapian::docid>> order;
    order.reserve(documents.size());
    for (const Xapian::docid document : documents)
        order.emplace_back(story_order(database_.get_document(document)), document);
    std::ranges::sort(order);
    std::string keys;
    std::string story;
    for (const auto& [by, document] : order) {
        const std::string key = key_of(database_.get_document(document));
        if (story.empty()) story = key;
        put_value(document, encoded_place({story, keys.empty()}));
        keys += key;
    }
    database_.set_metadata(story_metadata(story), keys);
}

void StoryGrouper::put_value(Xapian::docid number, const std::string& value) {
    Xapian::Document document = database_.get_document(number);
    if (document.get_value(story_slot) == value) return;
    if (value.empty()) {
        document.remove_value(story_slot);
    } else {
        document.add_value(story_slot, value);
    }
    database_.replace_document(number, document);
}

}  // namespace nutgraf::index
