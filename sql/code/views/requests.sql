-- The account's own attempts to import, and what they found.

-- Whoever imports says so every few seconds while the file comes in, and holds the request's lock from then on: an
-- attempt that does neither was interrupted.
create view ranking.import_attempt as
select a.key, a.kinds, a.half_year, a.is_check_only,
    case when a.state in ('receiving', 'checking') and a.changed_at < clock_timestamp() - interval '1 minute'
              and not exists (
                  select from pg_locks held
                  where held.locktype = 'advisory' and held.objsubid = 2 and held.granted
                      and held.database = (select d.oid from pg_database d where d.datname = current_database())
                      and held.classid = (ranking.request_lock(a.key))[1]::bit(32)::bigint::oid
                      and held.objid = (ranking.request_lock(a.key))[2]::bit(32)::bigint::oid)
         then 'interrupted' else a.state end as state,
    a.bytes_received, a.rows_read, a.error_count, a.finding_count, a.began_at, a.changed_at
from staging.import_attempt a;

create view ranking.import_finding as
select key, position, file_name, line, column_title, value, code, severity, arguments from staging.import_finding;
grant select on ranking.import_attempt, ranking.import_finding to pishkhan_app;
