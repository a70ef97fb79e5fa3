# shellcheck shell=bash disable=SC2034
# The checkpoint of a database, as lines of text: kept beside a backup, and computed again from the restored database.

# Row security off: a login that would see only a part is refused.
checkpoint_query="set row_security = off;
select line from (
    select 1, 0, 'migrations ' || count(*) from registry.migration
    union all
    select 2, 0, 'acts ' || act_count || ' ' || encode(hash, 'hex') from registry.act_head
    union all
    select 3, p.id, format('publication %s %s %s', e.half_year, p.number, p.digest)
    from registry.publication p join registry.evaluation_period e on e.id = p.period_id
    union all
    select 4, s.id, format('sheet %s %s %s %s', s.year, s.number, s.digest, a.code)
    from registry.indicator_sheet s join registry.agency a on a.id = s.agency_id
) lines (part, place, line) order by part, place;"

# checksum_of FILE
checksum_of() {
    sha256sum <"$1" | cut -d ' ' -f 1
}
