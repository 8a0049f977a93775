#include "searchd/search/matching.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_matching_test {

using namespace nutgraf;
using Documents = std::vector<Xapian::docid>;

TEST_CASE("every document that matches is noted by its number, in several databases too") {
    Xapian::Database both;
    for (int shard = 0; shard < 2; ++shard) {
        Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
        for (int i = 0; i < 3; ++i) {
            Xapian::Document document;
            document.add_term(i == 1 ? "ban" : "other");
            database.add_document(document);
        }
        both.add_database(database);
    }
    CHECK(search::matching_documents(both, Xapian::Query("ban"), {}) == Documents{3, 4});
    CHECK(search::matching_documents(both, Xapian::Query::MatchAll, {}) ==
          Documents{1, 2, 3, 4, 5, 6});
    CHECK(search::matching_documents(both, Xapian::Query("none"), {}).empty());
    CHECK(search::matching_documents(both, Xapian::Query(), {}).empty());
}

}  // namespace nutgraf::tests::in_matching_test
