# shellcheck shell=bash disable=SC2154
# Loads the synthetic sample province step by step; the period's state tells which steps are done.

sample_period=1400-H1
sample_scheme=sample-1400

# csv_column NAME: prints that column of the table on the standard input.
csv_column() {
    python3 -c 'import csv, sys
for row in csv.DictReader(sys.stdin):
    print(row[sys.argv[1]])' "$1"
}

periods() {
    "$program" period list --format csv
}

# Prints the state of the sample's period, or nothing while there is none.
sample_state() {
    paste -d ' ' <(periods | csv_column period) <(periods | csv_column state) | sed -n "s/^$sample_period //p"
}

# The sample is never loaded twice, so that a period that an operator has reopened is not changed. Only a period that
# was begun here is continued: any other one is the work of an operator.
mark() {
    echo "$state/sample-$(printf %s "${DATABASE_URL:-embedded}" | sha256sum | cut -c 1-12)"
}

may_load() {
    case "$(cat "$(mark)" 2>/dev/null)" in
    loaded) return 1 ;;
    begun) return 0 ;;
    esac
    if [[ -n $(periods | csv_column period) ]]; then
        is_sample_ranked || say "the database has periods of its own; the sample is not loaded"
    elif has_imports; then
        say "the database holds imported offices or services; the sample is not loaded"
    else
        return 0
    fi
    return 1
}

# Offices and services come only by imports, which the record keeps.
has_imports() {
    [[ $("$program" record list --limit 10000 --format csv | csv_column kind) == *import* ]]
}

# write_files NAME ARGUMENT…: the folder NAME is complete or absent, because an interrupted writing leaves only the
# unfinished one.
write_files() {
    [[ ! -d "$state/$1" ]] || return 0
    rm -rf "$state/$1.unfinished"
    "$program" sample "${@:2}" >/dev/null
    mv "$state/$1.unfinished" "$state/$1"
}

plan_sample() {
    say "planning the period $sample_period and adopting the scheme $sample_scheme (SAMPLE)"
    "$program" period plan "$sample_period" >/dev/null
}

open_sample() {
    if [[ $("$program" scheme list --format csv) != *"$sample_scheme"* ]]; then
        "$program" scheme adopt "$clone/sql/seed/$sample_scheme.yaml" >/dev/null
    fi
    make_second_person
    PISHKHAN_ACCOUNT=sample.reviewer "$program" scheme confirm "$sample_scheme@1" >/dev/null
    "$program" period open "$sample_period" --scheme "$sample_scheme" >/dev/null
}

# One person proposes the scheme, another confirms it; and who declares may not review.
make_second_person() {
    if [[ $("$program" account list --format csv | csv_column name) != *sample.reviewer* ]]; then
        "$program" account add sample.reviewer --person 'SYNTHETIC reviewer' --role headquarters >/dev/null
    fi
}

# The second person of the sample imports the reviews of the region.
review_sample() {
    make_second_person
    PISHKHAN_ACCOUNT=sample.reviewer "$program" import "$state/sample/reviews" --period "$sample_period" \
        >/dev/null 2>>"$state/sample-import.log" \
        || fail "the sample's reviews were not taken in" "less '$state/sample-import.log'"
}

import_sample() {
    say "importing the SYNTHETIC sample province from $state/sample"
    write_files sample "$state/sample.unfinished"
    # The sample is messy on purpose; its notices would fill the screen.
    "$program" import "$state/sample" --period "$sample_period" --report "$state/sample-findings.csv" \
        2>"$state/sample-import.log" || fail "the sample was not taken in" "less '$state/sample-import.log'"
    say "notices about the files: $state/sample-findings.csv"
    review_sample
    "$program" period close "$sample_period" >/dev/null
}

rank_sample() {
    say "ranking $sample_period"
    "$program" rank "$sample_period"
}

load_sample() {
    local before=none now
    may_load || return 0
    echo begun >"$(mark)"
    while true; do
        now=$(sample_state)
        [[ "$now" != "$before" ]] || fail "the sample's period stays in the state '$now'" "scripts/start"
        before=$now
        case "$now" in
        '') plan_sample ;;
        planned) open_sample ;;
        open) import_sample ;;
        closed) rank_sample ;;
        *) break ;;
        esac
    done
    echo loaded >"$(mark)"
}

is_sample_ranked() {
    [[ $(sample_state) =~ ^(ranked|preview|published)$ ]]
}
