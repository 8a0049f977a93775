#include "searchd/cli/dict_verb.h"

#include "indexer/gazetteer/importer.h"

#include <fmt/format.h>

namespace nutgraf::cli {

namespace {

void add_bare(CLI::App& verb, DictCommand& command) {
    verb.add_flag("--bare", command.is_bare, "Without the facts that Nutgraf brings");
}

std::vector<std::string> import_kinds() {
    std::vector<std::string> names;
    for (const gazetteer::ImporterRow& row : gazetteer::importers()) names.emplace_back(row.name);
    return names;
}

/// What stands below the help of `import`: the kinds, one a line.
std::string kinds_help() {
    std::string text =
        "Example:\n"
        "  nutgraf dict import congress legislators-current.yaml -o congress.ent\n\nKinds:\n";
    for (const gazetteer::ImporterRow& row : gazetteer::importers())
        text += fmt::format("  {:<16} {}\n", row.name, row.files);
    return text;
}

void define_import(CLI::App& dict, DictCommand& command) {
    CLI::App* verb = dict.add_subcommand("import", "Make facts of what others publish");
    verb->footer(kinds_help());
    verb->add_option("KIND", command.kind, "What the files are")
        ->required()
        ->check(one_of(import_kinds()));
    verb->add_option("FILE", command.files, "Files, also .gz and .zst; - for standard input")
        ->required();
    verb->add_option("-o,--output", command.output,
                     "Where the blocks go; added to what was written there by hand")
        ->type_name("OUT");
    verb->add_option("--since", command.since, "Leave out whose roles all ended before this date")
        ->type_name("DATE");
    verb->add_option("--with", command.others, "Facts of your own that are known already")
        ->type_name("FILE");
    verb->add_option("--allow", command.allowed,
                     "Names or identifiers to let in, one a line (gleif)")
        ->type_name("FILE");
    verb->add_flag("--differences", command.tells_differences,
                   "Say where the source and the known facts differ");
    add_bare(*verb, command);
}

}  // namespace

void define_dict(CLI::App& app, DictCommand& command) {
    CLI::App* dict = app.add_subcommand(
        "dict",
        "Keep the facts about organisations and people\n\nExamples:\n"
        "  nutgraf dict check mine.ent                  say what is wrong, by file and line\n"
        "  nutgraf dict build mine.bin mine.ent         compile; --gazetteer mine.bin uses it\n"
        "  nutgraf dict import ror ror-data.json -o ror.ent\n"
        "  nutgraf dict suggest                         who is named often and not known");
    dict->require_subcommand(1);
    CLI::App* check = dict->add_subcommand("check", "Say what is wrong with facts");
    check->add_option("FILE", command.files,
                      "Files and folders of facts; without any, those that Nutgraf brings");
    add_bare(*check, command);
    CLI::App* build = dict->add_subcommand("build", "Compile a gazetteer of your own");
    build->add_option("OUT", command.output, "The gazetteer to be written")->required();
    build->add_option("FILE", command.files, "Files and folders of facts")->required();
    add_bare(*build, command);
    define_import(*dict, command);
    CLI::App* suggest =
        dict->add_subcommand("suggest", "Propose facts about who is named often and not known");
    suggest->add_option("-n,--limit", command.limit, "Blocks at most (100)")->type_name("N");
    suggest->add_option("--min", command.min_articles, "In so many articles at least (2)")
        ->type_name("N");
}

int run_dict(const CLI::App& app, const CommonOptions& common, const DictCommand& command) {
    const CLI::App* verb = app.get_subcommand("dict");
    if (verb->got_subcommand("check")) return check_facts(command);
    if (verb->got_subcommand("build")) return build_gazetteer(command);
    if (verb->got_subcommand("import")) return import_facts(command);
    return suggest_facts(common, command);
}

}  // namespace nutgraf::cli
