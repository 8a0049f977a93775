#include "indexer/index/article_versions.h"

#include "base/utf8.h"
#include "indexer/index/published_record.h"

#include <string_view>
#include <utility>

namespace nutgraf::index {

namespace {

bool is_white_space(char32_t c) {
    constexpr std::u32string_view spaces =
        U" \t\r\n\v\f\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000";
    return spaces.find(c) != std::u32string_view::npos || (c >= U'\u2000' && c <= U'\u200A');
}

/// The text on one line, whatever white space a page or a wire has put between its words.
std::string spaced_alike(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (!is_white_space(point.value)) {
            line += text.substr(at, point.size);
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        at += point.size;
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

bool say_the_same(const archive::Article& one, const archive::Article& other) {
    return spaced_alike(one.title) == spaced_alike(other.title) &&
           spaced_alike(archive::text_of(one)) == spaced_alike(archive::text_of(other));
}

/// Lets the oldest go until no more is kept than may be.
void forget_oldest(std::vector<FormerVersion>& kept) {
    std::size_t bytes = 0;
    std::size_t count = 0;
    for (auto version = kept.rbegin(); version != kept.rend(); ++version) {
        bytes += version->title.size() + version->text.size();
        if (bytes > most_kept_bytes || count == most_kept_versions) break;
        ++count;
    }
    kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(count));
}

void put_instant(std::string& bytes, std::chrono::sys_seconds instant) {
    put_number(bytes, static_cast<std::uint64_t>(instant.time_since_epoch().count()));
}

std::chrono::sys_seconds instant_in(RecordFields& fields) {
    return std::chrono::sys_seconds(
        std::chrono::seconds(static_cast<std::int64_t>(fields.number())));
}

FormerVersion version_from(RecordFields& fields) {
    FormerVersion version;
    version.title = fields.text();
    version.text = fields.text();
    version.updated = fields.text();
    version.published = published_from(fields);
    version.seen = instant_in(fields);
    version.replaced = instant_in(fields);
    return version;
}

}  // namespace

ArticleVersions versions_after(ArticleVersions versions, const archive::Article& former,
                               const archive::Article& article, std::chrono::sys_seconds seen) {
    if (say_the_same(former, article)) return versions;
    versions.kept.push_back({former.title, archive::text_of(former), former.updated,
                             former.published, versions.since, seen});
    forget_oldest(versions.kept);
    ++versions.former;
    versions.since = seen;
    return versions;
}

std::uint64_t number_of(const ArticleVersions& versions, std::size_t place) {
    return versions.former - versions.kept.size() + place + 1;
}

void put_versions(std::string& bytes, const ArticleVersions& versions) {
    put_instant(bytes, versions.since);
    put_number(bytes, versions.former);
    put_number(bytes, versions.kept.size());
    for (const FormerVersion& version : versions.kept) {
        put_text(bytes, version.title);
        put_text(bytes, version.text);
        put_text(bytes, version.updated);
        put_published(bytes, version.published);
        put_instant(bytes, version.seen);
        put_instant(bytes, version.replaced);
    }
}

ArticleVersions versions_from(RecordFields& fields) {
    ArticleVersions versions;
    versions.since = instant_in(fields);
    versions.former = fields.number();
    const std::uint64_t count = fields.count();
    if (count > versions.former) fail_damaged_record();
    for (std::uint64_t left = count; left > 0; --left)
        versions.kept.push_back(version_from(fields));
    return versions;
}

}  // namespace nutgraf::index
