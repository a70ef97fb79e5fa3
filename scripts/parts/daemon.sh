# shellcheck shell=bash disable=SC2154
# The clone's own daemon in the background: started once, found again by its number, stopped on request.
#
# The caller sets daemon_program.

source "$(dirname "${BASH_SOURCE[0]}")/background.sh"

daemon_file=$state/pishkhand.pid
daemon_log=$state/pishkhand.log

# The first line of the file is its number, the second its database. After a restart of the machine the number may
# belong to anything: the daemon is the one that runs in the clone's folder of state.
daemon_process() {
    local process
    process=$(head -n 1 "$daemon_file" 2>/dev/null) && [[ -n "$process" ]] || return 1
    [[ $(cat "/proc/$process/comm" 2>/dev/null) == pishkhand && "/proc/$process/cwd" -ef "$state" ]] || return 1
    echo "$process"
}

database_key() {
    printf '%s %s' "${DATABASE_URL:-embedded}" "${PISHKHAN_POOLER:-}" | sha256sum | cut -c 1-12
}

# True if it runs, is the last build, and serves this database.
is_daemon_current() {
    local process
    process=$(daemon_process) || return 1
    [[ "/proc/$process/exe" -ef "$daemon_program" && $(sed -n 2p "$daemon_file") == "$(database_key)" ]]
}

# Running requests get half a minute to end.
stop_daemon() {
    local process
    process=$(daemon_process) || return 0
    kill "$process"
    for _ in {1..350}; do
        [[ -d /proc/$process ]] || break
        sleep 0.1
    done
    [[ ! -d /proc/$process ]] || fail "the daemon does not stop" "kill -9 $process"
    rm -f "$daemon_file"
}

is_port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

choose_port() {
    local port=${PISHKHAN_PORT:-8080}
    if is_port_taken "$port"; then
        [[ -z "${PISHKHAN_PORT:-}" ]] || fail "something else listens on port $port" "PISHKHAN_PORT=0 scripts/start --serve"
        say "something else listens on port $port; the system chooses another one"
        port=0
    fi
    echo "$port"
}

# launch_daemon URL PORT: in the background; the shell that becomes the daemon keeps its number.
launch_daemon() {
    cd "$state" || exit
    close_inherited
    # Not as an argument: everybody on the machine may read those, and it may have a password in it.
    PISHKHAN_DATABASE=$1 exec setsid "$daemon_program" --port "$2" >"$daemon_log" 2>&1 </dev/null
}

# start_daemon URL: starts it, unless it runs already, and waits until it is ready.
start_daemon() {
    local port
    if is_daemon_current; then
        say "the daemon runs already"
    else
        stop_daemon
        port=$(choose_port)
        say "starting the daemon (log: $daemon_log)"
        launch_daemon "$1" "$port" &
        printf '%s\n%s\n' "$!" "$(database_key)" >"$daemon_file"
    fi
    for _ in {1..300}; do
        ! is_daemon_ready || return 0
        [[ -d /proc/$(head -n 1 "$daemon_file") ]] || break
        sleep 0.1
    done
    fail "the daemon is not ready" "tail -n 20 '$daemon_log'"
}

# Sets daemon_url.
is_daemon_ready() {
    local port
    port=$(sed -nE 's/.*"message":"listening".*:([0-9]+)".*/\1/p' "$daemon_log" | tail -n 1)
    daemon_url=http://127.0.0.1:$port
    [[ -n "$port" ]] && curl --silent --fail --max-time 5 --output /dev/null "$daemon_url/ready"
}
