-- Owner: pishkhan_commands
-- Requests that are answered only once, and attempts to import that come as requests.

-- The two numbers of the lock of an account's request.
create function ranking.request_lock(account_id integer, key text) returns integer[]
language sql immutable set search_path = pg_catalog as $$
    select array[hashtext('registry.request'), hashtext(request_lock.account_id || ':' || request_lock.key)]
$$;
grant execute on function ranking.request_lock(integer, text) to pishkhan_app;

create function ranking.request_lock(key text) returns integer[]
language sql stable set search_path = registry, pg_temp as $$
    select ranking.request_lock(registry.actor(), request_lock.key)
$$;
grant execute on function ranking.request_lock(text) to pishkhan_app;

-- The earlier answer, or no row if the request is new; then this transaction holds the request until it ends.
create function ranking.begin_request(key text, digest bytea)
returns table (status smallint, content_type text, location text, body bytea)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    lock_numbers integer[] := ranking.request_lock(begin_request.key);
    known registry.answered_request;
begin
    perform ranking.require_actor();
    if not pg_try_advisory_xact_lock(lock_numbers[1], lock_numbers[2]) then
        raise exception using errcode = 'RK801', message = 'request_is_under_way', detail = begin_request.key;
    end if;
    select * into known from registry.answered_request r
    where r.account_id = registry.actor() and r.key = begin_request.key;
    if known.key is null then
        return;
    end if;
    if known.digest <> begin_request.digest then
        raise exception using errcode = 'RK802', message = 'key_was_used', detail = begin_request.key;
    end if;
    return query select known.status, known.content_type, known.location, known.body;
end
$$;
grant execute on function ranking.begin_request(text, bytea) to pishkhan_app;

create function ranking.answer_request(
    key text, digest bytea, status integer, content_type text, location text, body bytea
) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.answered_request
    values (ranking.require_actor(), answer_request.key, answer_request.digest, answer_request.status,
        answer_request.content_type, answer_request.location, answer_request.body, clock_timestamp())
$$;
grant execute on function ranking.answer_request(text, bytea, integer, text, text, bytea) to pishkhan_app;

-- Begins an attempt, or restarts one that was not answered; an answered one keeps its result.
create function ranking.begin_attempt(key text, kinds text, half_year text, is_check_only boolean) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    lock_numbers integer[] := ranking.request_lock(begin_attempt.key);
begin
    -- Refused before a byte of the file has come: without the permission to import, or while the same request is
    -- running.
    perform ranking.require_permission('import');
    if not pg_try_advisory_xact_lock(lock_numbers[1], lock_numbers[2]) then
        raise exception using errcode = 'RK801', message = 'request_is_under_way', detail = begin_attempt.key;
    end if;
    delete from staging.import_attempt a
    where a.account_id = ranking.require_actor() and a.key = begin_attempt.key
        and a.state not in ('stored', 'unchanged', 'checked');
    insert into staging.import_attempt
    values (registry.actor(), begin_attempt.key, begin_attempt.kinds, begin_attempt.half_year,
        begin_attempt.is_check_only, 'receiving', 0, 0, 0, 0, clock_timestamp(), clock_timestamp())
    on conflict do nothing;
end
$$;
grant execute on function ranking.begin_attempt(text, text, text, boolean) to pishkhan_app;

-- Records the progress; an attempt that has ended does not change.
create function ranking.note_attempt(key text, state text, bytes_received bigint, rows_read integer) returns void
language sql security definer set search_path = registry, pg_temp as $$
    update staging.import_attempt a
    set state = note_attempt.state, bytes_received = note_attempt.bytes_received,
        rows_read = note_attempt.rows_read, changed_at = clock_timestamp()
    where a.account_id = ranking.require_actor() and a.key = note_attempt.key
        and a.state in ('receiving', 'checking')
$$;
grant execute on function ranking.note_attempt(text, text, bigint, integer) to pishkhan_app;

-- Records the kinds of an upload, if they are only known once it has come.
create function ranking.note_kinds(key text, kinds text) returns void
language sql security definer set search_path = registry, pg_temp as $$
    update staging.import_attempt a set kinds = note_kinds.kinds, changed_at = clock_timestamp()
    where a.account_id = ranking.require_actor() and a.key = note_kinds.key and a.state in ('receiving', 'checking')
$$;
grant execute on function ranking.note_kinds(text, text) to pishkhan_app;

-- True if the findings of an attempt are still to be stored: of two requests with one key that were refused at the same
-- time only one stores them, and a running repetition will bring its own.
create function ranking.may_keep_findings(key text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    lock_numbers integer[] := ranking.request_lock(may_keep_findings.key);
begin
    return pg_try_advisory_xact_lock(lock_numbers[1], lock_numbers[2])
        and not exists (select from staging.import_finding f
                        where f.account_id = ranking.require_actor() and f.key = may_keep_findings.key);
end
$$;
grant execute on function ranking.may_keep_findings(text) to pishkhan_app;

-- Removes the findings of the account's oldest attempts until the given number of new ones fits into its share.
create function ranking.make_room_for_findings(key text, coming integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    oldest text;
begin
    perform ranking.require_actor();
    while exists (select from registry.account_share s
                  where s.account_id = registry.actor() and s.findings + make_room_for_findings.coming > 200000) loop
        select a.key into oldest from staging.import_attempt a
        where a.account_id = registry.actor() and a.key <> make_room_for_findings.key
            and exists (select from staging.import_finding f where f.account_id = a.account_id and f.key = a.key)
        order by a.changed_at limit 1;
        exit when oldest is null;
        delete from staging.import_finding f where f.account_id = registry.actor() and f.key = oldest;
    end loop;
end
$$;
grant execute on function ranking.make_room_for_findings(text, integer) to pishkhan_app;

create function ranking.keep_findings(key text, findings jsonb) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.import_finding
    select ranking.require_actor(), keep_findings.key, f.position, f.file_name, f.sheet, f.line, f.column_title, f.value,
        f.code, f.severity, f.arguments
    from jsonb_to_recordset(keep_findings.findings) as f (
        position integer, file_name text, sheet text, line integer, column_title text, value text, code text, severity text,
        arguments jsonb)
$$;
grant execute on function ranking.keep_findings(text, jsonb) to pishkhan_app;

-- A stored or refused result is final: a connection that breaks off late under the same key does not change it.
create function ranking.end_attempt(key text, state text, rows_read integer, error_count integer, finding_count integer)
returns void
language sql security definer set search_path = registry, pg_temp as $$
    update staging.import_attempt a
    set state = end_attempt.state, rows_read = end_attempt.rows_read, error_count = end_attempt.error_count,
        finding_count = end_attempt.finding_count, changed_at = clock_timestamp()
    where a.account_id = ranking.require_actor() and a.key = end_attempt.key
        and (a.state in ('receiving', 'checking') or a.state = 'failed' and end_attempt.state <> 'failed')
$$;
grant execute on function ranking.end_attempt(text, text, integer, integer, integer) to pishkhan_app;
