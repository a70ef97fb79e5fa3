# shellcheck shell=bash disable=SC2034,SC2154
# The path of the clone, and the names that belong to it alone.

clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# Sockets and folders outside the clone carry this name, because a clone's path may be too long for them.
clone_key=$(printf %s "$clone" | sha256sum | cut -c 1-12)
# The folder in which the program and the scripts keep data of this clone; ignored by git.
state=${PISHKHAN_HOME:-$clone/.pishkhan}
if [[ -n "${PISHKHAN_HOME:-}" ]]; then
    # Absolute for the program too, which may run in another folder.
    [[ "$state" == /* ]] || state=$PWD/$state
    export PISHKHAN_HOME=$state
fi

make_state_folder() {
    mkdir -p "$state" || fail "cannot make $state" "ls -ld '$(dirname "$state")'"
    [[ -w "$state" ]] || fail "$state belongs to $(stat -c %U "$state"); the clone is started by one user" \
        "run this as $(stat -c %U "$state"), or make a clone of your own"
}
