# shellcheck shell=bash disable=SC2154
# Checks the daemon's systemd unit: that systemd accepts it, and that it grants no needless rights.

# In tenths; 10.0 is a program without limits.
most_exposure=20

check_unit() {
    local folder status=0
    if ! command -v systemd-analyze >/dev/null; then
        say "skipped: systemd-analyze is not installed (apt-get install systemd)"
        return
    fi
    folder=$(mktemp -d)
    # The program is installed elsewhere, and systemd asks for it.
    sed 's#=/opt/pishkhan/pishkhand#=/bin/true#' "$clone/scripts/pishkhand.service" >"$folder/pishkhand.service"
    # A name that it does not know is only a warning to it. Other units may have their own faults.
    systemd-analyze verify --man=no "$folder/pishkhand.service" >"$folder/verify" 2>&1 || status=1
    ! grep -F pishkhand.service "$folder/verify" >&2 || status=1
    systemd-analyze security --offline=yes --no-pager --threshold="$most_exposure" "$folder/pishkhand.service" \
        >"$folder/exposure" 2>&1 || status=1
    [[ $status -eq 0 ]] || grep -E '✗|→|rror' "$folder/exposure" >&2 || true
    rm -rf "$folder"
    return "$status"
}
