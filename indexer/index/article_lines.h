#pragma once

#include "indexer/archive/article.h"
#include "indexer/archive/clean/source_lines.h"
#include "indexer/index/learned_lines.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// The lines of an article, as it was put in, by which the furniture of its source is learned; none
/// where no source is told. Which they are does not depend on what has been learned. Borrows the
/// article. Immutable: may be shared between threads.
class ArticleLines {
public:
    explicit ArticleLines(const archive::Article& put);

    /// Of each line, in the order of the text; the same line has the same term.
    const std::vector<std::string>& terms() const { return terms_; }

    /// The term of the source; empty without one.
    const std::string& source_term() const { return source_term_; }

    /// The number of the line with a term; empty when there is none.
    std::optional<std::size_t> find(std::string_view term) const;

    bool is_sentence(std::size_t line) const { return lines_[line].is_sentence; }

    /// A line as it stands in the text, as long as the article lives.
    std::string_view text(std::size_t line) const;

    /// The body without each line whose term is of a kind, one line for each other.
    std::string rest(const std::function<bool(const std::string& term)>& is_left_out) const;

    /// The article without those that are learned and furniture where they stand.
    archive::Article without(const LearnedLines& learned) const;

private:
    const archive::Article& article_;
    std::vector<archive::Block> blocks_;
    std::vector<archive::SourceLine> lines_;
    std::vector<std::string> terms_;
    std::string source_term_;
};

}  // namespace nutgraf::index
