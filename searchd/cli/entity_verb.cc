#include "searchd/cli/entity_verb.h"

#include "base/closest.h"
#include "base/utf8.h"
#include "searchd/cli/options.h"
#include "searchd/render/entity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace nutgraf::cli {

using entities::Gazetteer;
using entities::Table;

namespace {

/// The organisations and people a text is a name of, and the holders of an office, each once.
std::vector<std::uint32_t> found(const Gazetteer& gazetteer, const std::string& text) {
    std::vector<std::uint32_t> numbers;
    const auto add = [&](std::uint32_t number) {
        if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
    };
    for (const entities::Sense& sense : gazetteer.senses_of(text)) {
        if (sense.table == Table::entity) add(sense.number);
        if (sense.table == Table::office)
            for (const entities::Holder& holder : gazetteer.office(sense.number).holders)
                add(holder.person);
    }
    return numbers;
}

std::string suggestion(const Gazetteer& gazetteer, const std::string& id) {
    std::vector<std::string_view> ids;
    for (std::uint32_t number = 0; number < gazetteer.size(Table::entity); ++number)
        ids.push_back(gazetteer.entity(number).id);
    const auto meant = closest(id, ids);
    return meant ? fmt::format(" Is \"{}\" meant?", *meant) : "";
}

int find(const Gazetteer& gazetteer, const std::string& text, bool as_json) {
    const auto numbers = found(gazetteer, text);
    for (const std::uint32_t number : numbers) {
        if (as_json) {
            Json record = {{"version", 1}};
            record.update(render::entity_summary(gazetteer, number));
            fmt::print("{}\n", to_visible_text(record));
        } else {
            fmt::print("{}\n", render::entity_line(gazetteer, number));
        }
    }
    if (!numbers.empty()) return exit_found;
    fmt::print(stderr, "The gazetteer has nobody called \"{}\".\n", visible(text));
    return exit_nothing;
}

int show(const Gazetteer& gazetteer, std::string id, bool as_json) {
    if (id.starts_with('#')) id.erase(0, 1);
    const auto number = gazetteer.number_of(Table::entity, id);
    if (!number) {
        fmt::print(stderr,
                   "The gazetteer has no id \"{}\".{} Names are looked up by \"entity find\".\n",
                   visible(id), suggestion(gazetteer, id));
        return exit_nothing;
    }
    if (as_json) {
        fmt::print("{}\n", to_visible_text(render::entity_record(gazetteer, *number)));
    } else {
        fmt::print("{}", render::entity_text(gazetteer, *number));
    }
    return exit_found;
}

}  // namespace

void define_entity(CLI::App& app, EntityCommand& command) {
    CLI::App* verb =
        app.add_subcommand("entity",
                           "Look organisations and people up\n\nExamples:\n"
                           "  nutgraf entity find 华为          who is called so, in any script\n"
                           "  nutgraf entity show huawei        everything the gazetteer knows");
    verb->require_subcommand(1);
    CLI::App* find = verb->add_subcommand("find", "Say who is called so, under any name");
    find->add_option("NAME", command.words, "A name or a role, in any script")->required();
    find->add_flag("--json", command.as_json, "As JSON records, one a line");
    CLI::App* show = verb->add_subcommand("show", "Print what is known of one");
    show->add_option("ID", command.id, "Its id, with or without #")->required();
    show->add_flag("--json", command.as_json, "As one JSON record");
}

int run_entity(const CLI::App& app, const CommonOptions& common, const EntityCommand& command) {
    const CLI::App* verb = app.get_subcommand("entity");
    if (verb->got_subcommand("find"))
        return find(*common.gazetteer, joined(command.words), command.as_json);
    return show(*common.gazetteer, command.id, command.as_json);
}

}  // namespace nutgraf::cli
