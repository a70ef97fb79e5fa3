# shellcheck shell=bash disable=SC2034,SC2154
# Finds the built command line, and the database's administrator.

# Sets program to PISHKHAN_PROGRAM, or to the last build in this clone.
find_program() {
    program=${PISHKHAN_PROGRAM:-}
    if [[ -z "$program" ]]; then
        # shellcheck disable=SC2012 # two known names
        program=$(ls -t "$clone"/.build/{release,debug}/pishkhan 2>/dev/null | head -n 1) || true
    fi
    [[ -x "$program" ]] || fail "the program is not built" "swift build --configuration release --product pishkhan"
}

# Sets administrator to the server's direct address, or to the clone's own database, which is started if need be.
find_administrator() {
    administrator=${PISHKHAN_DIRECT_URL:-${DATABASE_URL:-}}
    if [[ -z "$administrator" ]]; then
        "$clone/scripts/database" start
        administrator=$("$clone/scripts/database" url administrator)
    fi
}

# ask_database URL SQL: prints the rows, without headings.
ask_database() {
    psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 --command "$2" "$1"
}
