#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace nutgraf::index {

/// What is to be put together into stories: articles by themselves, and stories that stay whole.
/// Joined by union and find (Tarjan 1975, https://doi.org/10.1145/321879.321884). Not thread-safe:
/// one per thread.
class StoryGroups {
public:
    /// What is put together as one.
    struct Group {
        std::vector<Xapian::docid> documents;  ///< Of articles by themselves.
        std::vector<std::string> stories;      ///< The keys of those that stay whole.
    };

    /// The number of an article by itself, or of a story; the same one for the same.
    std::size_t of_document(Xapian::docid document);
    std::size_t of_story(const std::string& story);

    bool are_together(std::size_t one, std::size_t other);
    void join(std::size_t one, std::size_t other);

    /// What there is, in the order in which it was first named.
    std::vector<Group> groups();

private:
    struct Part {
        std::size_t parent = 0;
        Xapian::docid document = 0;  // 0: it is a story.
        std::string story;
    };

    std::size_t root(std::size_t part);
    std::size_t add(Xapian::docid document, const std::string& story);

    std::vector<Part> parts_;
    std::unordered_map<Xapian::docid, std::size_t> of_documents_;
    std::unordered_map<std::string, std::size_t> of_stories_;
};

}  // namespace nutgraf::index
