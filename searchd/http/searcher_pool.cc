#include "searchd/http/searcher_pool.h"

#include <algorithm>

namespace nutgraf::http {

SearcherPool::SearcherPool(const std::filesystem::path& index, const entities::Gazetteer& gazetteer,
                           std::size_t size)
    : size_(std::max<std::size_t>(size, 1)) {
    for (std::size_t i = 0; i < size_; ++i)
        free_.push_back(std::make_unique<search::Searcher>(index, &gazetteer));
}

std::optional<SearcherPool::Loan> SearcherPool::borrow(std::chrono::milliseconds wait) {
    std::unique_lock lock(free_mutex_);
    if (!freed_.wait_for(lock, wait, [this] { return !free_.empty(); })) return std::nullopt;
    auto searcher = std::move(free_.back());
    free_.pop_back();
    return std::optional<Loan>(std::in_place, *this, std::move(searcher));
}

std::size_t SearcherPool::lent() {
    const std::lock_guard lock(free_mutex_);
    return size_ - free_.size();
}

void SearcherPool::give_back(std::unique_ptr<search::Searcher> searcher) {
    {
        const std::lock_guard lock(free_mutex_);
        free_.push_back(std::move(searcher));
    }
    freed_.notify_one();
}

SearcherPool::Loan::~Loan() {
    if (searcher_) pool_->give_back(std::move(searcher_));
}

}  // namespace nutgraf::http
