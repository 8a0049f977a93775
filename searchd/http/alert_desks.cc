#include "searchd/http/alert_desks.h"

#include "base/error.h"

#include <fmt/format.h>

#include <system_error>

namespace nutgraf::http {

AlertDesk::AlertDesk(std::filesystem::path alerts, std::filesystem::path index,
                     const entities::Gazetteer& gazetteer)
    : alerts_(std::move(alerts)), index_(std::move(index)), gazetteer_(gazetteer) {}

alerts::Store& AlertDesk::store() {
    // Who restores the file from a backup puts another in its place.
    if (store_ && !store_->is_at_its_path()) store_.reset();
    if (!store_) store_.emplace(alerts_);
    return *store_;
}

alerts::Store* AlertDesk::store_if_any() {
    std::error_code error;
    const bool is_there = std::filesystem::exists(alerts_, error);
    if (error)
        throw Error(
            fmt::format("\"{}\" could not be examined: {}.", alerts_.string(), error.message()));
    return is_there ? &store() : nullptr;
}

search::Searcher& AlertDesk::searcher() {
    if (!searcher_) searcher_.emplace(index_, &gazetteer_);
    return *searcher_;
}

AlertDesks::AlertDesks(std::filesystem::path alerts, std::filesystem::path index,
                       const entities::Gazetteer& gazetteer)
    : alerts_(std::move(alerts)), index_(std::move(index)), gazetteer_(gazetteer) {
    for (std::size_t i = 0; i < size; ++i) free_.push_back(new_desk());
}

std::unique_ptr<AlertDesk> AlertDesks::new_desk() const {
    return std::make_unique<AlertDesk>(alerts_, index_, gazetteer_);
}

std::optional<AlertDesks::Loan> AlertDesks::borrow(std::chrono::milliseconds wait) {
    std::unique_lock lock(free_mutex_);
    if (!freed_.wait_for(lock, wait, [this] { return !free_.empty(); })) return std::nullopt;
    auto desk = std::move(free_.back());
    free_.pop_back();
    return std::optional<Loan>(std::in_place, *this, std::move(desk));
}

void AlertDesks::give_back(std::unique_ptr<AlertDesk> desk) {
    {
        const std::lock_guard lock(free_mutex_);
        free_.push_back(std::move(desk));
    }
    freed_.notify_one();
}

AlertDesks::Loan::~Loan() {
    if (desk_) desks_->give_back(std::move(desk_));
}

void AlertDesks::Loan::discard() {
    desk_ = desks_->new_desk();
}

}  // namespace nutgraf::http
