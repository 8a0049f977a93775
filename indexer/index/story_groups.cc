#include "indexer/index/story_groups.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nutgraf::index {

std::size_t StoryGroups::of_document(Xapian::docid document) {
    const auto known = of_documents_.find(document);
    if (known != of_documents_.end()) return known->second;
    return of_documents_[document] = add(document, {});
}

std::size_t StoryGroups::of_story(const std::string& story) {
    const auto known = of_stories_.find(story);
    if (known != of_stories_.end()) return known->second;
    return of_stories_[story] = add(0, story);
}

std::size_t StoryGroups::add(Xapian::docid document, const std::string& story) {
    parts_.push_back({parts_.size(), document, story});
    return parts_.size() - 1;
}

std::size_t StoryGroups::root(std::size_t part) {
    while (parts_[part].parent != part) {
        parts_[part].parent = parts_[parts_[part].parent].parent;  // Halves the way for the next.
        part = parts_[part].parent;
    }
    return part;
}

bool StoryGroups::are_together(std::size_t one, std::size_t other) {
    return root(one) == root(other);
}

void StoryGroups::join(std::size_t one, std::size_t other) {
    const std::size_t a = root(one);
    const std::size_t b = root(other);
    parts_[std::max(a, b)].parent = std::min(a, b);
}

std::vector<StoryGroups::Group> StoryGroups::groups() {
    std::vector<Group> groups;
    std::vector<std::optional<std::size_t>> number(parts_.size());
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        auto& group = number[root(i)];
        if (!group) {
            group = groups.size();
            groups.emplace_back();
        }
        if (parts_[i].document != 0)
            groups[*group].documents.push_back(parts_[i].document);
        else
            groups[*group].stories.push_back(parts_[i].story);
    }
    return groups;
}

}  // namespace nutgraf::index
