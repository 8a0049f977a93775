#pragma once

#include "base/command_line.h"
#include "searchd/search/search_request.h"

#include <map>
#include <string>
#include <vector>

namespace nutgraf::cli {

// Options that several verbs share. What they are bound to must outlive the parsing.

/// An option that takes one of some words.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& help) {
    return app.add_option(name, value, help)->transform(choice_of(choices))->type_name("WHICH");
}

/// How a query is read, and its filters.
void add_filters(CLI::App& verb, search::SearchRequest& request);

/// The words of a query, and the same.
void add_query(CLI::App& verb, search::SearchRequest& request, std::vector<std::string>& words);

/// Lets words that are a name of an entity find it too, and a switch against it.
void add_entities_switch(CLI::App& verb, search::SearchRequest& request);

/// Lets each story be one hit, and a switch against it.
void add_collapse_switch(CLI::App& verb, search::SearchRequest& request);

/// The words of a query, joined by spaces.
std::string joined(const std::vector<std::string>& words);

}  // namespace nutgraf::cli
