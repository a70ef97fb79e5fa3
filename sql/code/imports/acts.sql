-- Owner: pishkhan_commands
-- The beginning and the end of every import: its revision, period, record, findings and landing rows.

-- A transaction holds its revision until it ends, and a close waits for all of them. So no import, into any period, can
-- commit with a revision older than the census.
create function ranking.next_revision() returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_actor();
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;
grant execute on function ranking.next_revision() to pishkhan_app, pishkhan_owner;

-- The period of an import, locked so that a close waits for the import. Refused if the period is not open, and from its
-- closing instant on, whether the clock has closed it or not. An import begins when its transaction does.
create function ranking.begin_period_import(half_year text)
returns table (period_id integer, scheme_id integer, scheme_hash text)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_permission('import');
    select * into period from registry.evaluation_period p where p.half_year = begin_period_import.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = begin_period_import.half_year;
    end if;
    if period.state <> 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    perform registry.require_days_of_period(period.id, registry.begun_at());
    return query select period.id, period.scheme_id, s.hash from registry.scheme s where s.id = period.scheme_id;
end
$$;
grant execute on function ranking.begin_period_import(text) to pishkhan_app;

-- Refuses a day in the future (in Tehran): a fact of that day would count as a present one.
create function ranking.require_past_day(day date) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if require_past_day.day > (clock_timestamp() at time zone 'Asia/Tehran')::date then
        raise exception using errcode = 'RK110', message = 'day_in_future', detail = require_past_day.day;
    end if;
end
$$;

-- Adds the import's row, and with it the act. An import that changes nothing and refuses nothing new adds neither.
create function ranking.record_import(
    revision bigint, kind text, period_id integer, file_name text, digest text, accepts_valid boolean,
    rows_read integer, accepted integer, inserted integer, changed integer
) returns registry.import
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    result registry.import;
    refused integer := record_import.rows_read - record_import.accepted;
begin
    result := row(record_import.revision, record_import.kind, record_import.period_id, ranking.require_actor(),
        record_import.file_name, record_import.digest, record_import.accepts_valid, record_import.rows_read,
        record_import.inserted, record_import.changed,
        record_import.accepted - record_import.inserted - record_import.changed, refused, clock_timestamp());
    if record_import.inserted + record_import.changed > 0
        or refused > 0 and not exists (
            select from registry.import i
            where i.kind = record_import.kind and i.digest = record_import.digest
                and i.period_id is not distinct from record_import.period_id and i.refused = record_import.rows_read - record_import.accepted) then
        insert into registry.import values (result.*);
    end if;
    return result;
end
$$;

-- Registers the columns of a file. A column that is absent says nothing about its field.
create function ranking.land_file(import_key uuid, columns text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_permission('import');
    insert into staging.landed_file (import_key, columns) values (land_file.import_key, land_file.columns);
end
$$;
grant execute on function ranking.land_file(uuid, text[]) to pishkhan_app;

-- True if the file has a column. Call it once in a statement, in a subselect.
create function ranking.file_says(import_key uuid, column_name text) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select file_says.column_name = any (f.columns) from staging.landed_file f
    where f.import_key = file_says.import_key and f.made_in = pg_current_xact_id()
$$;

-- All columns of the file. Call it once in a statement, in a subselect.
create function ranking.columns_of_file(import_key uuid) returns text[]
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce((
        select f.columns from staging.landed_file f
        where f.import_key = columns_of_file.import_key and f.made_in = pg_current_xact_id()), '{}')
$$;

-- The time of an earlier import of the same file, if there was one: the file may be an older list, which would undo
-- later ones.
create function ranking.earlier_import_of_file(import_id bigint, kind text, digest text) returns timestamptz
language sql stable security definer set search_path = registry, pg_temp as $$
    select max(i.recorded_at) from registry.import i
    where i.kind = earlier_import_of_file.kind and i.digest = earlier_import_of_file.digest
        and i.id < earlier_import_of_file.import_id
$$;
grant execute on function ranking.earlier_import_of_file(bigint, text, text) to pishkhan_app;

create function ranking.findings(import_key uuid)
returns table (line integer, is_error boolean, column_name text, code text, value text, detail text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select f.line, f.is_error, f.column_name, f.code, f.value, f.detail
    from staging.finding f where f.import_key = findings.import_key
    order by f.line, f.column_name collate "C", f.code collate "C"
$$;
grant execute on function ranking.findings(uuid) to pishkhan_app;

-- The text of a refused row without possible codes of persons: nine digits and more, with or without characters between
-- them. In a broken row a national code may be in any column.
create function ranking.without_codes(row_text text) returns text
language sql immutable set search_path = registry, pg_temp as $$
    select regexp_replace(without_codes.row_text,
        U&'([0-9\06F0-\06F9\0660-\0669][ .\200C_-]?){8,}[0-9\06F0-\06F9\0660-\0669]',
        '***', 'g')
$$;

-- A row of a file without sheets has an empty name of the sheet.
create function ranking.keep_refused_rows(
    import_id bigint, positions integer[], sheets text[], lines integer[], texts text[], reasons text[]
) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    kind text := (
        select i.kind from registry.import i
        where i.id = keep_refused_rows.import_id and i.actor_id = ranking.require_permission('import'));
begin
    if kind is null then
        raise exception using errcode = 'RK603', message = 'unknown_import', detail = keep_refused_rows.import_id::text;
    end if;
    insert into registry.refused_row (import_id, position, sheet, line, row_text, reason)
    select keep_refused_rows.import_id, refused.position, nullif(refused.sheet, ''), refused.line,
        case kind when 'offices' then ranking.without_codes(refused.row_text) else refused.row_text end, refused.reason
    from unnest(keep_refused_rows.positions, keep_refused_rows.sheets, keep_refused_rows.lines,
        keep_refused_rows.texts, keep_refused_rows.reasons) as refused (position, sheet, line, row_text, reason);
end
$$;
grant execute on function ranking.keep_refused_rows(bigint, integer[], text[], integer[], text[], text[]) to pishkhan_app;

-- Every landing table has the import's key.
create function ranking.clear_staging(import_keys uuid[]) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    landing text;
begin
    for landing in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'import_key'
        where c.relnamespace = 'staging'::regnamespace and c.relkind = 'r'
    loop
        execute format('delete from staging.%I where import_key = any ($1)', landing) using clear_staging.import_keys;
    end loop;
end
$$;
grant execute on function ranking.clear_staging(uuid[]) to pishkhan_app;
