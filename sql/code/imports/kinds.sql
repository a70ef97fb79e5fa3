-- Owner: pishkhan_commands
-- Imports of every kind of file, as its row in registry.import_kind describes it. Names of tables and functions come
-- only from that row.

create function ranking.described_kind(kind text) returns registry.import_kind
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    described registry.import_kind;
begin
    select * into strict described from registry.import_kind k where k.code = described_kind.kind;
    return described;
end
$$;

-- Checks that the actor may import this kind, and locks out other imports and changes of it until this one is stored.
create function ranking.begin_import(described registry.import_kind) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_permission('import');
    perform ranking.require_permission(described.permission);
    if described.is_national then
        perform ranking.require_national('import');
    end if;
    if described.write_lock is not null then
        perform pg_advisory_xact_lock(hashtext(described.write_lock));
    end if;
end
$$;

-- Finds the second and later rows of a file with the same key. It first checks whether there are any, because most
-- files have none and numbering the rows costs as much as reading them.
create function ranking.check_repeated_rows(import_key uuid, landing text, row_key text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set enable_sort = off set jit = off set work_mem = '64MB' as $$
declare
    key text := (select string_agg(format('r.%I', name), ', ') from unnest(check_repeated_rows.row_key) name);
    is_repeated boolean;
begin
    execute format($sql$
        select exists (
            select from staging.%I r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%I is not null
            group by %s having count(*) > 1)
        $sql$, check_repeated_rows.landing, check_repeated_rows.row_key[1], key)
    into is_repeated using check_repeated_rows.import_key;
    if not is_repeated then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, repeated.line, true, %2$L, 'row_repeated', repeated.value, repeated.first_line::text
        from (
            select r.line, r.%2$I as value, first_value(r.line) over (partition by %3$s order by r.line) as first_line
            from staging.%1$I r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%2$I is not null
        ) repeated
        where repeated.line > repeated.first_line
        $sql$, check_repeated_rows.landing, check_repeated_rows.row_key[1], key) using check_repeated_rows.import_key;
end
$$;

-- Finds codes that neither the register nor a row of the same act has. A faulty row of the same act has its own
-- finding.
create function ranking.check_references(import_key uuid, described registry.import_kind) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    named record;
begin
    for named in
        select f.column_name, k.register, k.landing, k.unknown_code
        from registry.import_reference f join registry.import_kind k on k.code = f.refers_to
        where f.kind = described.code
    loop
        execute format($sql$
            insert into staging.finding
            select $1, r.line, true, %2$L, %5$L, r.%2$I, null
            from staging.%1$I r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%2$I is not null
                and not exists (select from registry.%3$I k where k.code = r.%2$I)
                and not exists (select from staging.%4$I s where s.made_in = pg_current_xact_id() and s.code = r.%2$I)
            $sql$, described.landing, named.column_name, named.register, named.landing, named.unknown_code)
        using check_references.import_key;
    end loop;
end
$$;

-- Makes every finding of the database about a file. `check_function (import_key uuid, period_id integer, effective_on
-- date, at timestamptz)` adds the checks of its kind, and completes rows with what the file leaves out.
create function ranking.check_import(
    import_key uuid, kind text, half_year text, effective_on date
) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    described registry.import_kind := ranking.described_kind(check_import.kind);
    period_id integer;
begin
    perform ranking.begin_import(described);
    if described.is_of_period then
        select p.id into strict period_id from registry.evaluation_period p where p.half_year = check_import.half_year;
    end if;
    if described.check_function is not null then
        execute format('select ranking.%I($1, $2, $3, $4)', described.check_function)
        using check_import.import_key, period_id, check_import.effective_on, registry.begun_at();
    end if;
    perform ranking.check_repeated_rows(check_import.import_key, described.landing, described.row_key);
    perform ranking.check_references(check_import.import_key, described);
end
$$;
grant execute on function ranking.check_import(uuid, text, text, date) to pishkhan_app;

-- Stores the sound rows. `store_function (import_key uuid, revision bigint, period_id integer, effective_on date,
-- file_name text)` returns how many of them it accepted, and how many of these are new or changed.
create function ranking.store_import(
    import_key uuid, kind text, half_year text, effective_on date, file_name text, digest text, rows_read integer,
    accepts_valid boolean
) returns registry.import
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    described registry.import_kind := ranking.described_kind(store_import.kind);
    period_id integer;
    revision bigint;
    accepted integer;
    inserted integer;
    changed integer;
begin
    perform ranking.begin_import(described);
    if described.is_of_period then
        select begun.period_id into period_id
        from ranking.begin_period_import(store_import.half_year) begun;
    elsif described.is_national and described.register is not null then
        -- The facts of a national register hold from that day; an office has its own day.
        perform ranking.require_past_day(store_import.effective_on);
    end if;
    revision := ranking.next_revision();
    execute format('select accepted, inserted, changed from ranking.%I($1, $2, $3, $4, $5)', described.store_function)
    into accepted, inserted, changed
    using store_import.import_key, revision, period_id, store_import.effective_on, store_import.file_name;
    return ranking.record_import(revision, described.code, period_id, store_import.file_name, store_import.digest,
        store_import.accepts_valid, store_import.rows_read, accepted, inserted, changed);
end
$$;
grant execute on function ranking.store_import(uuid, text, text, date, text, text, integer, boolean) to pishkhan_app;
