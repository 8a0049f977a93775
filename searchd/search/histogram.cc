#include "searchd/search/histogram.h"

#include "searchd/search/timeline_counts.h"

namespace nutgraf::search {

Histogram histogram_of(std::span<const Xapian::docid> documents, const Columns& columns,
                       std::optional<TimeUnit> unit) {
    const Timeline timeline = timeline_of({documents}, columns, unit, {}, max_buckets);
    Histogram histogram{timeline.unit, {}, timeline.undated.front()};
    for (const TimelineBucket& bucket : timeline.buckets)
        histogram.buckets.push_back({bucket.start, bucket.counts.front(), bucket.archive});
    return histogram;
}

}  // namespace nutgraf::search
