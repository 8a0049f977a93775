#include "searchd/cli/decoded.h"
#include "searchd/cli/decoded_parts.h"

#include <string>

namespace nutgraf::cli {

search::VersionsView versions_from(const Json& record) {
    return decoded([&] {
        search::VersionsView view;
        view.id = record.at("id").get<std::string>();
        view.key = record.at("key").get<std::string>();
        view.title = record.at("title").get<std::string>();
        view.lang = text_in(record, "lang");
        view.revision = record.at("index").at("revision").get<std::uint64_t>();
        view.former = record.at("total").at("value").get<std::uint64_t>();
        for (const Json& version : record.at("versions"))
            view.versions.push_back({version_line_from(version),
                                     version.at("text").get<std::string>(),
                                     diff_rows_from(version.at("diff").at("rows"))});
        return view;
    });
}

}  // namespace nutgraf::cli
