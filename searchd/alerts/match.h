#pragma once

#include "base/json.h"
#include "indexer/index/held.h"
#include "searchd/alerts/alert.h"
#include "searchd/search/hit.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace nutgraf::alerts {

/// How far the command of an alert has got with a match.
enum class Delivery { none, pending, delivered };

/// An article that an alert has found.
struct Match {
    std::int64_t row = 0;  ///< Later matches have higher ones.
    std::string id;        ///< For life; whoever gets a match twice knows it by this.
    AlertId alert;
    std::string alert_name;
    std::string article;         ///< Its id.
    std::uint64_t sequence = 0;  ///< Of the change it was found in.
    std::chrono::sys_seconds found;
    std::string record;  ///< The hit as `to_record` writes it; empty once the article is removed.
    Delivery delivery = Delivery::none;
    std::int64_t attempts = 0;    ///< Of the command, so far.
    std::string failure;          ///< Why the last one failed, as a whole sentence; may be empty.
    std::string index_uuid = {};  ///< Of the index it was found in.
    bool is_note = false;         ///< Says that a notice hides what was found before.
};

/// "none", "pending" or "delivered".
std::string_view name_of(Delivery delivery);

/// What names the match of an alert and a change of an article: 32 hexadecimal digits, always the
/// same for the same.
std::string match_id(const Alert& alert, const std::string& index_uuid, const std::string& article,
                     std::uint64_t sequence);

/// A hit as it is kept: the record of the API on one line, without the score.
std::string to_record(const search::Hit& hit);

/// What is kept in its place when a notice hides the article: a hit whose title says so, and a
/// member "notice" with the `kind` and the `sentence`.
std::string note_record(const index::HeldArticle& held);

/// The hit that was kept. Throws Error when the record is damaged.
search::Hit hit_of(const Match& match);

/// A match as programs get it: its own members, then those of the hit.
Json to_json(const Match& match);

}  // namespace nutgraf::alerts
