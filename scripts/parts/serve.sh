# shellcheck shell=bash disable=SC2154
# The steps that scripts/start --serve adds to the sample: services, the publication, a token, and requests to try.

# Only the sample that was loaded here is published, because a publication is final.
publish_sample() {
    [[ $(cat "$(mark)" 2>/dev/null) == loaded && $(sample_state) == ranked ]] || return 0
    load_services
    say "publishing $sample_period"
    "$program" publish "$sample_period" >/dev/null
}

# One act, so that all of it is stored or nothing.
load_services() {
    [[ -z $("$program" agencies --limit 1 --format csv | csv_column code) ]] || return 0
    say "importing the SYNTHETIC register of services from $state/services"
    # Both folders are written, the sample's with the bytes that it has.
    write_files services "$state/sample" --services "$state/services.unfinished"
    "$program" import "$state/services" --report "$state/services-findings.csv" >/dev/null \
        2>"$state/services-import.log" || fail "the services were not taken in" "less '$state/services-import.log'"
}

# A line to be copied must be the token alone; the answer for people has direction marks around it.
show_first_token() {
    local name=.build/release/pishkhan token=
    if [[ -z $("$program" account token list operator --format csv | csv_column number) ]]; then
        token=$("$program" setup --format json --database "$administrator" \
            | sed -nE 's/.*"token": "([^"]+)".*/\1/p') || true
    fi
    printf '\n'
    if [[ -n "$token" ]]; then
        say "the first token of the headquarters, shown only once:"
        printf '  %s\n' "$token"
    else
        say "a token is shown once, when it is made:"
        printf '  %s account token issue operator --label mine\n' "$name"
    fi
}

suggest_requests() {
    local code service
    code=$("$program" offices --period "$sample_period" --rank 2 --limit 1 --format csv | csv_column code)
    service=$("$program" distribution --office "$code" --format csv | csv_column service)
    cat <<TEXT

» the daemon listens at $daemon_url ($(elapsed)); try:
  curl '$daemon_url/v1/publications/$sample_period/offices?rank=1&limit=5'
      the published ranks
  curl '$daemon_url/v1/publications/$sample_period/offices/$code'
      why an office has its rank, line by line
  curl '$daemon_url/v1/distribution?service=${service%%$'\n'*}&limit=5'
      who may offer a service, and has room
  curl --header 'Authorization: Bearer TOKEN' '$daemon_url/v1/me'
      what an account sees; $daemon_url/openapi.yaml describes every path
  scripts/start --stop
      stops the daemon; scripts/start --serve starts it again
TEXT
}
