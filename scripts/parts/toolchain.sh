# shellcheck shell=bash disable=SC2154
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

# own PATH: puts a copy that belongs to the user in its place. The other may be impossible to delete; it goes aside.
own() {
    local aside
    aside=$(mktemp --directory "$clone/.build/of-others.XXXXXX") \
        && rm -rf "$1.own" && cp -R "$1" "$1.own" && chgrp -R "$(id -g)" "$1.own" \
        && mv "$1" "$aside" && mv "$1.own" "$1" || return 1
    rm -rf "$aside" 2>/dev/null || true
}

# Swift's package manager copies resources with their owner and group, and fails where it may not give them: in a clone
# that belongs to others, or to a group that the user is not in. What it copies becomes the user's; its text stays.
own_resources() {
    local group resource strangers groups=()
    # A folder that hands its group on would do so for the packages that come into it.
    if ! { mkdir -p "$clone/.build" && chgrp "$(id -g)" "$clone/.build" && chmod g-s "$clone/.build"; }; then
        fail "cannot make $clone/.build yours" "make a clone of your own"
    fi
    for group in $(id -G); do groups+=(-a ! -gid "$group"); done
    for resource in sql Sources/Web/openapi.yaml; do
        # Ended between its two renames, the last run left the whole copy.
        [[ -e "$clone/$resource" || ! -e "$clone/$resource.own" ]] || mv "$clone/$resource.own" "$clone/$resource"
        strangers=$(find "$clone/$resource" \( ! -uid "$(id -u)" -o \( -true "${groups[@]}" \) \) -print -quit)
        [[ -n "$strangers" ]] || continue
        say "$resource belongs to others; its copy here becomes yours, so that Swift's package manager may copy it"
        own "$clone/$resource" || fail "cannot make $clone/$resource yours" "make a clone of your own"
    done
}

check_swift() {
    local version
    find_swift
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p')
    [[ -n "$version" ]] || fail "swift does not run" "swift --version"
    printf '6.2\n%s\n' "$version" | sort -V -C || fail "Swift $version is too old; 6.2 or newer is needed" \
        "see https://www.swift.org/install/linux/"
}
