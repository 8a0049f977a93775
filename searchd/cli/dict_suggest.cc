#include "analyzers/entities/analysis.h"
#include "analyzers/entities/block_writer.h"
#include "analyzers/text/tokenizer.h"
#include "base/utf8.h"
#include "indexer/archive/article.h"
#include "indexer/gazetteer/suggester.h"
#include "indexer/index/article_walk.h"
#include "searchd/cli/dict_verb.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::cli {

namespace {

/// Analyses an article as it was when it was indexed, since the index does not keep all of it.
void see_article(const index::StoredArticle& stored, entities::Analyzer& analyzer,
                 gazetteer::Suggester& suggester) {
    const archive::Article& article = stored.article;
    const std::string text = article.title + "\n" + archive::text_of(article);
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::optional<std::chrono::sys_days> published;
    if (article.published) published = article.published->days.first;
    const entities::Analysis analysis = analyzer.analysis({.text = text,
                                                           .tokens = tokens,
                                                           .title_bytes = article.title.size(),
                                                           .published = published,
                                                           .lang = stored.lang});
    const std::string key = archive::key_of(article.id);
    suggester.add({key, text, analysis.mentions, published});
}

}  // namespace

int suggest_facts(const CommonOptions& common, const DictCommand& command) {
    entities::Analyzer analyzer(*common.gazetteer);
    gazetteer::Suggester suggester(*common.gazetteer);
    index::visit_articles(common.index, [&](const index::StoredArticle& stored) {
        see_article(stored, analyzer, suggester);
    });
    const auto blocks = suggester.blocks(command.min_articles, command.limit);
    if (blocks.empty()) {
        fmt::print(stderr, "Nobody unknown is named in {} articles or more.\n",
                   command.min_articles);
        return exit_nothing;
    }
    fmt::print(
        "# Proposed from the index; nothing of it is known until you put it into a file of "
        "facts.\n");
    for (const entities::Block& block : blocks) fmt::print("\n{}", visible(to_text(block)));
    return exit_found;
}

}  // namespace nutgraf::cli
