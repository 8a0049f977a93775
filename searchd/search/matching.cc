#include "searchd/search/matching.h"

namespace nutgraf::search {

std::vector<Xapian::docid> matching_documents(const Xapian::Database& database,
                                              const Xapian::Query& query,
                                              const Deadline& deadline) {
    Xapian::Enquire enquire(database);
    enquire.set_query(with_deadline(query, deadline));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    // Not by a MatchSpy, which is given numbers within one of several databases.
    const auto all = database.get_doccount();
    const Xapian::MSet matches = enquire.get_mset(0, all, all);
    return {matches.begin(), matches.end()};
}

}  // namespace nutgraf::search
