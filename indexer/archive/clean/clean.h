#pragma once

#include "indexer/archive/article.h"

namespace nutgraf::archive {

/// Changes with what the rules of cleaning find, so that what was cleaned by older ones is known.
constexpr int cleaning_version = 3;

/// An article as its archive gives it, without what is not its body (docs/formats.md): what was
/// taken out of the body is in `removed`, what the text says of itself is in the fields that the
/// archive leaves empty. An article that has pieces in `removed` comes back as it is.
Article cleaned(Article article);

/// The article before it was cleaned, but for fields that were read from within its paragraphs: the
/// place and the agency of a dateline.
Article as_given(Article article);

/// The part of a span of days in which an article was written, by its dateline and the days that it
/// names; the whole span where they tell nothing.
DaySpan days_of_writing(const Article& article, const DaySpan& span);

}  // namespace nutgraf::archive
