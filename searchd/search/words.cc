#include "searchd/search/words.h"

#include "analyzers/text/tokenizer.h"

namespace nutgraf::search {

Words::Words(std::string_view content)
    : text(content), tokens(analyzers::tokenise(content)), compounds(analyzers::compounds(tokens)) {
    const std::size_t line_end = text.find('\n');
    while (first_paragraph < tokens.size() && tokens[first_paragraph].begin < line_end)
        ++first_paragraph;
    initials_.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) initials_ += tokens.folded(i).front();
    for (const std::string_view apostrophe : {"'", "’", "＇"}) mark_inner(apostrophe);
}

/// Most stemmers change endings; French elision, which takes something off the front, has an
/// apostrophe.
void Words::mark_inner(std::string_view apostrophe) {
    std::size_t token = 0;
    for (std::size_t at = text.find(apostrophe); at != std::string_view::npos;
         at = text.find(apostrophe, at + 1)) {
        while (token < tokens.size() && tokens[token].end <= at) ++token;
        if (token < tokens.size() && tokens[token].begin < at) initials_[token] = '\0';
    }
}

std::size_t Words::next(std::size_t at, char first, char second) const {
    while (at < initials_.size() && initials_[at] != first && initials_[at] != second &&
           initials_[at] != '\0')
        ++at;
    return at;
}

std::string_view Words::written(std::size_t token) const {
    return text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
}

}  // namespace nutgraf::search
