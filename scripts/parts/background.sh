# shellcheck shell=bash
# Closes the descriptors that a program which outlives its caller must not keep.

# Descriptors it inherited would hold the caller's locks, and keep its pipes open for readers who wait for their end.
# 255 is the script, read by bash.
close_inherited() {
    local descriptor
    for descriptor in /proc/self/fd/*; do
        descriptor=${descriptor##*/}
        if ((descriptor > 2 && descriptor != 255)); then eval "exec $descriptor>&-"; fi
    done
}
