#include "indexer/archive/clean/publication.h"

#include "indexer/archive/article_date.h"
#include "indexer/archive/clean/days_named.h"
#include "indexer/archive/clean/partial_date.h"
#include "indexer/archive/clean/url_date.h"
#include "indexer/archive/clean/written_within.h"

#include <fmt/format.h>

#include <optional>

namespace nutgraf::archive {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool is_one_day(const DaySpan& span) {
    return span.first == span.last;
}

/// What the archive declared: a year, a month or a day.
std::string iso_span(const DaySpan& span) {
    std::string first = iso_date(span.first);
    constexpr std::size_t month_bytes = 7;
    constexpr std::size_t year_bytes = 4;
    if (is_one_day(span)) return first;
    std::string month = first.substr(0, month_bytes);
    return parse_day_span(month) == span ? month : first.substr(0, year_bytes);
}

void replace_declared(Article& article, const Published& told) {
    article.extra[declared_date_member] = iso_span(article.published->days);
    article.published = told;
}

bool may_replace_declared(const Article& article) {
    return article.published->basis == Published{}.basis &&
           !article.extra.contains(declared_date_member);
}

/// The date of a whole day at the head of the text.
std::optional<Published> day_at_head(const TextParts& parts) {
    const auto span = parse_day_span(parts.published);
    if (!span) return std::nullopt;
    return Published{*span, parts.published_basis};
}

bool is_believed(const DaySpan& declared, const DaySpan& head) {
    return declared.last + days(1) >= head.first;  // Days begin elsewhere earlier.
}

/// The days before an update on which a text without a date was written.
std::optional<Published> before_update(const Article& article, std::string_view dateline_date) {
    const auto instant = iso_8601_of(article.updated);
    const auto updated = instant ? parse_day_span(*instant) : std::nullopt;
    if (!updated || !is_one_day(*updated)) return std::nullopt;
    const sys_days last = updated->first;
    constexpr days week(6);
    constexpr days month(30);
    if (const auto date = partial_date(dateline_date)) {
        const auto day = only_day(*date, {last - (date->day ? month : week), last});
        if (day) return Published{{*day, *day}, "dateline"};
    }
    if (const auto weekday = weekday_named(article.body)) {
        const auto day = only_day(PartialDate{{}, *weekday, {}}, {last - week, last});
        return Published{{*day, last}, "text"};
    }
    if (const auto ago = days_ago(article.body)) return Published{{last - *ago, last}, "text"};
    return std::nullopt;
}

}  // namespace

WritingDays writing_days(const DaySpan& span, std::string_view dateline_date,
                         std::string_view text) {
    if (is_one_day(span)) return {span, {}};
    if (const auto date = partial_date(dateline_date))
        if (const auto day = only_day(*date, span)) return {{*day, *day}, "dateline"};
    const DaySpan within = written_within(span, text);
    return {within, within == span ? "" : "text"};
}

void tell_published(Article& article, const TextParts& parts) {
    const auto head = day_at_head(parts);
    if (!article.published) {
        article.published = head;
        // The place of a page is less sure than what stands on it: files are moved.
        if (!head)
            if (const auto span = date_in_url(article.url))
                article.published = Published{*span, "url"};
        if (!article.published) article.published = before_update(article, parts.dateline_date);
    } else if (head && may_replace_declared(article) &&
               !is_believed(article.published->days, head->days)) {
        replace_declared(article, *head);
    }
    if (!article.published) return;
    const auto narrower = writing_days(article.published->days, parts.dateline_date, article.body);
    if (narrower.basis.empty()) return;
    const Published told{narrower.days, std::string(narrower.basis)};
    if (may_replace_declared(article)) {
        replace_declared(article, told);
    } else if (article.published->basis != Published{}.basis) {
        article.published = told;
    }
}

void forget_published(Article& article) {
    if (!article.published || article.published->basis == Published{}.basis) return;
    article.published.reset();
    const auto declared = article.extra.find(declared_date_member);
    if (declared == article.extra.end() || !declared->is_string()) return;
    const auto span = parse_day_span(declared->get_ref<const std::string&>());
    if (!span) return;
    article.published = Published{*span};
    article.extra.erase(declared_date_member);
}

}  // namespace nutgraf::archive
