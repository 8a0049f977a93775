#include "base/settings.h"

#include "base/error.h"
#include "tests/base/scratch_folder.h"

#include <doctest/doctest.h>

#include <map>

namespace nutgraf::tests::in_settings_test {

using namespace nutgraf;
using nutgraf::tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

Settings settings_in(const Variables& variables) {
    return read_settings([&](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    });
}

/// The Error's message for a user whose own settings file holds these bytes.
std::string refusal(const ScratchFolder& home, std::string_view bytes) {
    home.write(".config/nutgraf/config.toml", bytes);
    try {
        settings_in({{"HOME", home.path()}});
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("without files or variables the defaults hold") {
    const ScratchFolder home;
    const Settings settings = settings_in({{"HOME", home.path()}});
    CHECK(settings.index == home.path() / ".local/share/nutgraf/index");
    CHECK(settings.alerts == home.path() / ".local/share/nutgraf/alerts.db");
    CHECK(settings.listen == "127.0.0.1:8080");
    CHECK(settings_in({}).index == "./.local/share/nutgraf/index");
}

TEST_CASE("the index lies below XDG_DATA_HOME where that is absolute") {
    const ScratchFolder home;
    const std::string path = home.path();
    CHECK(settings_in({{"HOME", path}, {"XDG_DATA_HOME", "/data"}}).index == "/data/nutgraf/index");
    CHECK(settings_in({{"HOME", path}, {"XDG_DATA_HOME", "data"}}).index ==
          home.path() / ".local/share/nutgraf/index");
}

TEST_CASE("a nearer setting goes before a farther one, each setting for itself") {
    const ScratchFolder home;
    home.write(".config/nutgraf/config.toml", "index = '/own'\nlisten = '[::1]:1'\n");
    home.write("xdg/nutgraf/config.toml", "index = '/xdg'\n");
    const std::string named = home.write("named.toml", "index = '/named'\n");
    const std::string path = home.path();
    const std::string xdg = home.path() / "xdg";
    struct Case {
        Variables variables;
        std::string index, listen;
    };
    const Case cases[] = {
        {{{"HOME", path}}, "/own", "[::1]:1"},
        {{{"HOME", path}, {"XDG_CONFIG_HOME", xdg}}, "/xdg", "127.0.0.1:8080"},
        {{{"HOME", path}, {"XDG_CONFIG_HOME", "xdg"}}, "/own", "[::1]:1"},  // Not absolute.
        {{{"HOME", path}, {"NUTGRAF_CONFIG", named}}, "/named", "[::1]:1"},
        {{{"HOME", path}, {"NUTGRAF_INDEX", "/variable"}}, "/variable", "[::1]:1"},
        {{{"HOME", path}, {"NUTGRAF_CONFIG", named}, {"NUTGRAF_INDEX", "/v"}}, "/v", "[::1]:1"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.index);
        CHECK(settings_in(c.variables).index == c.index);
        CHECK(settings_in(c.variables).listen == c.listen);
    }
}

TEST_CASE(
    "the file of the alerts is named by the environment, else by a file, else lies by the index") {
    const ScratchFolder home;
    const std::string path = home.path();
    CHECK(settings_in({{"HOME", path}, {"XDG_DATA_HOME", "/data"}}).alerts ==
          "/data/nutgraf/alerts.db");
    home.write(".config/nutgraf/config.toml", "alerts = '/own.db'\n");
    CHECK(settings_in({{"HOME", path}}).alerts == "/own.db");
    CHECK(settings_in({{"HOME", path}, {"NUTGRAF_ALERTS", "/v.db"}}).alerts == "/v.db");
}

TEST_CASE("a server is asked only where the environment or a file names one") {
    const ScratchFolder home;
    const std::string path = home.path();
    CHECK(settings_in({{"HOME", path}}).server.empty());
    home.write(".config/nutgraf/config.toml", "server = 'http://own'\n");
    CHECK(settings_in({{"HOME", path}}).server == "http://own");
    CHECK(settings_in({{"HOME", path}, {"NUTGRAF_SERVER", "http://v"}}).server == "http://v");
}

TEST_CASE("a settings file with a mistake is refused with its name, the line and the reason") {
    struct Case {
        std::string bytes, expected;
    };
    const Case cases[] = {
        {"indx = '/a'\n", ":1: There is no setting \"indx\". Is \"index\" meant?"},
        {"\n\nzebra = 1\n", ":3: There is no setting \"zebra\"."},
        {"index = '/a'\nlisten = 8080\n", ":2: \"listen\" must be a text in quotes."},
        {"index = ['/a']\n", ":1: \"index\" must be a text in quotes."},
        {"# A table\n[listen]\nport = 1\n", ":2: \"listen\" must be a text in quotes."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        const ScratchFolder home;
        CHECK(refusal(home, c.bytes) ==
              (home.path() / ".config/nutgraf/config.toml").string() + c.expected);
    }
}

TEST_CASE("a settings file that is not TOML is refused at its line") {
    struct Case {
        std::string bytes;
        int line;
    };
    const Case cases[] = {
        {"index", 1},        {"index = '/a'\nindex = '/b'\n", 2},     {"index = \"/a\n", 1},
        {"\n\xFF = 1\n", 2}, {"a = " + std::string(100'000, '['), 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        const ScratchFolder home;
        const std::string place = (home.path() / ".config/nutgraf/config.toml").string() + ":" +
                                  std::to_string(c.line) + ": ";
        const std::string message = refusal(home, c.bytes);
        CAPTURE(message);
        CHECK(message.starts_with(place));
        CHECK(message.size() > place.size() + 10);
        CHECK(message.ends_with('.'));
    }
}

TEST_CASE("a settings file that cannot be read is refused with its name and the reason") {
    const ScratchFolder home;
    const fs::path config = home.path() / ".config/nutgraf/config.toml";
    fs::create_directories(config);
    CHECK_THROWS_WITH_AS(settings_in({{"HOME", home.path()}}),
                         ("\"" + config.string() + "\" could not be read: Is a directory.").c_str(),
                         Error);
    fs::remove(config);
    fs::create_symlink(config, config);  // Was a filesystem_error, which nobody catches.
    CHECK_THROWS_WITH_AS(
        settings_in({{"HOME", home.path()}}),
        ("\"" + config.string() + "\" could not be examined: Too many levels of symbolic links.")
            .c_str(),
        Error);
}

TEST_CASE("a NUTGRAF_CONFIG that does not exist is refused") {
    const ScratchFolder home;
    CHECK_THROWS_WITH_AS(settings_in({{"HOME", home.path()}, {"NUTGRAF_CONFIG", "/no/such.toml"}}),
                         "NUTGRAF_CONFIG names \"/no/such.toml\", which does not exist.", Error);
}

TEST_CASE("a variable of the process is read, and an empty one counts as unset") {
    setenv("NUTGRAF_TEST_VARIABLE", "value", 1);
    CHECK(process_environment("NUTGRAF_TEST_VARIABLE") == "value");
    setenv("NUTGRAF_TEST_VARIABLE", "", 1);
    CHECK_FALSE(process_environment("NUTGRAF_TEST_VARIABLE").has_value());
    unsetenv("NUTGRAF_TEST_VARIABLE");
    CHECK_FALSE(process_environment("NUTGRAF_TEST_VARIABLE").has_value());
}

}  // namespace nutgraf::tests::in_settings_test
