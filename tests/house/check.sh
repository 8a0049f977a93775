# shellcheck shell=bash
# The verbs format, tidy and check. Sourced by ./run.

rooms=(base analyzers indexer searchd tests)

verb_format() {
    (($# == 0)) || refuse_flag format "$1"
    need_packages "for ./run format" "${check_packages[@]}"
    format_files -i
    say "Formatted ${#files[@]} files."
}

verb_tidy() {
    need_packages "for ./run tidy" "${build_packages[@]}" "${check_packages[@]}"
    build release
    tidy "$@"
}

verb_check() {
    local fast=no tally_to=$root/build/check/sums
    case ${1:-} in
        --fast) fast=yes ;;
        ?*) refuse_flag check "$1" --fast ;;
    esac
    need_packages "for ./run check" "${build_packages[@]}" "${check_packages[@]}"
    need_browser
    mkdir -p build/check
    : >"$tally_to"

    step "release tests" test_build release
    step "format" format_files --dry-run -Werror
    step "layers" python3 tests/house/check_layers.py
    if [[ $fast == no ]]; then
        step "ASan and UBSan unit tests" test_sanitized
        step "tidy" tidy_quickly
    fi
    check_result
}

# step NAME COMMAND...: runs it in a subshell where the first failing command ends it.
step() {
    local name=$1 started=$SECONDS before status=0 verdict=passed
    shift
    before=$(failures)
    say "" "=== $name"
    set +e
    (
        set -e
        "$@"
    )
    status=$?
    set -e
    ((status == 0)) || verdict=FAILED
    say "=== $name: $verdict, $((SECONDS - started)) s"
    count_step "$name" "$status" "$before"
}

# Test steps have added their own cases to the sums; one that failed without a failed case (it
# did not compile, say) still counts once. Any other step counts as one.
count_step() {
    local name=$1 status=$2 before=$3
    if [[ $name == *tests ]]; then
        ((status == 0 || $(failures) > before)) || echo "0 1 0" >>"$tally_to"
    elif ((status == 0)); then
        echo "1 0 0" >>"$tally_to"
    else
        echo "0 1 0" >>"$tally_to"
    fi
}

failures() { awk '{ n += $2 } END { print n + 0 }' "$tally_to"; }

check_result() {
    local passed failed skipped
    read -r passed failed skipped < <(awk '{ p += $1; f += $2; s += $3 }
        END { print p + 0, f + 0, s + 0 }' "$tally_to")
    say ""
    ((skipped == 0)) || echo "Besides, $skipped were skipped, for the reasons given above."
    echo "$passed passed, $failed failed"
    ((failed == 0))
}

# Without these options UBSan prints what it found and lets the test pass. Xapian 1.4's own
# Database::check deletes a table under the size of another, which is not ours to mend.
test_sanitized() {
    local asan=abort_on_error=1:detect_stack_use_after_return=1:new_delete_type_mismatch=0
    export ASAN_OPTIONS=${ASAN_OPTIONS:-$asan}
    export UBSAN_OPTIONS=${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1}
    configure asan
    run_tests asan --suite unit
}

# --- format

format_files() {
    mapfile -t files < <(our_files)
    ((${#files[@]} == 0)) || clang-format-14 --style=file "$@" "${files[@]}"
}

# The C++ files that are tracked or could be; all of them where git cannot say.
our_files() {
    local file
    { git ls-files -co --exclude-standard -- "${rooms[@]}" 2>/dev/null ||
        find "${rooms[@]}" -type f 2>/dev/null || true; } |
        sed -nE '/\.(h|cc)$/p' | sort -u | while read -r file; do
            [[ ! -f $file ]] || echo "$file"
        done
}

# --- tidy

tidy() {
    local database=build/tidy wanted sources
    case ${1:-} in
        --all) wanted=$(our_files) ;;
        -*) refuse_flag tidy "$1" --all ;;
        ?*) wanted=$(cd "$caller" && realpath -e --relative-to="$root" "$@") || exit 2 ;;
        # Tests repeat themselves on purpose, and are most of what there is to read.
        *) wanted=$(changed_files | grep -v ^tests/ || true) ;;
    esac
    write_tidy_database "$database"
    sources=$(tidy_sources <<<"$wanted")
    say "clang-tidy reads $(grep -c . <<<"$sources" || true) units of files."
    tr '\n' '\0' <<<"$sources" | xargs -0 -n 1 -P "$(nproc)" \
        bash -c '[[ -z $2 ]] || tidy_one "$@"' tidy "$database" || return 1
}

# Without the static analyzer, which takes half the time; `./run tidy` has it.
tidy_quickly() {
    export tidy_checks=-clang-analyzer-*
    tidy
}

# Says nothing about a clean file, and keeps two files' complaints apart.
tidy_one() {
    local output
    output=$(clang-tidy-14 --quiet --checks="${tidy_checks:-}" -p "$1" \
        --extra-arg=-Wno-unknown-warning-option "$2" 2>&1) ||
        { printf '%s\n' "$output" && exit 1; }
}
export -f tidy_one

# clang reads g++'s commands, but not its precompiled headers or all its flags; and whether a
# compiler's warning is an error is g++'s business.
write_tidy_database() {
    mkdir -p "$1"
    sed -E -e 's/ -include [^ "]+//g' -e 's/ -fpch-[a-z]+//g' -e 's/ -Werror( |")/\1/g' \
        build/release/compile_commands.json >"$1/compile_commands.json"
}

# tidy_sources: of the files on stdin, headers standing for the .cc files beside them, the units that
# the release build compiles them in, several to a unit, each once. Reading headers is most of the
# work, and is done once a unit.
tidy_sources() {
    local file units
    sed -E -e '/^$/d' -e 's/\.h$/.cc/' | sort -u | while read -r file; do
        units=$(grep -rlF --include='*-unity*.cpp' "/$file>" build/release || true)
        if [[ -n $units ]]; then
            echo "$units"
        elif [[ -f $file ]]; then
            say "$file is left out: the release build does not compile it with others."
        fi
    done | sort -u
}

# What differs from the base, committed or not; all files where there is no base.
changed_files() {
    local base
    base=$(base_commit)
    if [[ -z $base ]]; then
        our_files
    else
        {
            git diff --name-only "$base" -- "${rooms[@]}"
            git ls-files -o --exclude-standard -- "${rooms[@]}"
        } | sed -nE '/\.(h|cc)$/p'
    fi
}

# The commit to compare with: $NUTGRAF_BASE; else where we left origin/main; else the last one more
# than three hours older than HEAD; else, when the project is younger, none.
base_commit() {
    local head merge_base oldest
    if [[ -n ${NUTGRAF_BASE:-} ]]; then
        git rev-parse --verify --quiet "$NUTGRAF_BASE^{commit}" ||
            stop "NUTGRAF_BASE: git knows no commit \"$NUTGRAF_BASE\"."
        return
    fi
    head=$(git rev-parse --verify --quiet HEAD) || return 0
    merge_base=$(git merge-base origin/main HEAD 2>/dev/null || true)
    if [[ -n $merge_base && $merge_base != "$head" ]]; then
        echo "$merge_base"
        return
    fi
    oldest=$(git log --since="$(($(git log -1 --format=%ct) - 10800))" --format=%H | tail -n 1)
    git rev-parse --verify --quiet "$oldest^" || true
}
