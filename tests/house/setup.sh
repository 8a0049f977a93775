# shellcheck shell=bash
# Installs the Debian packages that Nutgraf is built and checked with. Sourced by ./run.

build_packages=(
    g++
    meson
    ninja-build
    cmake # meson finds doctest through its CMake files
    pkg-config
    ccache
    python3 # tests, code generation, these scripts
    zstd # zstdcat reads the journal as others would
    python3-jsonschema # whether answers are as the API describes them
    libxapian-dev
    libsqlite3-dev # saved alerts
    libicu-dev
    libcpp-httplib-dev
    nlohmann-json3-dev
    doctest-dev
    libfmt-dev     # stands in for <format>, which g++ 12 lacks
    libstemmer-dev # Snowball
    libcld2-dev    # which language a text is in
    libzstd-dev
    zlib1g-dev
    libxml2-dev # feeds and wires
    libgumbo-dev # HTML
    liblzma-dev
    libarchive-dev # tar, zip, bzip2
    libcurl4-openssl-dev # polling of feeds
    libuchardet-dev # character sets that nobody declared
    libyaml-dev # facts about the US Congress
    libssl-dev # digests
    libcli11-dev
    libtomlplusplus-dev
    libkainjow-mustache-dev # HTML templates
)

check_packages=(
    clang-format-14
    clang-tidy-14
    git # which files are ours, and which changed
)

git_packages=(git)

picture_packages=(
    fonts-noto-core # a serif worth showing
    pngquant
)

# What drives the pages in a browser. A machine may have a Node of its own, which Debian's would
# remove.
browser_packages() {
    echo chromium
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
}

fuzz_packages=(
    clang-14
    libclang-rt-14-dev # libFuzzer and the sanitizers' run-time libraries
)

# need_packages WHY PACKAGE...: installs those that are missing; says nothing when none is.
need_packages() {
    local why=$1 missing
    shift
    [[ -z ${NUTGRAF_SKIP_SETUP:-} ]] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        stop "This is not Debian: ./run installs packages with apt-get only. Install what" \
            "tests/house/setup.sh lists in your system's way, then set NUTGRAF_SKIP_SETUP=1."
    fi
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) || install_packages "$why" "${missing[@]}"
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    printf '%s\n' "$@" | grep -vxF -f <(sed -n 's/^installed //p' <<<"$installed") || true
}

install_packages() {
    local why=$1 as_root=() log
    shift
    if (($(id -u) != 0)); then
        command -v sudo >/dev/null || stop "You are not root and there is no sudo. As root, run:" \
            "apt-get install --no-install-recommends $*"
        as_root=(sudo)
    fi
    say "Installing with apt-get, $why: $*"
    log=$(mktemp)
    apt_get update >"$log" 2>&1 || say "apt-get update failed; going on with the lists at hand."
    if ! apt_get install --no-install-recommends "$@" >>"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        stop "apt-get could not install: $*"
    fi
    rm -f "$log"
}

# Waits for another apt-get to finish rather than failing at once.
apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -y -q -o DPkg::Lock::Timeout=300 "$@" </dev/null
}
