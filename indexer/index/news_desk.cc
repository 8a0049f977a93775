#include "indexer/index/news_desk.h"

#include "base/date.h"

#include <algorithm>
#include <array>

namespace nutgraf::index {

using archive::Article;
using archive::NoticeKind;

namespace {

constexpr const char* corrected_member = "corrected";
constexpr const char* corrections_member = "corrections";
constexpr std::array history_members = {corrected_member, corrections_member};
// Earlier journals have former versions there, which are derived from the journal itself now.
constexpr const char* former_versions_member = "versions";

std::string printed_digest(const Article& article) {
    return hexadecimal(bytes_of(archive::digest_of(article)));
}

/// A list of an article's extras; what an archive has put there under the same name is left alone.
Json list_of(const Article& article, const char* name) {
    const auto found = article.extra.find(name);
    return found != article.extra.end() && found->is_array() ? *found : Json::array();
}

}  // namespace

bool stays_hidden(const HeldArticle& held, const Article& item) {
    const std::string version = archive::version_of(item);
    if (archive::is_later_version(version, held.version)) return false;
    if (held.kind == NoticeKind::kill) return true;
    const bool is_earlier = archive::is_later_version(held.version, version);
    return is_earlier || printed_digest(item) == held.hidden;
}

HeldArticle hidden_by(const archive::Notice& notice, const Article& item,
                      const std::optional<Article>& about, std::chrono::sys_seconds now) {
    const bool is_of_itself = notice.names.empty();
    HeldArticle held;
    held.id = is_of_itself ? item.id : about->id;
    held.kind = notice.kind;
    held.at = now;
    held.reason = notice.reason;
    held.notice = is_of_itself ? std::string() : item.id;
    held.version = is_of_itself ? notice.version : archive::version_of(*about);
    held.digest = printed_digest(item);
    if (about) held.hidden = printed_digest(as_given_last(*about));
    held.until = notice.until;
    held.until_text = notice.until_text;
    if (is_of_itself && notice.kind != NoticeKind::kill) held.article = item;
    return held;
}

bool are_of_one_desk(const Article& notice, const Article& article) {
    if (notice.source == article.source) return true;
    return !article.wire.empty() && (notice.source == article.wire || notice.wire == article.wire);
}

Article as_given_last(Article article) {
    if (!article.extra.contains(corrected_member)) return article;
    for (const char* member : history_members) article.extra.erase(member);
    article.extra.erase(former_versions_member);
    return article;
}

Article with_history(Article article, const Article& former, bool is_correction,
                     std::chrono::sys_seconds now) {
    if (former.extra.contains(corrected_member))
        for (const char* member : history_members)
            if (former.extra.contains(member)) article.extra[member] = former.extra.at(member);
    if (is_correction) article.extra[corrected_member] = iso_instant(now);
    return article;
}

std::optional<Article> corrected_by(Article article, const archive::Notice& notice,
                                    const Article& item, std::chrono::sys_seconds now) {
    Json corrections = list_of(article, corrections_member);
    const bool is_known = std::ranges::any_of(corrections, [&](const Json& correction) {
        return correction.is_object() && correction.value("notice", "") == item.id;
    });
    if (is_known) return std::nullopt;
    corrections.push_back({{"on", iso_instant(now)}, {"notice", item.id}, {"text", notice.reason}});
    article.extra[corrections_member] = std::move(corrections);
    article.extra[corrected_member] = iso_instant(now);
    return article;
}

}  // namespace nutgraf::index
