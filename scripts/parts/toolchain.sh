# shellcheck shell=bash
# Finds the Swift toolchain; it does not come from Debian, so scripts/install cannot bring it.

find_swift() {
    local folder
    command -v swift >/dev/null && return
    for folder in "${HOME:-/nonexistent}/.local/share/swiftly/bin" /opt/swift/usr/bin /usr/local/swift/usr/bin /usr/share/swift/usr/bin
    do
        if [[ -x "$folder/swift" ]]; then
            PATH=$folder:$PATH
            return
        fi
    done
    fail "Swift 6.2 or newer is missing; https://www.swift.org/install/linux/ installs it with two commands" \
        "put its folder usr/bin on PATH and run scripts/$(basename "$0") again"
}

# Swift's package manager with a folder of its own for what it leaves behind: some TemporaryDirectory.… at every call.
tidy_swift() {
    local folder status=0
    folder=$(mktemp --directory)
    TMPDIR=$folder swift "$@" || status=$?
    rm -rf -- "$folder"
    return "$status"
}

check_swift() {
    local version
    find_swift
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p')
    [[ -n "$version" ]] || fail "swift does not run" "swift --version"
    printf '6.2\n%s\n' "$version" | sort -V -C || fail "Swift $version is too old; 6.2 or newer is needed" \
        "see https://www.swift.org/install/linux/"
}
