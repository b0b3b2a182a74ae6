#!/bin/sh
# A PostgreSQL to try it with, thrown away at its end: ./postgres.sh [PORT]. It refuses to run as root, so there it runs as Debian's user postgres.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
dir=$(mktemp -d)
as=
if [ "$(id -u)" = 0 ]; then
  chown postgres "$dir"
  as='setpriv --reuid=postgres --regid=postgres --clear-groups'
fi
cd "$dir"
$as "$bin/initdb" -D "$dir/data" -U postgres -A trust --no-sync >/dev/null
$as "$bin/postgres" -D "$dir/data" -p "${1:-5433}" -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off &
server=$!
trap 'kill -INT $server' INT TERM
wait $server || wait $server || true
rm -rf "$dir"
