#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace nutgraf::search {

/// Names one state of one index: two with the same name have the same documents.
struct StateKey {
    std::string uuid;
    std::uint64_t sequence = 0;
    std::vector<std::string> databases;  ///< A rebuild numbers the documents of a state anew.

    bool operator==(const StateKey&) const = default;
};

/// Values that are made once from a state of an index and shared by the searchers of a process,
/// those of the last few states. A value is held by whoever uses it, which may be longer than it is
/// kept here: hence the shared_ptr. Thread-safe.
template <class Value>
class StateCache {
public:
    using Held = std::shared_ptr<const Value>;

    /// The value of a state: that kept, or else what `made` returns, which may throw. Who asks
    /// meanwhile waits, so that no value is made twice.
    template <class Make>
    Held value(const StateKey& key, const Make& made) {
        const std::lock_guard lock(entries_mutex_);
        const auto known = std::ranges::find(entries_, key, &Entry::key);
        if (known != entries_.end()) {
            entries_.splice(entries_.begin(), entries_, known);
            return entries_.front().value;
        }
        entries_.push_front({key, made()});
        if (entries_.size() > kept_states) entries_.pop_back();
        return entries_.front().value;
    }

private:
    static constexpr std::size_t kept_states = 2;

    struct Entry {
        StateKey key;
        Held value;
    };

    std::mutex entries_mutex_;  // Guards entries_.
    std::list<Entry> entries_;  // The last used first.
};

}  // namespace nutgraf::search
