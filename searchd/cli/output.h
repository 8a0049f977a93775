#pragma once

#include "searchd/cli/commands.h"
#include "searchd/render/terminal.h"

#include <cstdio>
#include <string_view>

namespace nutgraf::cli {

/// How to print on standard output: colours as chosen, or where a terminal would show them and
/// NO_COLOR is not set, or FORCE_COLOR is; lines as wide as the terminal, 100 at most.
render::TerminalStyle terminal_style(ColourChoice choice);

/// Where text for people goes: standard output, through a pager when that is a terminal. The pager
/// is $PAGER, or else less, which leaves short output on the screen.
class PagedOutput {
public:
    PagedOutput();
    /// Waits until the reader has left the pager.
    ~PagedOutput();
    PagedOutput(const PagedOutput&) = delete;
    PagedOutput& operator=(const PagedOutput&) = delete;

    /// Writes text; false when nobody reads any more.
    bool write(std::string_view text);

private:
    std::FILE* pager_ = nullptr;  // Null where standard output is written to.
};

}  // namespace nutgraf::cli
