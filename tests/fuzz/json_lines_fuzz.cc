#include "base/utf8.h"
#include "indexer/archive/json_lines_reader.h"
#include "indexer/index/change.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using nutgraf::tests::require;

namespace {

void try_article(const archive::Article& article) {
    require(!article.id.empty(), "an article has an id");
    require(!article.title.empty() || !archive::text_of(article).empty(), "it says something");
    require(article.title.find('\n') == std::string::npos, "its title is one line");
    for (const std::string& name : article.byline) require(!name.empty(), "its authors have names");
    const std::string record = index::to_record({{}, article.id, article});
    require(is_valid_utf8(record) && record.find('\n') == std::string::npos, "it is one line");
    require(index::change_from_record(1, record).article == article,
            "the journal gives it back exactly");
}

}  // namespace

/// Any bytes are records, each an article that the journal can hold, or refused with a reason.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    const auto reader = archive::json_lines_reader(std::make_unique<tests::MemorySource>(bytes));
    std::uint64_t line = 0;
    while (const auto record = reader->next()) {
        require(record->line > line, "records come in the order of their lines");
        line = record->line;
        if (const auto* error = std::get_if<archive::RecordError>(&record->outcome)) {
            require(is_valid_utf8(error->message) && !error->message.empty(), "a reason is a text");
        } else {
            try_article(std::get<archive::Article>(record->outcome));
        }
        for (const std::string& warning : record->warnings)
            require(warning.ends_with('.'), "a warning is a sentence");
    }
    return 0;
}
