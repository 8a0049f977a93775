#include "searchd/cli/completion_verb.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <vector>

namespace nutgraf::cli {

namespace {

/// The verbs and long flags that may follow an application's name, parted by spaces.
std::string words_behind(const CLI::App& app) {
    std::string words;
    const auto add = [&words](const std::string& word) {
        words.append(words.empty() ? "" : " ").append(word);
    };
    for (const CLI::App* verb : app.get_subcommands({})) add(verb->get_name());
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) add("--" + name);
    return words;
}

/// A text between apostrophes, as every one of the shells reads it.
std::string shell_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

constexpr std::string_view bash_beginning = R"(_nutgraf() {
    local word=${COMP_WORDS[COMP_CWORD]} verb='' words='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -*) ;;
            *) verb=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $verb in
)";

constexpr std::string_view bash_end = R"(    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _nutgraf nutgraf
)";

std::string bash_script(const CLI::App& app) {
    std::string script(bash_beginning);
    script += fmt::format("        '') words={} ;;\n", shell_quoted(words_behind(app)));
    for (const CLI::App* verb : app.get_subcommands({}))
        script += fmt::format("        {}) words={} ;;\n", verb->get_name(),
                              shell_quoted(words_behind(*verb)));
    return script.append(bash_end);
}

std::string fish_script(const CLI::App& app) {
    std::string script = "complete -c nutgraf -f -n __fish_use_subcommand\n";
    for (const CLI::App* verb : app.get_subcommands({})) {
        script += fmt::format("complete -c nutgraf -n __fish_use_subcommand -a {} -d {}\n",
                              verb->get_name(), shell_quoted(verb->get_description()));
        for (const CLI::Option* option : verb->get_options())
            for (const std::string& name : option->get_lnames())
                script += fmt::format(
                    "complete -c nutgraf -n '__fish_seen_subcommand_from {}' -l {} -d {}\n",
                    verb->get_name(), name, shell_quoted(option->get_description()));
    }
    return script;
}

}  // namespace

void define_completion(CLI::App& app, Shell& shell) {
    CLI::App* verb = app.add_subcommand("completion", "Print what completes words in a shell");
    verb->add_option("SHELL", shell, "bash, zsh or fish")
        ->required()
        ->transform(choice_of(std::map<std::string, Shell>{
            {"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}}));
}

std::string completion_script(const CLI::App& app, Shell shell) {
    if (shell == Shell::fish) return fish_script(app);
    // zsh reads what is written for bash once it is told to.
    const std::string before =
        shell == Shell::zsh ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
    return before + bash_script(app);
}

}  // namespace nutgraf::cli
