#pragma once

#include "base/date.h"
#include "indexer/index/index_writer.h"
#include "tests/base/scratch_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::tests {

/// An article of a test: English, from the Courier, unless said otherwise; `published` is an ISO
/// date or empty.
struct TestArticle {
    std::string id;
    std::string title;
    std::string body;
    std::string published;
    std::string lang = "en";
    std::string source = "Courier";
};

inline archive::Article article_of(const TestArticle& test) {
    archive::Article article;
    article.id = test.id;
    article.title = test.title;
    article.body = test.body;
    article.lang = test.lang;
    article.source = test.source;
    if (!test.published.empty()) article.published = {*parse_day_span(test.published)};
    return article;
}

/// An index in a scratch folder of its own.
class ScratchIndex {
public:
    explicit ScratchIndex(const std::vector<TestArticle>& articles = {}) {
        std::vector<archive::Article> all;
        all.reserve(articles.size());
        for (const TestArticle& article : articles) all.push_back(article_of(article));
        add(all);
    }

    /// Adds articles and makes them searchable.
    void add(const std::vector<archive::Article>& articles) const {
        index::IndexWriter writer(path());
        for (const archive::Article& article : articles) writer.add(article, {});
        writer.commit();
    }
    void add(const TestArticle& article) const { add(std::vector{article_of(article)}); }

    std::filesystem::path path() const { return folder_.path() / "index"; }

private:
    ScratchFolder folder_;
};

}  // namespace nutgraf::tests
