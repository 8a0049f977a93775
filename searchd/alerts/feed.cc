#include "searchd/alerts/feed.h"

#include "searchd/alerts/run.h"
#include "searchd/render/atom.h"

#include <fmt/format.h>

namespace nutgraf::alerts {

namespace {

render::FeedEntry entry_of(const Match& match, const std::string& site) {
    render::FeedEntry entry = render::entry_of(hit_of(match), site);
    entry.id = render::feed_id("match/" + match.id);
    entry.updated = match.found;
    return entry;
}

}  // namespace

std::string feed_address(const std::string& site, AlertId alert, const std::string& token) {
    const std::string address = fmt::format("{}/api/v1/alerts/{}/feed.atom", site, alert.value);
    return token.empty() ? address : address + "?token=" + token;
}

Window window_of(const FeedPage& page) {
    return {page.now - shown_days, page.before_row, FeedPage::entries + 1};
}

std::string feed_of(const Alert& alert, Outbox& outbox, const FeedPage& page) {
    auto matches = outbox.newest(alert.id, window_of(page));
    const bool has_more = matches.size() > FeedPage::entries;
    if (has_more) matches.pop_back();

    render::Feed feed;
    feed.id = render::feed_id("alert/" + alert.uuid);
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
