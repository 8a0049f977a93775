#pragma once

#include "indexer/archive/article.h"
#include "indexer/archive/clean/text_parts.h"

#include <string_view>

namespace nutgraf::archive {

/// The extra that keeps what the archive declared as the date, as ISO 8601, where the text knew
/// better.
constexpr const char* declared_date_member = "published_as_declared";

/// Gives an article the days on which it was published, as far as its text and its address tell.
/// What the archive declares comes first, unless a date at the head of the text is of a later day:
/// no text is published before it is written. A month or a year that is declared, or stands in the
/// address, is narrowed by a dateline without a year, "LONDON, May 3", and by days that the text
/// says are to come. Without any of them a dateline or a day of the week, "on Tuesday", is taken to
/// be the last before the article was updated, where the archive says when; so is "last month".
void tell_published(Article& article, const TextParts& parts);

/// Takes back what that has told.
void forget_published(Article& article);

/// The part of a span in which an article was written, by its dateline and the days it names.
struct WritingDays {
    DaySpan days;
    std::string_view basis;  ///< "dateline" or "text"; empty where nothing was told.
};
WritingDays writing_days(const DaySpan& span, std::string_view dateline_date,
                         std::string_view text);

}  // namespace nutgraf::archive
