#include "analyzers/entities/gazetteer.h"
#include "base/command_line.h"
#include "base/error.h"
#include "base/log.h"
#include "base/settings.h"
#include "searchd/http/alert_desks.h"
#include "searchd/http/routes.h"
#include "searchd/http/server.h"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace nutgraf;

namespace {

constexpr const char* description = R"(Serves search over an index: a web page and a JSON API.

Examples:
  nutgraf-searchd                              serve the default index on port 8080
  nutgraf-searchd --index DIR --listen 127.0.0.1:0
  curl 'http://127.0.0.1:8080/api/v1/search?q=huawei+ban'
)";

/// What the command line says.
struct Arguments {
    std::filesystem::path index;
    std::filesystem::path gazetteer;  ///< Empty: the one that belongs to the program.
    std::filesystem::path alerts;
    std::string listen;
    http::RouteOptions routes;
    unsigned deadline_ms = 1000;
    bool logs_queries = false;
};

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    fmt::print(stderr, "{}\n", log_line(now, level, event, fields));
}

/// "127.0.0.1:8080". Anyone could read the archive through another address than loopback.
http::ServerOptions server_options(const std::string& listen) {
    const auto colon = listen.rfind(':');
    http::ServerOptions options;
    const char* end = listen.data() + listen.size();
    const char* digits = colon == std::string::npos ? end : listen.data() + colon + 1;
    const auto [stop, error] = std::from_chars(digits, end, options.port);
    constexpr int last_port = 65535;
    if (error != std::errc{} || stop != end || options.port < 0 || options.port > last_port)
        throw Error(fmt::format(
            "--listen: \"{}\" is not an address with a port, like 127.0.0.1:8080.", listen));
    options.address = listen.substr(0, colon);
    if (options.address != "127.0.0.1" && options.address != "localhost" &&
        options.address != "::1" && options.address != "[::1]")
        throw Error(
            fmt::format("--listen: this version serves loopback addresses only, not \"{}\"; "
                        "put a proxy with authentication in front of it.",
                        options.address));
    if (options.address == "[::1]") options.address = "::1";
    return options;
}

http::Handler logged(const http::Routes& routes, bool logs_queries) {
    return [&routes, logs_queries](const http::Request& request) {
        const auto start = std::chrono::steady_clock::now();
        std::string failure;
        http::Response response = routes.answer(request, failure);
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        std::string query;
        for (const auto& [name, value] : request.parameters)
            if (logs_queries && name == "q") query = value;
        const LogLevel level = response.status >= 500 ? LogLevel::error : LogLevel::info;
        log(level, "request",
            {{"id", request.id},
             {"method", request.method},
             {"path", request.path},
             {"status", std::to_string(response.status)},
             {"ms", fmt::format("{:.1f}", took.count())},
             {"query", logs_queries ? query : "-"},
             {"failure", failure.empty() ? "-" : failure}});
        return response;
    };
}

http::Refusal logged_refusal() {
    return [](int status, const std::string& path, const std::string& id) {
        log(LogLevel::info, "refused",
            {{"id", id}, {"path", path}, {"status", std::to_string(status)}});
        return http::Routes::refusal(status, path, id);
    };
}

/// SIGINT and SIGTERM stop the server. The signals must be blocked in every thread before.
std::jthread stopper(http::Server& server, const sigset_t& signals) {
    return std::jthread([&server, signals] {
        int signal = 0;
        sigwait(&signals, &signal);
        log(LogLevel::info, "stopping", {{"signal", std::to_string(signal)}});
        server.stop();
    });
}

sigset_t blocked_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int serve(const Arguments& arguments) {
    const sigset_t signals = blocked_signals();
    const http::ServerOptions options = server_options(arguments.listen);
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const entities::Gazetteer gazetteer(arguments.gazetteer.empty() ? entities::default_gazetteer()
                                                                    : arguments.gazetteer);
    http::SearcherPool pool(arguments.index, gazetteer, cores);
    http::AlertDesks desks(arguments.alerts, arguments.index, gazetteer);
    const http::Routes routes(pool, desks, arguments.routes);
    http::Server server(options, logged(routes, arguments.logs_queries), logged_refusal());
    const int port = server.bind();
    const std::string host = options.address == "::1" ? "[::1]" : options.address;
    fmt::print("listening on http://{}:{}\n", host, port);
    std::fflush(stdout);
    log(LogLevel::info, "listening", {{"port", std::to_string(port)}, {"index", arguments.index}});
    const std::jthread stops = stopper(server, signals);
    try {
        server.run();
    } catch (const Error&) {
        ::kill(::getpid(),
               SIGTERM);  // Ends the thread above, which would be waited for without end.
        throw;
    }
    log(LogLevel::info, "stopped", {});
    return exit_found;
}

int program(int argc, char** argv) {
    Arguments arguments;
    const Settings settings = read_settings(process_environment);
    arguments.index = settings.index;
    arguments.alerts = settings.alerts;
    arguments.listen = settings.listen;
    CLI::App app(description, "nutgraf-searchd");
    app.set_version_flag("--version", NUTGRAF_VERSION);
    app.add_option("--index", arguments.index, "The index folder")->type_name("DIR");
    app.add_option("--gazetteer", arguments.gazetteer,
                   "A compiled gazetteer instead of the program's own")
        ->type_name("PATH");
    app.add_option("--alerts", arguments.alerts, "The file of the alerts")->type_name("FILE");
    app.add_option("--listen", arguments.listen, "Address and port; port 0 takes any free one")
        ->type_name("ADDR:PORT");
    app.add_option("--allow-host", arguments.routes.allowed_hosts,
                   "Answer for this Host header too; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--deadline", arguments.deadline_ms, "Milliseconds a search may take (1000)")
        ->check(CLI::Range(1U, 600'000U))
        ->type_name("MS");
    app.add_flag("--log-queries", arguments.logs_queries, "Log what people search for");
    if (const auto status = parse_command_line(app, argc, argv)) return *status;
    arguments.routes.deadline = std::chrono::milliseconds(arguments.deadline_ms);
    return serve(arguments);
}

}  // namespace

int main(int argc, char** argv) {
    return run_program("nutgraf-searchd", [&] { return program(argc, argv); });
}
