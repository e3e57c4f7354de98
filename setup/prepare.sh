# shellcheck shell=sh disable=SC2154,SC2015
# Bring in what a fresh machine lacks. Read by `./brief` and `./test`, which set `root` and `want`
# (`use` or `develop`, the requirement file to install). POSIX sh; says what it does on stderr.

say() { printf '%s\n' "brief: $*" >&2; }
fail() { say "$1"; shift; for line in "$@"; do printf '  %s\n' "$line" >&2; done; exit 69; }

# The set-up is finished when the requirement file is the one that was installed last.
is_ready() {
    [ -x "$root/.venv/bin/python" ] && cmp -s "$root/requirements/$want.txt" "$root/.venv/.installed-$want"
}

# WeasyPrint loads these at run time; the last makes writing a PDF ten times faster.
libraries="libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0 libfontconfig.so.1 libharfbuzz-subset.so.0"

have_library() {
    for folder in /lib /usr/lib /usr/lib64 /lib64 /usr/local/lib /lib/*-linux-gnu* /usr/lib/*-linux-gnu*; do
        [ -e "$folder/$1" ] && return 0
    done
    return 1
}

have_libraries() {
    for library in $libraries; do have_library "$library" || return 1; done
}

have_python() {
    for python in python3.13 python3.12 python3.11 python3.14 python3; do
        if command -v "$python" >/dev/null 2>&1 &&
            "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

# End here, and show the one command that needs the right, when nobody here has it.
need_root() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; } && return
    fail "system packages are missing, and you have no right to install them here" \
        "ask for this command to be run as root, then call this one again:" "$1"
}

# Run a command with the right to install packages; of what it says, only the end of a failure counts.
as_root() {
    [ "$(id -u)" = 0 ] || set -- sudo "$@"
    said=$("$@" 2>&1) || { printf '%s\n' "$said" | tail -n 3 >&2; no_packages; }
}

no_packages() {
    fail "the system packages could not be installed" \
        "without network: connect once and call this again; what is installed stays" \
        "otherwise see what the package manager says above"
}

install_packages() {
    case "$(uname -s)" in
    Darwin) install_with_brew; return ;;
    Linux) ;;
    *) fail "this system is not supported" "on Windows, use WSL with Debian or Ubuntu" ;;
    esac
    say "installing system packages (Pango, HarfBuzz, Python)"
    if command -v apt-get >/dev/null 2>&1; then
        packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1"
        packages="$packages ca-certificates python3 python3-venv"
        need_root "apt-get update && apt-get install -y --no-install-recommends $packages"
        as_root apt-get update -qq
        # shellcheck disable=SC2086
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    elif command -v dnf >/dev/null 2>&1; then
        need_root "dnf install -y pango harfbuzz fontconfig python3"
        as_root dnf install -y -q pango harfbuzz fontconfig python3
    elif command -v apk >/dev/null 2>&1; then
        need_root "apk add pango harfbuzz harfbuzz-subset fontconfig python3"
        as_root apk add -q pango harfbuzz harfbuzz-subset fontconfig python3
    else
        fail "this Linux has none of apt-get, dnf and apk" \
            "install Pango 1.50 or newer, HarfBuzz with its subset library, and Python 3.11 or newer"
    fi
}

install_with_brew() {
    command -v brew >/dev/null 2>&1 || fail "Homebrew is missing" "install it from brew.sh, then call this again"
    for formula in pango python@3.13; do
        brew list "$formula" >/dev/null 2>&1 || brew install -q "$formula" >&2 || no_packages
    done
}

# Homebrew's libraries lie where the loader of macOS does not look.
show_libraries() {
    [ "$(uname -s)" = Darwin ] || return 0
    DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib${DYLD_FALLBACK_LIBRARY_PATH:+:$DYLD_FALLBACK_LIBRARY_PATH}"
    export DYLD_FALLBACK_LIBRARY_PATH
}

needs_packages() {
    case "$(uname -s)" in
    Darwin) ! brew list pango >/dev/null 2>&1 || ! have_python ;;
    *) ! have_libraries || ! have_python ;;
    esac
}

find_uv() {
    if command -v uv >/dev/null 2>&1; then uv=uv; return; fi
    uv="$root/.uv/bin/uv"
    [ -x "$uv" ] && return
    say "installing uv"
    "$python" -m venv "$root/.uv" &&
        "$root/.uv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes \
            -r "$root/requirements/uv.txt" >&2 || no_network
}

no_network() {
    fail "Python packages could not be fetched" \
        "connect to the network (or set PIP_INDEX_URL and UV_INDEX_URL to a mirror) and call this again"
}

install_requirements() {
    say "installing Python packages"
    [ -x "$root/.venv/bin/python" ] || "$uv" venv -q --python "$(command -v "$python")" "$root/.venv" >&2 || no_network
    UV_COMPILE_BYTECODE=1 VIRTUAL_ENV="$root/.venv" "$uv" pip install -q --require-hashes \
        -r "$root/requirements/$want.txt" >&2 || no_network
    # Editors and tools that are called without us find the package too.
    for folder in "$root"/.venv/lib/python*/site-packages; do printf '%s\n' "$root/src" >"$folder/brief.pth"; done
    "$root/.venv/bin/python" -m compileall -q "$root/src" || true
    [ "$want" = use ] || cp "$root/requirements/use.txt" "$root/.venv/.installed-use"
    cp "$root/requirements/$want.txt" "$root/.venv/.installed-$want"
}

prepare() {
    is_ready && { show_libraries; return; }
    if needs_packages; then install_packages; fi
    have_python || fail "Python 3.11 or newer is missing" "install it with your package manager, then call this again"
    show_libraries
    find_uv
    install_requirements
}
