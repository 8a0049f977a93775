#include "base/command_line.h"

#include "base/closest.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace nutgraf {

namespace {

/// The verb that was named, or the app itself.
CLI::App& innermost(CLI::App& app) {
    const auto verbs = app.get_subcommands();
    return verbs.empty() ? app : innermost(*verbs.front());
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    const std::vector<std::string_view> views(known.begin(), known.end());
    const auto meant = closest(word, views);
    return meant ? fmt::format(" Is \"{}\" meant?", *meant) : "";
}

std::vector<std::string> verb_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

std::vector<std::string> flag_names(const CLI::App& verb) {
    std::vector<std::string> names;
    for (const CLI::Option* option : verb.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

bool has_positionals(const CLI::App& verb) {
    return std::ranges::any_of(verb.get_options(),
                               [](const CLI::Option* option) { return option->get_positional(); });
}

/// The sentence about the first word no option took; empty when all were taken.
std::string complaint_about_extras(CLI::App& app) {
    std::vector<std::string> extras = app.remaining(true);
    std::erase(extras, "--");  // The library counts the mark itself among them.
    if (extras.empty()) return {};
    const std::string& word = extras.front();
    const CLI::App& verb = innermost(app);
    if (word.starts_with('-')) {
        const std::string flag = word.substr(0, word.find('='));
        std::string sentence = fmt::format("There is no flag \"{}\".", visible(flag));
        const std::string meant = suggestion(flag, flag_names(verb));
        if (!meant.empty() && flag.starts_with("--")) return sentence + meant;
        if (!has_positionals(verb)) return sentence;
        return sentence + fmt::format(" A word that begins with \"-\" goes after \"--\": {} -- {}",
                                      verb.get_name(), visible(word));
    }
    if (!verb_names(verb).empty())
        return fmt::format("There is no verb \"{}\".{} See {} --help.", visible(word),
                           suggestion(word, verb_names(verb)), verb.get_name());
    return fmt::format("\"{}\" is one word too many. See {} --help.", visible(word),
                       verb.get_name());
}

/// Words that no option takes are complained about here, with a suggestion.
void allow_extras(CLI::App& app) {
    app.allow_extras();
    for (CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        allow_extras(*verb);
}

bool is_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('?');
}

int complain(const CLI::App& app, const std::string& sentence) {
    fmt::print(stderr, "{}: {}\n", app.get_name(), sentence);
    return exit_error;
}

}  // namespace

std::optional<int> parse_command_line(CLI::App& app, int argc, const char* const* argv) {
    allow_extras(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help_or_version) {
        return app.exit(help_or_version);
    } catch (const CLI::ParseError& error) {
        const std::string extras = complaint_about_extras(app);
        if (!extras.empty()) return complain(app, extras);
        if (is_sentence(error.what())) return complain(app, visible(error.what()));
        return complain(app,
                        fmt::format("{}. See {} --help.", visible(error.what()), app.get_name()));
    }
    if (const std::string extras = complaint_about_extras(app); !extras.empty())
        return complain(app, extras);
    return std::nullopt;
}

CLI::Validator one_of(const std::vector<std::string>& words) {
    const auto complaint = [words](const std::string& value) {
        if (std::ranges::find(words, value) != words.end()) return std::string();
        return fmt::format("\"{}\" is none of {}.{}", value, fmt::join(words, ", "),
                           suggestion(value, words));
    };
    return CLI::Validator(complaint, "");
}

int run_program(std::string_view name, const std::function<int()>& program) {
    try {
        return program();
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}: {}\n", name, visible(error.what()));
        return exit_error;
    }
}

}  // namespace nutgraf
