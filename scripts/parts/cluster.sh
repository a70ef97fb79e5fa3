# shellcheck shell=bash disable=SC2034,SC2154
# A PostgreSQL cluster of our own on a Unix socket: made once, started and stopped by whoever owns its folder.
#
# The caller sets
#   home      the folder of the cluster: $home/cluster and $home/log
#   socket    the folder of its socket, at most 89 bytes long
#   settings  lines for postgresql.conf
#   checksums --data-checksums or nothing
# Everything runs with $home as working directory and relative paths, because pg_ctl pastes the paths it is given into
# a shell's command line and a clone may lie under any name.

source "$(dirname "${BASH_SOURCE[0]}")/background.sh"

# A stray PGHOST or PGOPTIONS must not redirect these commands.
unset "${!PG@}"

# PostgreSQL refuses to run as root: root's clusters belong to the system user of Debian's package.
as_owner() {
    if [[ $(id -u) -eq 0 ]]; then
        (cd "$home" && runuser -u postgres -- env PGDATA=cluster "$@")
    else
        (cd "$home" && PGDATA=cluster "$@")
    fi
}

# The newest server, or the one that made this cluster.
find_binaries() {
    local version='*'
    # Root reads it although the folder is its owner's.
    [[ ! -f "$home/cluster/PG_VERSION" ]] || version=$(cat "$home/cluster/PG_VERSION")
    binaries=$(compgen -G "/usr/lib/postgresql/$version/bin" | sort -V | tail -n 1) || true
    [[ -n "$binaries" && -x "$binaries/initdb" ]] || fail "no PostgreSQL server ${version/\*/}" \
        "apt-get install -y postgresql${version:+-$version}"
}

# own_folder FOLDER: makes it private to the cluster's owner, who must be able to enter it.
own_folder() {
    [[ ! -L "$1" ]] || fail "$1 is a symbolic link; a private folder is needed there" "ls -ld '$1'"
    mkdir -p "$1" || fail "cannot make $1" "ls -ld '$(dirname "$1")'"
    if [[ $(id -u) -eq 0 ]]; then
        id postgres >/dev/null 2>&1 || fail "there is no system user postgres" "apt-get install postgresql"
        chown postgres: "$1"
        chmod 0700 "$1"
        (cd / && runuser -u postgres -- test -w "$1") || fail "the user postgres cannot enter $1" \
            "choose a folder whose parents every user may enter, such as one under /tmp"
    else
        [[ -O "$1" ]] || fail "$1 belongs to another user" "ls -ld '$1'"
        chmod 0700 "$1"
    fi
}

prepare_folders() {
    # A Unix socket's address has 108 bytes, the last of them a NUL.
    local address=$socket/.s.PGSQL.5432
    [[ $(printf %s "$address" | wc -c) -le 107 ]] || fail "the socket path $address is longer than 107 bytes" \
        "choose a shorter folder"
    own_folder "$home"
    [[ "$socket" == "$home" ]] || own_folder "$socket"
}

make_cluster() {
    as_owner test -f cluster/made && return
    as_owner rm -rf cluster
    # shellcheck disable=SC2086 # nothing or one option
    as_owner "$binaries/initdb" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 ${checksums:-} \
        --no-sync >"$home/initdb.log" 2>&1 </dev/null || fail "the cluster cannot be made" "less '$home/initdb.log'"
    rm -f "$home/initdb.log"
    as_owner tee -a cluster/postgresql.conf >/dev/null <<<"listen_addresses = ''
unix_socket_permissions = 0700
timezone = 'UTC'
include_if_exists = 'place.conf'
$settings"
    # The mark comes last and after everything is on disk: an interrupted making is begun again.
    sync -f "$home"
    as_owner touch cluster/made
}

# address USER DATABASE: the connection string of libpq.
address() {
    local host=$socket
    # libpq's own quoting, where the folder's name needs it.
    [[ "$host" =~ ^[A-Za-z0-9/._-]+$ ]] || host="'$(printf %s "$host" | sed "s/[\\\\']/\\\\&/g")'"
    echo "host=$host port=5432 user=$1 dbname=$2"
}

# ask SQL: the server's answer in the database postgres, as its superuser.
ask() {
    psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 --command "$1" \
        "$(address postgres postgres) connect_timeout=5"
}

is_answering() {
    [[ -S "$socket/.s.PGSQL.5432" && $(ask 'show data_directory' 2>/dev/null) -ef "$home/cluster" ]]
}

# The process that the lock file names, if it is a server of this cluster: after a crash or a restart of the machine
# the number may belong to anything.
server_process() {
    local process
    process=$(head -n 1 "$home/cluster/postmaster.pid" 2>/dev/null) || return 1
    [[ "/proc/$process/cwd" -ef "$home/cluster" ]] || return 1
    echo "$process"
}

launch() (
    close_inherited
    as_owner "$binaries/pg_ctl" start --wait --silent --timeout 300 --log log >/dev/null 2>&1 </dev/null
)

# The socket's place is written at every start: a clone may have moved since the last one.
write_place() {
    local quoted=${socket//\\/\\\\}
    quoted=${quoted//\'/\'\'}
    as_owner tee cluster/place.conf >/dev/null <<<"unix_socket_directories = '\"${quoted//\"/\"\"}\"'"
}

start_cluster() {
    local attempt
    is_answering && return
    if ! server_process >/dev/null; then
        # Left by a crash; a number that has been given away since would stop the server.
        rm -f "$home/cluster/postmaster.pid" "$socket/.s.PGSQL.5432" "$socket/.s.PGSQL.5432.lock"
    else
        # It starts up, shuts down, or listens at the place where the clone was before.
        as_owner "$binaries/pg_ctl" stop --wait --silent --mode fast >/dev/null 2>&1 || true
    fi
    # The children of a killed server hold its memory for a moment, and until then it does not start.
    write_place
    for attempt in {1..20}; do
        launch && break
        if ((attempt == 20)) || [[ $(tail -n 5 "$home/log") != *'shared memory block'* ]]; then break; fi
        sleep 0.5
    done
    is_answering || fail "the server does not start" "tail -n 20 '$home/log'"
}

# stop_cluster MODE
stop_cluster() {
    [[ -d "$home/cluster" ]] && server_process >/dev/null || return 0
    as_owner "$binaries/pg_ctl" stop --wait --silent --mode "$1" >/dev/null 2>&1 </dev/null \
        || fail "the server does not stop" "tail -n 20 '$home/log'"
}
