# shellcheck shell=bash
# How the scripts speak: one line for each step, and for each failure what happened and what to run next.

say() {
    printf '» %s\n' "$*" >&2
}

# fail MESSAGE [NEXT COMMAND]
fail() {
    printf 'scripts/%s: %s\n' "$(basename "$0")" "$1" >&2
    [[ $# -lt 2 ]] || printf '  next: %s\n' "$2" >&2
    exit 1
}

# wrong_usage: a script that is called in a way it does not know shows its usage and ends with 64.
wrong_usage() {
    usage >&2
    exit 64
}

# Prints the minutes and seconds since the script started.
elapsed() {
    printf '%d min %02d s' $((SECONDS / 60)) $((SECONDS % 60))
}
