#pragma once

#include "indexer/index/held.h"
#include "searchd/alerts/alert.h"
#include "searchd/alerts/database.h"
#include "searchd/alerts/match.h"
#include "searchd/search/changes.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::alerts {

/// Where an alert stood before some matches were looked for, and where it stands with them: the
/// changes (from, to] of an index.
struct Stretch {
    std::string index_uuid;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
};

/// How many matches there are of an alert.
struct MatchCounts {
    std::int64_t total = 0;
    std::int64_t pending = 0;  ///< Of those: still to be handed to the command.
};

/// Which matches are shown.
struct Window {
    std::chrono::sys_seconds since;  ///< Found then or later.
    std::int64_t before_row = 0;     ///< Older than this one; 0: from the newest on.
    std::size_t limit = 100;
};

/// What alerts have found, how far each has looked, and what is still to be told of it.
///
/// A match is kept once for each alert and article, or version of one, whatever is recorded twice.
/// Throws Error when the file fails. Not thread-safe: one per thread.
class Outbox {
public:
    /// Borrows the database of a Store.
    explicit Outbox(Database& database) : database_(database) {}

    /// Where an alert stands in an index; empty when it has never looked at it.
    std::optional<Cursor> cursor(AlertId alert, const std::string& index_uuid);

    /// Everywhere an alert has looked.
    std::vector<Cursor> cursors(AlertId alert);

    /// Keeps what an alert found in a stretch and moves its cursor to the stretch's end, both or
    /// neither. Returns how many of the matches were not known; empty, and nothing is kept, when
    /// the alert was changed, paused, removed or moved on by others since it was read.
    std::optional<std::size_t> record(const Alert& alert, const Stretch& stretch,
                                      const std::vector<search::ChangedHit>& hits,
                                      std::chrono::sys_seconds now);

    /// Sends an alert back in an index that itself has gone back behind it, as one restored from a
    /// backup has: to where the alert began, or the index ends.
    void rewind(AlertId alert, const std::string& index_uuid, std::uint64_t committed);

    /// Whether `record` would keep a match.
    bool is_new(const Alert& alert, const std::string& index_uuid, const search::ChangedHit& hit);

    /// The matches still to be printed, of one alert or of all, by alert and age; so many at most.
    std::vector<Match> unprinted(std::optional<AlertId> alert, std::size_t limit);
    void mark_printed(const std::vector<Match>& matches);

    /// The rows of what is to be handed to an alert's command: the least tried first, then the
    /// oldest.
    std::vector<std::int64_t> pending(AlertId alert);
    void mark_delivered(std::int64_t row, std::chrono::sys_seconds now);
    void mark_failed(std::int64_t row, std::chrono::sys_seconds now, const std::string& failure);

    /// A match; empty when it is gone.
    std::optional<Match> match(std::int64_t row);

    /// The newest matches of an alert whose articles were not removed, newest first.
    std::vector<Match> newest(AlertId alert, const Window& window);

    MatchCounts counts(AlertId alert);

    /// The articles of an index whose matches are to be told or are shown: in the order of their
    /// ids from one on, without that; so many at most.
    std::vector<std::string> articles_told_of(const std::string& index_uuid,
                                              std::chrono::sys_seconds since,
                                              const std::string& after, std::size_t limit);

    /// Has every alert that has told of an article, or may have, tell once that a notice hides it,
    /// in place of what it said; what was to be handed to a command yet is dropped. Does nothing
    /// for one that no alert has found, or under embargo.
    void note_hidden(const std::string& index_uuid, const index::HeldArticle& held);

    /// Forgets what articles that are no longer in an index said. Matches that were not told yet
    /// are dropped; of the others the fact remains, so that nothing is told twice.
    void drop(const std::string& index_uuid, const std::vector<std::string>& articles);

private:
    bool is_unchanged(const Alert& alert);
    bool move_cursor(AlertId alert, const Stretch& stretch);

    Database& database_;
};

}  // namespace nutgraf::alerts
