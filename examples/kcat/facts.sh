#!/bin/sh
# Follows funnel.facts from its beginning with kcat, one line a record: key, partition, offset, size (-1: a tombstone), headers, value.
# A kcat without Avro (Debian's) shows for the value byte 0 and the schema's id; one that has it shows the fact as JSON.
set -eu
format='%k\t%p\t%o\t%S\t%h\t%s\n'
case $(kcat -V) in
  *Avro*) set -- -s value=avro -r "${REGISTRY_URL:-http://localhost:8081/apis/ccompat/v7}" ;;
  *) set -- -s 'value=>bI' ;;
esac
exec kcat -C -q -u -b "${KAFKA_BROKERS:-localhost:9092}" -t funnel.facts -o beginning -X isolation.level=read_committed \
  -s key=s "$@" -f "$format"
