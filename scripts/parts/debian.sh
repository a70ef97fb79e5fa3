# shellcheck shell=bash
# The Debian packages that the project needs, and the installation of missing ones.

has_header() {
    pkg-config --exists "$1" 2>/dev/null
}

has_postgres_server() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

has_certificates() {
    [[ -e /etc/ssl/certs/ca-certificates.crt ]]
}

has_tehran() {
    [[ -e /usr/share/zoneinfo/Asia/Tehran ]]
}

has_cxx_headers() {
    compgen -G '/usr/lib/gcc/*/*/libstdc++.so' >/dev/null
}

# The libraries that the Swift toolchain is linked with.
has_library() {
    [[ $(/sbin/ldconfig -p) == *"$1"* ]]
}

# Packages that only the tests need.
for_tests=

# Prints the packages that are missing, one a line.
missing_packages() {
    command -v git >/dev/null || echo git
    command -v pkg-config >/dev/null || echo pkg-config
    command -v python3 >/dev/null || echo python3
    python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
    command -v curl >/dev/null || echo curl
    command -v psql >/dev/null || echo postgresql-client
    has_header libpq || echo libpq-dev
    has_postgres_server || echo postgresql
    has_certificates || echo ca-certificates
    has_tehran || echo tzdata
    has_cxx_headers || echo g++
    has_library libncurses.so.6 || echo libncurses6
    has_library libcurl.so.4 || echo libcurl4
    [[ -n "$for_tests" ]] || return 0
    [[ -x /usr/sbin/pgbouncer ]] || echo pgbouncer
    command -v shellcheck >/dev/null || echo shellcheck
}

# Prints the prefix that runs a command as root: nothing for root, sudo if it works; otherwise fails.
administrator_prefix() {
    [[ $(id -u) -ne 0 ]] || return 0
    command -v sudo >/dev/null || return 1
    # Without a terminal sudo could not ask for a password and would hang or fail later.
    [[ -t 0 ]] || sudo -n true 2>/dev/null || return 1
    echo sudo
}

# Debian's server package makes and starts a cluster of its own unless told otherwise before it is installed.
forbid_main_cluster() {
    local settings=/etc/postgresql-common/createcluster.conf
    say "telling Debian not to start a PostgreSQL cluster of its own ($settings)"
    "$@" apt-get install -y --no-install-recommends postgresql-common >&2
    "$@" sed -i -E 's/^#? *create_main_cluster *=.*$/create_main_cluster = false/' "$settings"
}

# Debian's package starts a pooler of its own; the tests start theirs. A command line as arguments makes it root's.
stop_main_pooler() {
    say "stopping the PgBouncer that Debian's package starts"
    if [[ -d /run/systemd/system ]]; then
        "$@" systemctl disable --now pgbouncer >&2
    elif [[ -x /etc/init.d/pgbouncer ]]; then
        "$@" /etc/init.d/pgbouncer stop >&2
        "$@" update-rc.d pgbouncer disable >&2
    fi
}

install_missing() {
    local packages prefix=()
    mapfile -t packages < <(missing_packages)
    [[ ${#packages[@]} -gt 0 ]] || return 0
    command -v apt-get >/dev/null \
        || fail "missing: ${packages[*]}; this is not a Debian system" "install their equivalents, then run this again"
    mapfile -t prefix < <(administrator_prefix || echo none)
    if [[ "${prefix[*]}" == none ]]; then
        fail "missing: ${packages[*]}; installing them needs root" \
            "as root: apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
    fi
    say "installing ${packages[*]}"
    prefix+=(env DEBIAN_FRONTEND=noninteractive)
    "${prefix[@]}" apt-get update >&2 || fail "apt-get update failed" "apt-get update"
    if [[ " ${packages[*]} " == *' postgresql '* ]] && ! compgen -G '/etc/postgresql/*/*' >/dev/null; then
        forbid_main_cluster "${prefix[@]}"
    fi
    "${prefix[@]}" apt-get install -y --no-install-recommends "${packages[@]}" >&2 \
        || fail "apt-get install failed" "apt-get install ${packages[*]}"
    if [[ " ${packages[*]} " == *' pgbouncer '* ]]; then stop_main_pooler "${prefix[@]}" || true; fi
    mapfile -t packages < <(missing_packages)
    [[ ${#packages[@]} -eq 0 ]] || fail "still missing after the installation: ${packages[*]}" "scripts/install"
}
