#include "indexer/gazetteer/json_values.h"

namespace nutgraf::gazetteer {

namespace {

const Json* member_of(const Json& record, const char* key) {
    if (!record.is_object()) return nullptr;
    const auto member = record.find(key);
    return member == record.end() ? nullptr : &*member;
}

std::string text_from(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number_integer() ? value.dump() : std::string();
}

}  // namespace

std::string text_of(const Json& record, const char* key) {
    const Json* const member = member_of(record, key);
    return member == nullptr ? std::string() : text_from(*member);
}

const Json& list_of(const Json& record, const char* key) {
    static const Json nothing = Json::array();
    const Json* const member = member_of(record, key);
    return member != nullptr && member->is_array() ? *member : nothing;
}

const Json& record_of(const Json& record, const char* key) {
    static const Json nothing = Json::object();
    const Json* const member = member_of(record, key);
    return member != nullptr && member->is_object() ? *member : nothing;
}

std::string first_of(const Json& record, const char* key) {
    const Json& list = list_of(record, key);
    return list.empty() ? std::string() : text_from(list.front());
}

}  // namespace nutgraf::gazetteer
