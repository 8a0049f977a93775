#include "searchd/cli/output.h"

#include "base/settings.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

namespace nutgraf::cli {

namespace {

bool is_terminal() {
    return ::isatty(STDOUT_FILENO) == 1;
}

bool is_coloured(ColourChoice choice) {
    if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
    if (process_environment("NO_COLOR")) return false;
    return process_environment("FORCE_COLOR") || is_terminal();
}

}  // namespace

render::TerminalStyle terminal_style(ColourChoice choice) {
    constexpr std::size_t widest = 100;
    constexpr std::size_t narrowest = 20;
    render::TerminalStyle style{is_coloured(choice), widest};
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        style.width = std::clamp<std::size_t>(size.ws_col, narrowest, widest);
    return style;
}

PagedOutput::PagedOutput() {
    if (!is_terminal()) return;
    const std::string pager = process_environment("PAGER").value_or("less");
    if (pager == "cat") return;
    ::setenv("LESS", "FRX", 0);     // Unless set: leave short output, pass colours on.
    std::signal(SIGPIPE, SIG_IGN);  // The reader may leave the pager early.
    pager_ = ::popen(pager.c_str(), "w");
}

PagedOutput::~PagedOutput() {
    if (pager_ != nullptr) ::pclose(pager_);
}

bool PagedOutput::write(std::string_view text) {
    std::FILE* out = pager_ != nullptr ? pager_ : stdout;
    return std::fwrite(text.data(), 1, text.size(), out) == text.size();
}

}  // namespace nutgraf::cli
