#pragma once

#include "base/date.h"
#include "indexer/archive/article.h"
#include "indexer/index/entity_record.h"
#include "searchd/query/syntax.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/counts.h"
#include "searchd/search/proposals.h"
#include "searchd/search/version_lines.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// A range of bytes of a text, [begin, end), on character boundaries.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Mark&) const = default;
};

/// A text and what to mark in it: sorted, disjoint, one range a phrase.
struct MarkedText {
    std::string text;
    std::vector<Mark> marks;

    bool operator==(const MarkedText&) const = default;
};

/// A verbatim piece of an article's text.
struct Snippet {
    std::size_t paragraph = 0;  ///< Counted from 0 over the paragraphs of the text.
    MarkedText passage;
    bool is_cut_before = false;  ///< The paragraph begins before it.
    bool is_cut_after = false;

    bool operator==(const Snippet&) const = default;
};

/// How many of an article's organisations and people a hit shows.
constexpr std::size_t hit_entities = 8;

/// How many of the other copies of a story a hit lists.
constexpr std::size_t listed_copies = 10;

/// Another article of a hit's story, as far as a list shows it.
struct CopyLine {
    std::string key;
    std::string title;  ///< Empty where it has no headline.
    std::string source;
    std::optional<archive::Published> published;
};

/// The story of a hit.
struct HitStory {
    std::string id;
    std::uint64_t copies = 0;     ///< The others of the index, whether they match or not.
    std::vector<CopyLine> lines;  ///< Of the first of them, where they were asked for.
};

/// One ranked article.
struct Hit {
    std::string id;
    std::string key;
    std::string url;
    MarkedText title;  ///< Empty text where the article has no headline.
    std::string source;
    std::vector<std::string> byline;
    std::optional<archive::Published> published;
    std::string lang;
    double score = 0;               ///< 0 when the hits are not ordered by relevance.
    std::vector<Snippet> snippets;  ///< In the order of the text; at least one where there is text.
    std::vector<index::StoredEntity> entities;  ///< The most relevant, at most `hit_entities`.
    HitStory story;
};

/// How hits are ordered. Undated articles come last in both orders of time.
enum class Order { relevance, newest, oldest };

/// What is done about the best hits, at a price in time.
enum class Rerank {
    none,
    neighbours,  ///< Articles whose likes are ranked high come higher: see Neighbours.
};

/// What the rows of an answer are.
enum class Collapse {
    none,   ///< Articles.
    story,  ///< Stories: of each the article that comes first in the order.
};

/// The answer to a search. One answer is one state of the index.
struct Results {
    query::Query query;  ///< As it was read, filters included.
    std::vector<query::Note> notes;
    std::vector<query::Expansion> expansions;
    std::vector<std::string> left_out;  ///< Stop words of a question, which are not looked for.
    std::uint64_t total = 0;            ///< Articles that match, exactly.
    std::uint64_t stories = 0;          ///< Rows: stories, or else articles, exactly.
    std::string index_uuid;             ///< Of the index that answered.
    std::uint64_t revision = 0;         ///< Sequence of the index's last change.
    std::uint64_t articles = 0;         ///< In the index.
    std::vector<Hit> hits;
    std::vector<Facet> facets;           ///< Those asked for, in that order.
    std::optional<Histogram> histogram;  ///< Where it was asked for.
    /// Texts that may have been meant and find more, the likeliest first; where they were asked for
    /// and little was found.
    std::vector<Correction> corrections;
    /// What can be left out; where it was asked for and nothing was found.
    std::vector<Relaxation> relaxations;
};

/// A whole article with marks.
struct ArticleView {
    std::string key;
    archive::Article article;  ///< Its title and text are in `title` and `text`, marked.
    std::string lang;          ///< Declared, or else detected.
    MarkedText title;
    MarkedText text;
    std::vector<index::StoredEntity> entities;  ///< All of them, the most relevant first.
    std::vector<index::StoredQuote> quotes;     ///< Their speakers are numbers of `entities`.
    bool is_raw = false;          ///< The text is as the archive gave it: see raw_view.
    std::vector<Mark> furniture;  ///< Where the text is raw: its furniture, like marks.
    VersionLines versions = {};   ///< What it said before.
};

}  // namespace nutgraf::search
