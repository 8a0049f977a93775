#pragma once

#include "searchd/search/hit.h"

namespace nutgraf::search {

/// The article with its text as the archive gave it, furniture and all (archive::raw_text_of), the
/// places of which are in `furniture`. What is marked or said stays marked or said where it stands
/// there; a mark goes over furniture between its words.
ArticleView raw_view(ArticleView view);

}  // namespace nutgraf::search
