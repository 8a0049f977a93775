#include "searchd/cli/decoded.h"
#include "searchd/cli/decoded_parts.h"

#include <algorithm>
#include <string>

namespace nutgraf::cli {

namespace {

search::StoryCopy copy_from(const Json& record) {
    search::StoryCopy copy;
    copy.id = record.at("id").get<std::string>();
    copy.key = record.at("key").get<std::string>();
    copy.url = text_in(record, "url");
    copy.title = marked_from(record.at("title")).text;
    copy.source = text_in(record, "source");
    copy.byline = record.at("byline").get<std::vector<std::string>>();
    copy.published = published_from(record);
    copy.lang = text_in(record, "lang");
    copy.words = record.at("words").get<std::size_t>();
    return copy;
}

/// Which of the copies has a key.
std::size_t place_of(const search::StoryView& story, const Json& key) {
    const auto copy =
        std::ranges::find(story.copies, key.get<std::string>(), &search::StoryCopy::key);
    if (copy == story.copies.end()) throw Error("The server's answer names a copy it lacks.");
    return static_cast<std::size_t>(copy - story.copies.begin());
}

search::StoryDiff diff_from(const Json& record, const search::StoryView& story) {
    return {place_of(story, record.at("before")), place_of(story, record.at("after")),
            diff_rows_from(record.at("rows"))};
}

}  // namespace

search::StoryView story_from(const Json& record) {
    return decoded([&] {
        search::StoryView story;
        story.id = record.at("id").get<std::string>();
        story.revision = record.at("index").at("revision").get<std::uint64_t>();
        for (const Json& copy : record.at("copies")) story.copies.push_back(copy_from(copy));
        story.more = record.at("total").at("value").get<std::uint64_t>() - story.copies.size();
        story.latest = record.at("latest").get<std::string>();
        story.longest = place_of(story, record.at("longest"));
        if (const auto diff = record.find("diff"); diff != record.end())
            story.diff = diff_from(*diff, story);
        return story;
    });
}

}  // namespace nutgraf::cli
