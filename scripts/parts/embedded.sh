# shellcheck shell=bash disable=SC2034,SC2154
# The embedded default: this clone's own durable cluster, with the database pishkhan in it.
#
# An ordinary user's cluster lies in the clone's .pishkhan. Root's cannot: the system user who owns it may not be able
# to enter the clone. It lies in /var/lib/pishkhan, and .pishkhan/home points to it.

settings="max_connections = 100
shared_buffers = 256MB
max_wal_size = 2GB"
checksums=--data-checksums

# Prints the pointer's target if it is this clone's: a copied clone has the pointer of the clone it was copied from.
pointed_home() {
    local target owner
    target=$(cat "$state/home" 2>/dev/null) && [[ -d "$target" ]] || return 1
    owner=$(cat "$target.clone" 2>/dev/null) || return 1
    [[ "$owner" -ef "$state" || ! -e "$owner/home" ]] || return 1
    echo "$target"
}

choose_home() {
    if [[ $(id -u) -eq 0 ]]; then
        home=$(pointed_home) || home=/var/lib/pishkhan/$(printf %s "$state" | sha256sum | cut -c 1-12)
        socket=$home/socket
    else
        home=$state/server
        # The clone's path may be longer than a socket's may be.
        socket=/tmp/pishkhan-$(id -u)-$(printf %s "$state" | sha256sum | cut -c 1-12)
    fi
}

keep_pointer() {
    [[ $(id -u) -eq 0 ]] || return 0
    (umask 022 && mkdir -p "$(dirname "$home")")
    echo "$state" >"$home.clone"
    echo "$home" >"$state/home"
}

start_embedded() {
    keep_pointer
    prepare_folders
    make_cluster
    start_cluster
    [[ $(ask "select 1 from pg_database where datname = 'pishkhan'") == 1 ]] || ask 'create database pishkhan'
    # The program reads its address here when it is given none.
    address pishkhan_app pishkhan >"$state/database.new"
    mv "$state/database.new" "$state/database"
}
