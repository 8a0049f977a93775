#include "indexer/index/article_lines.h"

#include "indexer/archive/learned_pieces.h"
#include "indexer/index/terms.h"

#include <algorithm>

namespace nutgraf::index {

ArticleLines::ArticleLines(const archive::Article& put) : article_(put) {
    const std::string source = archive::folded_words(put.source);
    if (source.empty()) return;
    source_term_ = line_source_term(source);
    blocks_ = archive::blocks_of(put.body);
    lines_ = archive::source_lines(put.body, blocks_);
    terms_.reserve(lines_.size());
    for (const archive::SourceLine& line : lines_) terms_.push_back(line_term(source, line.words));
}

std::optional<std::size_t> ArticleLines::find(std::string_view term) const {
    const auto found = std::ranges::find(terms_, term);
    if (found == terms_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - terms_.begin());
}

std::string_view ArticleLines::text(std::size_t line) const {
    return archive::within(article_.body, blocks_[lines_[line].block].range);
}

std::string ArticleLines::rest(
    const std::function<bool(const std::string& term)>& is_left_out) const {
    std::string rest;
    std::size_t line = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        const bool is_line = line < lines_.size() && lines_[line].block == i;
        if (is_line && is_left_out(terms_[line++])) continue;
        rest.append(archive::within(article_.body, blocks_[i].range)).append("\n");
    }
    return rest;
}

archive::Article ArticleLines::without(const LearnedLines& learned) const {
    std::vector<archive::SourceLine> known;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (learned.has(terms_[i])) known.push_back(lines_[i]);
    archive::Article article = article_;
    if (!known.empty())
        archive::take_out_learned(article, archive::repeated_ranges(article_.body, blocks_, known));
    return article;
}

}  // namespace nutgraf::index
