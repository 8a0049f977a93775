#include "indexer/archive/wire/json_news.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nutgraf::archive {

namespace {

using MemberNames = std::initializer_list<const char*>;

/// The first member of some names that is there and not null. Versions of ninjs differ in capitals.
const Json* member_of(const Json& record, MemberNames names) {
    for (const char* name : names)
        if (const auto found = record.find(name); found != record.end() && !found->is_null())
            return &*found;
    return nullptr;
}

std::string string_of(const Json& record, MemberNames names) {
    const Json* value = member_of(record, names);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

/// The text of a list of texts with roles: the one in the wanted role, else the first.
const Json* in_role(const Json& record, MemberNames names, std::string_view role) {
    const Json* list = member_of(record, names);
    if (list == nullptr || !list->is_array() || list->empty()) return nullptr;
    const auto plays = [&](const Json& item) {
        return item.is_object() && string_of(item, {"role"}).find(role) != std::string::npos;
    };
    const auto found = std::ranges::find_if(*list, plays);
    return found == list->end() ? &list->front() : &*found;
}

std::string text_in_role(const Json& record, MemberNames names, std::string_view role) {
    const Json* item = in_role(record, names, role);
    if (item == nullptr || !item->is_object()) return {};
    const std::string text = string_of(*item, {"value", "description"});
    const std::string type = lower_ascii(string_of(*item, {"contenttype", "contentType"}));
    return type == "text/plain" ? text : html_text(text);
}

void set_names(Json& fields, const Json& record, MemberNames lists) {
    const Json* list = member_of(record, lists);
    if (list == nullptr || !list->is_array()) return;
    Json names = Json::array();
    for (const Json& item : *list)
        if (item.is_object() && !string_of(item, {"name"}).empty())
            names.push_back(string_of(item, {"name"}));
    if (names.empty()) return;
    set_once(fields, "section", names.front().get<std::string>());
    set_extra(fields, "subjects", names);
}

/// Everything that has no field, as long as it is one value.
void keep_plain_members(Json& fields, const Json& record, MemberNames names) {
    for (const char* name : names)
        if (const Json* value = member_of(record, {name}); value && value->is_primitive())
            set_extra(fields, name, *value);
}

Json ninjs_fields(const Json& record) {
    Json fields = Json::object();
    set_once(fields, "id", string_of(record, {"uri"}));
    set_once(fields, "title", string_of(record, {"headline"}));
    set_once(fields, "title", text_in_role(record, {"headlines"}, "main"));
    set_once(fields, "title", string_of(record, {"title"}));
    set_once(fields, "standfirst", html_text(string_of(record, {"description_text"})));
    set_once(fields, "standfirst", html_text(string_of(record, {"description_xhtml"})));
    set_once(fields, "standfirst", text_in_role(record, {"descriptions"}, "summary"));
    set_once(fields, "body", html_text(string_of(record, {"body_xhtml", "body_html"})));
    set_once(fields, "body", text_in_role(record, {"bodies"}, "html"));
    set_once(fields, "body", string_of(record, {"body_text"}));
    if (const auto by = on_one_line(string_of(record, {"byline", "by"})); !by.empty())
        fields["byline"] = by;
    set_published(fields,
                  string_of(record, {"firstcreated", "firstCreated", "contentcreated",
                                     "contentCreated", "versioncreated", "versionCreated"}));
    set_once(fields, "updated", string_of(record, {"versioncreated", "versionCreated"}));
    set_once(fields, "lang", string_of(record, {"language"}));
    set_once(fields, "place", string_of(record, {"located"}));
    set_once(fields, "source", string_of(record, {"copyrightholder", "copyrightHolder"}));
    set_extra(fields, "status", string_of(record, {"pubstatus", "pubStatus"}));
    set_names(fields, record, {"subjects", "subject"});
    keep_plain_members(fields, record,
                       {"type", "profile", "version", "urgency", "slugline", "ednote", "edNote",
                        "embargoed", "usageterms"});
    return fields;
}

Json digital_wire_fields(const Json& record) {
    Json fields = Json::object();
    set_once(fields, "id", string_of(record, {"urn"}));
    set_once(fields, "title", string_of(record, {"headline"}));
    set_once(fields, "standfirst", html_text(string_of(record, {"teaser", "subhead"})));
    set_once(fields, "body", html_text(string_of(record, {"article_html"})));
    set_once(fields, "standfirst", text_in_role(record, {"descriptions"}, "caption"));
    if (const auto by = on_one_line(string_of(record, {"byline"})); !by.empty())
        fields["byline"] = by;
    set_published(fields, string_of(record, {"content_created", "version_created"}));
    set_once(fields, "updated", string_of(record, {"version_created"}));
    set_once(fields, "lang", string_of(record, {"language"}));
    set_once(fields, "wire", string_of(record, {"creditline"}));
    set_extra(fields, "status", string_of(record, {"pubstatus"}));
    keep_plain_members(
        fields, record,
        {"kicker", "dateline", "embargoed", "urgency", "version", "notepad", "copyrightnotice"});
    return fields;
}

Json feed_item_fields(const Json& record) {
    Json fields = Json::object();
    set_once(fields, "id", string_of(record, {"id"}));
    set_once(fields, "url", string_of(record, {"url", "external_url"}));
    set_once(fields, "title", string_of(record, {"title"}));
    set_once(fields, "body", html_text(string_of(record, {"content_html"})));
    set_once(fields, "body", string_of(record, {"content_text"}));
    set_once(fields, "standfirst", string_of(record, {"summary"}));
    set_published(fields, string_of(record, {"date_published"}));
    set_once(fields, "updated", string_of(record, {"date_modified"}));
    set_once(fields, "lang", string_of(record, {"language"}));
    const Json* author = in_role(record, {"authors"}, "");
    if (author == nullptr) author = member_of(record, {"author"});
    if (author != nullptr && author->is_object() && !string_of(*author, {"name"}).empty())
        fields["byline"] = string_of(*author, {"name"});
    return fields;
}

bool has_any(const Json& record, MemberNames names) {
    return member_of(record, names) != nullptr;
}

}  // namespace

Json news_fields(const Json& record) {
    if (!record.is_object()) return record;
    if (string_of(record, {"format"}).starts_with("digitalwires"))
        return digital_wire_fields(record);
    const bool is_ninjs = has_any(record, {"uri"}) &&
                          has_any(record, {"headline", "headlines", "body_text", "body_xhtml",
                                           "bodies", "descriptions", "description_text", "title",
                                           "versioncreated", "versionCreated"});
    if (is_ninjs) return ninjs_fields(record);
    if (has_any(record, {"content_html", "content_text", "date_published"}))
        return feed_item_fields(record);
    return record;
}

}  // namespace nutgraf::archive
