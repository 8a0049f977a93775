#pragma once

#include "searchd/alerts/alert_queries.h"
#include "searchd/alerts/store.h"
#include "searchd/search/searcher.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace nutgraf::http {

/// Where one request about alerts works: a file of alerts and a searcher, each opened when it is
/// first needed. Not thread-safe: one per thread.
class AlertDesk {
public:
    AlertDesk(std::filesystem::path alerts, std::filesystem::path index,
              const entities::Gazetteer& gazetteer);

    /// The alerts; their file is made where there is none. Throws Error when it fails.
    alerts::Store& store();

    /// The alerts; null, and nothing is made, where there is no file of them yet.
    alerts::Store* store_if_any();

    search::Searcher& searcher();

private:
    std::filesystem::path alerts_;
    std::filesystem::path index_;
    const entities::Gazetteer& gazetteer_;
    std::optional<alerts::Store> store_;
    std::optional<search::Searcher> searcher_;
};

/// Desks to borrow, one borrower each: what is slow about alerts, a locked file say, holds up at
/// most so many requests, and takes no searcher from those who search. Thread-safe.
class AlertDesks {
public:
    static constexpr std::size_t size = 4;

    /// Opens nothing yet. Borrows the gazetteer, which must outlive it.
    AlertDesks(std::filesystem::path alerts, std::filesystem::path index,
               const entities::Gazetteer& gazetteer);

    /// The queries of the alerts, for one request; relative dates count from `today`.
    alerts::AlertQueries queries(std::chrono::sys_days today) const {
        return {alerts_, &gazetteer_, today};
    }

    /// A borrowed desk; goes back at the end of its life, which must be before that of the desks.
    class Loan {
    public:
        Loan(AlertDesks& desks, std::unique_ptr<AlertDesk> desk)
            : desks_(&desks), desk_(std::move(desk)) {}
        Loan(Loan&&) noexcept = default;
        Loan& operator=(Loan&&) = delete;
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan();

        AlertDesk& operator*() const { return *desk_; }

        /// Closes the file instead of giving it back open: who knows what is wrong with it.
        void discard();

    private:
        AlertDesks* desks_;
        std::unique_ptr<AlertDesk> desk_;  // Null once moved from.
    };

    /// A free desk, waited for as long as `wait`; empty when none became free.
    std::optional<Loan> borrow(std::chrono::milliseconds wait);

private:
    std::unique_ptr<AlertDesk> new_desk() const;
    void give_back(std::unique_ptr<AlertDesk> desk);

    std::filesystem::path alerts_;
    std::filesystem::path index_;
    const entities::Gazetteer& gazetteer_;
    std::mutex free_mutex_;  // Guards free_.
    std::condition_variable freed_;
    std::vector<std::unique_ptr<AlertDesk>> free_;
};

}  // namespace nutgraf::http
