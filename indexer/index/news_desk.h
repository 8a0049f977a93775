#pragma once

#include "indexer/archive/article.h"
#include "indexer/archive/notice.h"
#include "indexer/index/held.h"

#include <chrono>
#include <optional>
#include <string>

namespace nutgraf::index {

// What is to become of an item that comes in, by what is known of the article it is or is about.
// Pure functions; docs/decisions/0019 has the reasons.

/// Whether an item that may be used, or one that is under embargo, still leaves an article hidden
/// that a notice hides: after a kill all but a later version does; after others an earlier version
/// or what was hidden itself.
bool stays_hidden(const HeldArticle& held, const archive::Article& item);

/// An article hidden by a notice. `item` says so; `about` is the article of the index that it is
/// about, where there is one.
HeldArticle hidden_by(const archive::Notice& notice, const archive::Article& item,
                      const std::optional<archive::Article>& about, std::chrono::sys_seconds now);

/// Whether two items may speak of each other's articles: they are of the same source or agency.
bool are_of_one_desk(const archive::Article& notice, const archive::Article& article);

/// An article without what the index has added to it: see `with_history`.
archive::Article as_given_last(archive::Article article);

/// A version that takes the place of another: with the corrections that are known of that one, and
/// as a correction with the time of it. The extras "corrected" (an instant) and "corrections" hold
/// them; what the article said before is no part of it (see ArticleVersions).
archive::Article with_history(archive::Article article, const archive::Article& former,
                              bool is_correction, std::chrono::sys_seconds now);

/// An article with what a notice says is wrong with it; empty where it has that already.
std::optional<archive::Article> corrected_by(archive::Article article,
                                             const archive::Notice& notice,
                                             const archive::Article& item,
                                             std::chrono::sys_seconds now);

}  // namespace nutgraf::index
