#include "searchd/cli/entity_verb.h"

#include "base/closest.h"
#include "base/utf8.h"
#include "indexer/index/manifest.h"
#include "searchd/cli/options.h"
#include "searchd/cli/output.h"
#include "searchd/render/entity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace nutgraf::cli {

using entities::Gazetteer;
using entities::Table;

namespace {

std::string suggestion(const Gazetteer& gazetteer, const std::string& id) {
    std::vector<std::string_view> ids;
    for (std::uint32_t number = 0; number < gazetteer.size(Table::entity); ++number)
        ids.push_back(gazetteer.entity(number).id);
    const auto meant = closest(id, ids);
    return meant ? fmt::format(" Is \"{}\" meant?", *meant) : "";
}

/// A record on a line of its own, as one of many.
std::string json_line(const Json& record) {
    Json line = {{"version", 1}};
    line.update(record);
    return to_visible_text(line) + "\n";
}

int find(const Gazetteer& gazetteer, const std::string& text, bool as_json) {
    const auto numbers = search::called(gazetteer, text);
    for (const std::uint32_t number : numbers) {
        const search::EntityBrief brief = search::brief_of(gazetteer, number);
        fmt::print("{}",
                   as_json ? json_line(render::to_json(brief)) : render::entity_line(brief) + "\n");
    }
    if (!numbers.empty()) return exit_found;
    fmt::print(stderr, "The gazetteer has nobody called \"{}\".\n", visible(text));
    return exit_nothing;
}

/// Prints facts alone, or with what the index has.
template <class Facts>
int print(const Facts& facts, bool as_json) {
    PagedOutput output;
    output.write(as_json ? to_visible_text(render::to_json(facts)) + "\n"
                         : render::entity_text(facts));
    return exit_found;
}

/// Who is known is shown without an index too.
int show(const CommonOptions& common, std::string id, bool as_json) {
    if (id.starts_with('#')) id.erase(0, 1);
    const bool has_index = index::read_manifest(common.index).has_value();
    if (has_index) {
        search::Searcher searcher(common.index, common.gazetteer);
        if (const auto profile = searcher.entity_profile({id, {}, {}}))
            return print(*profile, as_json);
    } else if (const auto number = common.gazetteer->number_of(Table::entity, id)) {
        return print(search::facts_of(*common.gazetteer, *number), as_json);
    }
    fmt::print(
        stderr, "{} \"{}\".{} Names are looked up by \"entity find\".\n",
        has_index ? "Neither the gazetteer nor the index has an id" : "The gazetteer has no id",
        visible(id), suggestion(*common.gazetteer, id));
    return exit_nothing;
}

std::string text_line(const search::CountedEntity& counted) {
    return fmt::format("{:>7}  {}\n", counted.articles, render::entity_line(counted.brief));
}

std::string tsv_line(const search::CountedEntity& counted) {
    const search::EntityBrief& brief = counted.brief;
    std::string name = visible(brief.name);
    std::ranges::replace_if(
        name, [](char c) { return c == '\t' || c == '\n'; }, ' ');
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", counted.articles, brief.kind, visible(brief.id),
                       name, brief.type, brief.country);
}

std::string record_line(const search::CountedEntity& counted) {
    Json record = render::to_json(counted.brief);
    record["articles"] = counted.articles;
    return json_line(record);
}

int list(const CommonOptions& common, const EntityCommand& command) {
    search::EntityListRequest request = command.listed;
    request.text = joined(command.words);
    const auto list = search::Searcher(common.index, common.gazetteer).entity_list(request);
    const int status = list.entities.empty() ? exit_nothing : exit_found;
    if (command.format == EntityFormat::json) {
        fmt::print("{}\n", to_visible_text(render::to_json(list, request.text)));
        return status;
    }
    PagedOutput output;
    for (const search::CountedEntity& counted : list.entities) {
        const bool is_text = command.format == EntityFormat::text;
        if (!output.write(is_text                               ? text_line(counted)
                          : command.format == EntityFormat::tsv ? tsv_line(counted)
                                                                : record_line(counted)))
            break;
    }
    return status;
}

void define_list(CLI::App& verb, EntityCommand& command) {
    CLI::App* list =
        verb.add_subcommand("list", "Those that most articles of the index name, or a name begins");
    list->add_option("NAME", command.words, "A name or a role, or how one begins");
    list->add_option("--kind", command.listed.kind, "org, official or person")
        ->check(one_of({"org", "official", "person"}))
        ->type_name("WHICH");
    list->add_option("-n,--limit", command.listed.limit, "So many at most (20)")->type_name("N");
    add_choice<EntityFormat>(*list, "--format", command.format,
                             {{"text", EntityFormat::text},
                              {"json", EntityFormat::json},
                              {"jsonl", EntityFormat::jsonl},
                              {"tsv", EntityFormat::tsv}},
                             "text, json, jsonl or tsv");
}

}  // namespace

void define_entity(CLI::App& app, EntityCommand& command) {
    CLI::App* verb =
        app.add_subcommand("entity",
                           "Look organisations and people up\n\nExamples:\n"
                           "  nutgraf entity find 华为          who is called so, in any script\n"
                           "  nutgraf entity show huawei        what the gazetteer and the index "
                           "have of it\n"
                           "  nutgraf entity list --kind org    those that most articles name");
    verb->require_subcommand(1);
    CLI::App* find = verb->add_subcommand("find", "Say who is called so, under any name");
    find->add_option("NAME", command.words, "A name or a role, in any script")->required();
    find->add_flag("--json", command.as_json, "As JSON records, one a line");
    CLI::App* show = verb->add_subcommand("show", "Print what is known of one");
    show->add_option("ID", command.id, "Its id, with or without #")->required();
    show->add_flag("--json", command.as_json, "As one JSON record");
    define_list(*verb, command);
}

int run_entity(const CLI::App& app, const CommonOptions& common, const EntityCommand& command) {
    const CLI::App* verb = app.get_subcommand("entity");
    if (verb->got_subcommand("find"))
        return find(*common.gazetteer, joined(command.words), command.as_json);
    if (verb->got_subcommand("list")) return list(common, command);
    return show(common, command.id, command.as_json);
}

}  // namespace nutgraf::cli
