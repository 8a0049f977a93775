# shellcheck shell=bash
# What ./run says about itself. Sourced by ./run.

verbs=(setup build test check format tidy demo screenshots bench golden fuzz help)

general_help() {
    cat <<'HELP'
Examples:
  ./run demo                    search the sample archive in your browser
  ./run demo ~/news             the same for an archive of your own
  ./run test                    build, then run every test
  ./run test query_test         run one test
  ./run check --fast            what to run before a commit

Verbs (./run help VERB says more):
  setup    install the Debian packages that are missing
  build    build the three programs into build/release/bin
  test     build and run the tests
  check    everything CI runs: tests, format, layers, sanitizers, tidy
  format   rewrite the C++ files in the house format
  tidy     run clang-tidy over what changed
  demo     index an archive and serve it on this machine
  bench    measure speed, size, recognition and ranking
  golden   rewrite the golden files and show what changed
  fuzz     feed the parsers made-up input
  screenshots  take the pictures of the pages anew

Missing packages are installed by the verb that needs them. NUTGRAF_SKIP_SETUP=1 turns that off.
HELP
}

verb_help() {
    case ${1:-} in
        "") general_help ;;
        *)
            is_one_of "$1" "${verbs[@]}" || refuse "There is no verb \"$1\"." "$1" "${verbs[@]}"
            help_for "$1"
            ;;
    esac
}

help_for() {
    case $1 in
        setup) cat <<'HELP' ;;
Examples:
  ./run setup
  ./run setup --all       also what check and fuzz need

Installs with apt-get exactly those packages that are missing, through sudo when you are not root.
HELP
        build) cat <<'HELP' ;;
Examples:
  ./run build             the three programs, in build/release/bin
  ./run build asan        with AddressSanitizer and UBSan, in build/asan

Types: release (the default), debug, asan, tsan, fuzz (clang and libFuzzer). Each has its own
folder under build/; ccache is used where there is one.
HELP
        test) cat <<'HELP' ;;
Examples:
  ./run test
  ./run test query_test   one test, by its name in `meson test --list`
  ./run test browser_test the pages in Chromium
  ./run test --long       the long counts of random and kill tests, without time limit

Builds release and runs the tests. The last line is the tally of test cases.
HELP
        check) cat <<'HELP' ;;
Examples:
  ./run check
  ./run check --fast      without the sanitizers and tidy

Runs the release tests, format, layers, the unit tests under ASan and UBSan, and tidy without
its slow static analyzer. Every step is run even when an earlier one failed. The last line is the
tally: test cases of both builds, and one each for format, layers and tidy.
HELP
        format) cat <<'HELP' ;;
Example:
  ./run format

Rewrites our .h and .cc files with clang-format 14; `./run check` only compares.
HELP
        tidy) cat <<'HELP' ;;
Examples:
  ./run tidy              what changed, committed or not
  ./run tidy base/date.cc
  ./run tidy --all
  NUTGRAF_BASE=HEAD~3 ./run tidy

What changed is counted from $NUTGRAF_BASE; without it from where this branch left origin/main;
without such a branch over the last three hours of commits.
HELP
        demo) cat <<'HELP' ;;
Examples:
  ./run demo
  ./run demo ~/news/2019 article.json

Indexes corpus/sample, or the given files and folders, afresh into build/demo and serves them on
this machine only, at port 8080 or the next free one. NUTGRAF_DEMO_PORT=9000 starts there.
HELP
        screenshots) cat <<'HELP' ;;
Examples:
  ./run screenshots
  ./run screenshots --all   every page, narrow and wide, light and dark, into build/screenshots

Opens the pages over the sample archive in Chromium and takes the pictures in docs/images.
HELP
        bench) cat <<'HELP' ;;
Examples:
  ./run bench
  ./run bench indexing
  ./run bench entities    how well organisations and persons are recognised
  ./run bench relevance   how well questions are answered, beside plain BM25
  ./run bench formats     how far the readers of feeds agree with what other suites expect
  ./run bench snippets    what the marks and passages of a hit cost
  ./run bench stories     how well near copies are put together, and at what price
  ./run bench extraction  how well the text of an article is told from its page

Builds release and runs tests/bench/run.py, or the script of that name, with the words that follow.
HELP
        golden) cat <<'HELP' ;;
Example:
  ./run golden

Lets the golden tests write what the programs print now, then shows which files changed. Read the
diff before you commit it.
HELP
        fuzz) cat <<'HELP' ;;
Examples:
  ./run fuzz              every target, 60 seconds each
  ./run fuzz query 600    one target, ten minutes

What crashes a target is kept in build/fuzz/crashes; add it to tests/fuzz/seeds/TARGET.
HELP
        help) general_help ;;
    esac
}

# --- messages; the exit status of wrong usage and of trouble is 2

say() { printf '%s\n' "$@" >&2; }

stop() {
    say "$*"
    exit 2
}

# refuse SENTENCE WORD CHOICE...: adds the choice nearest to the word, or all choices.
refuse() {
    local sentence=$1 word=$2 near
    shift 2
    near=$(nearest "$word" "$@")
    [[ -z $near ]] || stop "$sentence Did you mean \"$near\"?"
    stop "$sentence There are: $*."
}

refuse_flag() {
    local verb=$1 flag=$2
    shift 2
    (($#)) || stop "\"./run $verb\" does not take \"$flag\"."
    refuse "\"./run $verb\" does not take \"$flag\"." "$flag" "$@"
}

is_one_of() {
    local word=$1 choice
    shift
    for choice in "$@"; do [[ $word != "$choice" ]] || return 0; done
    return 1
}

# nearest WORD CHOICE...: the choice at most two edits away, fewer for a short word, or one that
# begins as the word does.
nearest() {
    local word=$1 choice best=3 found="" edits
    shift
    for choice in "$@"; do
        edits=$(edit_distance "$word" "$choice")
        ((edits * 2 <= ${#word})) || edits=9
        [[ $choice != "$word"* ]] || edits=1
        ((edits >= best)) || best=$edits found=$choice
    done
    echo "$found"
}

# Insertions, deletions, changed letters and swapped neighbours count one each.
edit_distance() {
    awk -v a="$1" -v b="$2" '
        function min(x, y) { return x < y ? x : y }
        BEGIN {
            m = length(a); n = length(b)
            for (i = 0; i <= m; i++) d[i, 0] = i
            for (j = 0; j <= n; j++) d[0, j] = j
            for (i = 1; i <= m; i++) for (j = 1; j <= n; j++) {
                x = substr(a, i, 1); y = substr(b, j, 1)
                d[i, j] = min(min(d[i-1, j], d[i, j-1]) + 1, d[i-1, j-1] + (x != y))
                if (i > 1 && j > 1 && x == substr(b, j-1, 1) && y == substr(a, i-1, 1))
                    d[i, j] = min(d[i, j], d[i-2, j-2] + 1)
            }
            print d[m, n]
        }'
}
