#include "searchd/alerts/feed.h"

#include "searchd/alerts/run.h"
#include "searchd/render/atom.h"
#include "searchd/render/links.h"
#include "searchd/render/terminal.h"

#include <fmt/format.h>

namespace nutgraf::alerts {

namespace {

/// RFC 4151: unique without asking anybody, and never an address.
std::string tag(const std::string& name) {
    return "tag:nutgraf,2026:" + name;
}

std::string text_of(const search::Hit& hit) {
    std::string text;
    for (const search::Snippet& snippet : hit.snippets)
        text += (text.empty() ? "" : "\n… ") + snippet.passage.text;
    return text;
}

render::FeedEntry entry_of(const Match& match, const std::string& site) {
    const search::Hit hit = hit_of(match);
    return {tag("match/" + match.id),
            render::headline_of(hit),
            site.empty() ? "" : site + render::article_address(hit.key, ""),
            hit.url,
            hit.source,
            text_of(hit),
            match.found};
}

}  // namespace

std::string feed_address(const std::string& site, AlertId alert, const std::string& token) {
    const std::string address = fmt::format("{}/api/v1/alerts/{}/feed.atom", site, alert.value);
    return token.empty() ? address : address + "?token=" + token;
}

std::string feed_of(const Alert& alert, Outbox& outbox, const FeedPage& page) {
    constexpr std::size_t entries = 100;
    auto matches = outbox.newest(alert.id, {page.now - shown_days, page.before_row, entries + 1});
    const bool has_more = matches.size() > entries;
    if (has_more) matches.pop_back();

    render::Feed feed;
    feed.id = tag("alert/" + alert.uuid);
    feed.title = "Nutgraf: " + alert.name;
    feed.updated = matches.empty() ? alert.created : matches.front().found;
    if (!page.site.empty()) {
        feed.address = feed_address(page.site, alert.id, page.token);
        if (has_more) feed.next = fmt::format("{}&before={}", feed.address, matches.back().row);
    }
    for (const Match& match : matches) feed.entries.push_back(entry_of(match, page.site));
    return render::to_atom(feed);
}

}  // namespace nutgraf::alerts
