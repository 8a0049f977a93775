#pragma once

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

/// Searchers to borrow, one borrower each: bounds how many searches run at once, however many
/// requests wait, and saves opening the databases for every request. Thread-safe.
class SearcherPool {
public:
    /// A borrowed searcher; goes back at the end of its life, which must be before the pool's.
    class Loan {
    public:
        Loan(SearcherPool& pool, std::unique_ptr<search::Searcher> searcher)
            : pool_(&pool), searcher_(std::move(searcher)) {}
        Loan(Loan&&) noexcept = default;
        Loan& operator=(Loan&&) = delete;
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan();

        search::Searcher* operator->() const { return searcher_.get(); }

    private:
        SearcherPool* pool_;
        std::unique_ptr<search::Searcher> searcher_;  // Null once moved from.
    };

    /// Opens `size` searchers, at least one, which borrow the gazetteer. Throws Error when there is
    /// no index.
    SearcherPool(const std::filesystem::path& index, const entities::Gazetteer& gazetteer,
                 std::size_t size);

    /// A free searcher, waited for as long as `wait`; empty when none became free.
    std::optional<Loan> borrow(std::chrono::milliseconds wait);

    /// How many searchers are lent out just now.
    std::size_t lent();

private:
    void give_back(std::unique_ptr<search::Searcher> searcher);

    std::size_t size_;
    std::mutex free_mutex_;  // Guards free_.
    std::condition_variable freed_;
    std::vector<std::unique_ptr<search::Searcher>> free_;
};

}  // namespace nutgraf::http
