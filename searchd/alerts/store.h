#pragma once

#include "base/expected.h"
#include "searchd/alerts/alert.h"
#include "searchd/alerts/database.h"
#include "searchd/alerts/history.h"
#include "searchd/alerts/outbox.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::alerts {

/// What an alert is made of.
struct NewAlert {
    std::string name;
    SavedQuery query;  ///< `checked`.
    Repeats repeats = Repeats::once;
    std::string command;
    std::string token;  ///< The secret of its feed, of which only a digest is kept.
    std::chrono::sys_seconds created;
    std::optional<Cursor> start;  ///< Empty: from the beginning of every index.
};

/// What is to change of an alert; what is empty stays.
struct AlertChange {
    std::optional<std::string> name;
    std::optional<SavedQuery> query;  ///< `checked`; asked of what comes from now on.
    std::optional<bool> is_paused;    ///< A paused alert looks at nothing, and later catches up.
    std::optional<std::string> command;
    std::optional<std::string> token;
};

/// Why an alert was not made or changed: the member it is about and a whole sentence.
struct AlertRefusal {
    std::string member;
    std::string message;
    bool is_taken = false;  ///< Another alert has that name.
};

/// The alerts of one user in one SQLite file, with everything they have found (docs/alerts.md).
///
/// Several programs may have the file open at once. Throws Error when the file fails. Not
/// thread-safe: one per thread.
class Store {
public:
    static constexpr std::int64_t max_alerts = 10'000;
    static constexpr std::size_t max_name_bytes = 100;

    /// Opens a file of alerts, or makes an empty one, folders and all. Throws Error, naming the
    /// file, when it is damaged, something else, of a newer format or cannot be written.
    explicit Store(const std::filesystem::path& path);

    /// Makes an alert. Refused for a name that is taken, or that is not one line of text.
    Expected<Alert, AlertRefusal> add(const NewAlert& wanted);

    /// Changes an alert, all of the change or nothing; the alert as it is then. Empty in place of
    /// an alert when there is none with that id.
    Expected<std::optional<Alert>, AlertRefusal> change(AlertId id, const AlertChange& change);

    /// Removes an alert and everything it has found; false when there is none.
    bool remove(AlertId id);

    /// All alerts, by name.
    std::vector<Alert> alerts();

    std::optional<Alert> alert(AlertId id);
    std::optional<Alert> alert_named(const std::string& name);

    /// Whether a secret is that of the alert's feed.
    bool is_token(AlertId id, std::string_view token);

    Outbox& outbox() { return outbox_; }
    History& history() { return history_; }
    const std::filesystem::path& path() const { return database_.path(); }
    bool is_at_its_path() const { return database_.is_at_its_path(); }

private:
    Database database_;
    Outbox outbox_;
    History history_;
};

}  // namespace nutgraf::alerts
