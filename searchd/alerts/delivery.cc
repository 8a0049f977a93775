#include "searchd/alerts/delivery.h"

#include "searchd/alerts/command.h"

namespace nutgraf::alerts {

namespace {

/// The part of a text that a variable of the environment can hold.
std::string up_to_nul(const std::string& text) {
    return text.substr(0, text.find('\0'));
}

Command command_for(const Alert& alert, const Match& match, const DeliveryOptions& options) {
    return {alert.command,
            to_text(to_json(match)) + "\n",
            {{"NUTGRAF_ALERT", alert.name},
             {"NUTGRAF_ARTICLE", up_to_nul(match.article)},
             {"NUTGRAF_MATCH", match.id}},
            options.time_limit};
}

}  // namespace

Deliveries deliver(const Alert& alert, Outbox& outbox, const DeliveryOptions& options) {
    Deliveries result;
    if (alert.command.empty()) return result;
    std::int64_t in_a_row = 0;
    for (const std::int64_t row : outbox.pending(alert.id)) {
        if (in_a_row == options.patience || !options.goes_on()) break;
        const auto match = outbox.match(row);
        if (!match || match->delivery != Delivery::pending) continue;
        const auto failure = failure_of(command_for(alert, *match, options));
        if (failure) {
            outbox.mark_failed(row, options.now, *failure);
            result.failure = *failure;
            ++result.failed;
            ++in_a_row;
        } else {
            outbox.mark_delivered(row, options.now);
            ++result.delivered;
            in_a_row = 0;
        }
    }
    return result;
}

}  // namespace nutgraf::alerts
