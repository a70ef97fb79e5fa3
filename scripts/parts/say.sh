# shellcheck shell=bash
# The messages of the scripts: one line for each step, and for each failure the reason and the next command.

say() {
    printf '» %s\n' "$*" >&2
}

# fail MESSAGE [NEXT COMMAND]
fail() {
    printf 'scripts/%s: %s\n' "$(basename "$0")" "$1" >&2
    [[ $# -lt 2 ]] || printf '  next: %s\n' "$2" >&2
    exit 1
}

# wrong_usage: shows the usage of a script that was called with wrong arguments, and ends with 64.
wrong_usage() {
    usage >&2
    exit 64
}

# Prints the minutes and seconds since the script started.
elapsed() {
    printf '%d min %02d s' $((SECONDS / 60)) $((SECONDS % 60))
}
