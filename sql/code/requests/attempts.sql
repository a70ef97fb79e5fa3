-- Owner: pishkhan_views
-- Attempts to import, and their findings: an account's own, and for readers of the record all of them.

-- A running import reports every few seconds while the file comes in, and then holds the request's lock: an attempt
-- that does neither was interrupted.
create view ranking.import_attempt with (security_barrier) as
select n.name as account, n.id = registry.actor() as is_own, a.key, a.kinds, a.half_year, a.is_check_only,
    case when a.state in ('receiving', 'checking') and a.changed_at < clock_timestamp() - interval '1 minute'
              and not exists (
                  select from pg_locks held
                  where held.locktype = 'advisory' and held.objsubid = 2 and held.granted
                      and held.database = (select d.oid from pg_database d where d.datname = current_database())
                      and held.classid = (ranking.request_lock(a.account_id, a.key))[1]::bit(32)::bigint::oid
                      and held.objid = (ranking.request_lock(a.account_id, a.key))[2]::bit(32)::bigint::oid)
         then 'interrupted' else a.state end as state,
    a.bytes_received, a.rows_read, a.error_count, a.finding_count, a.began_at, a.changed_at
from staging.import_attempt a join registry.account n on n.id = a.account_id;

create view ranking.import_finding with (security_barrier) as
select n.name as account, f.key, f.position, f.file_name, f.sheet, f.line, f.column_title, f.value, f.code, f.severity,
    f.arguments
from staging.import_finding f join registry.account n on n.id = f.account_id;
grant select on ranking.import_attempt, ranking.import_finding to pishkhan_app;

-- A page of the findings of an attempt, after a position.
create function ranking.import_findings(of_account text, of_key text, after_position integer, row_limit integer)
returns setof ranking.import_finding
language sql stable security definer set search_path = registry, pg_temp as $$
    select n.name, f.key, f.position, f.file_name, f.sheet, f.line, f.column_title, f.value, f.code, f.severity, f.arguments
    from staging.import_finding f join registry.account n on n.id = f.account_id
    where n.name = import_findings.of_account and f.key = import_findings.of_key
        and f.position > import_findings.after_position
    order by f.position limit import_findings.row_limit
$$;
grant execute on function ranking.import_findings(text, text, integer, integer) to pishkhan_app;

-- A page of attempts, newest first. It begins after an attempt, named by microseconds and a digest of account and key.
create function ranking.import_attempts(of_account text, after_us bigint, after_digest text, row_limit integer)
returns table (
    account text, is_own boolean, key text, kinds text, half_year text, is_check_only boolean, state text,
    bytes_received bigint, rows_read integer, error_count integer, finding_count integer, began_at timestamptz,
    changed_at timestamptz, began_us bigint, digest text
)
language sql stable
begin atomic
    with attempt as (
        select a.*, (extract(epoch from a.began_at) * 1000000)::bigint as began_us,
            md5(a.account || ':' || a.key) as digest
        from ranking.import_attempt a
        where import_attempts.of_account is null or a.account = import_attempts.of_account
    )
    select * from attempt
    where import_attempts.after_us is null or attempt.began_us < import_attempts.after_us
        or (attempt.began_us = import_attempts.after_us and attempt.digest > import_attempts.after_digest)
    order by attempt.began_us desc, attempt.digest
    limit import_attempts.row_limit;
end;
grant execute on function ranking.import_attempts(text, bigint, text, integer) to pishkhan_app;
