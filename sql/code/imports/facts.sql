-- Owner: pishkhan_commands
-- Import of a period's facts: what is checked, and which kind is stored how (import_facts_store.sql).

-- Findings that every kind of fact shares: offices that nobody knows, and the same office twice in one file.
create function ranking.check_fact_offices(import_key uuid, landing regclass) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    execute format($sql$
        insert into staging.finding
        select $1, r.line, true, 'office_code', 'office_unknown', r.office_code, null
        from %s r
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.office_code is not null
            and not exists (select from registry.office o where o.code = r.office_code)
            -- A faulty row of the offices file in the same act has its own finding.
            and not exists (select from staging.office_row s
                            where s.made_in = pg_current_xact_id() and s.code = r.office_code)
        $sql$, landing) using check_fact_offices.import_key;
end
$$;

create function ranking.check_repeated_offices(import_key uuid, landing regclass) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set enable_sort = off set jit = off set work_mem = '64MB' as $$
declare
    is_repeated boolean;
begin
    execute format($sql$
        select exists (
            select from %s r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.office_code is not null
            group by r.office_code having count(*) > 1)
        $sql$, landing) into is_repeated using check_repeated_offices.import_key;
    if not is_repeated then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, repeated.line, true, 'office_code', 'row_repeated', repeated.office_code,
            repeated.first_line::text
        from (
            select r.line, r.office_code,
                first_value(r.line) over (partition by r.office_code order by r.line) as first_line
            from %s r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.office_code is not null
        ) repeated
        where repeated.line > repeated.first_line
        $sql$, landing) using check_repeated_offices.import_key;
end
$$;

-- A value for a criterion that does not exist for the office's kind. Most schemes have no such criterion.
create function ranking.check_kinds(import_key uuid, landing regclass, scheme_id integer, column_name text)
returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    if not exists (select from registry.criterion c
                   where c.scheme_id = check_kinds.scheme_id and cardinality(c.kinds) = 1) then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, r.line, true, c.code || case %3$L when 'confirmed' then '_confirmed' else '' end,
            'criterion_of_other_kind', r.%1$I[c.position + 1]::text, o.kind
        from %2$s r
        join registry.office o on o.code = r.office_code
        join registry.criterion c on c.scheme_id = $2 and cardinality(c.kinds) = 1 and o.kind <> all (c.kinds)
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%1$I[c.position + 1] is not null
        $sql$, check_kinds.column_name, landing, check_kinds.column_name) using check_kinds.import_key, check_kinds.scheme_id;
end
$$;

create function ranking.check_facts(import_key uuid, kind text, half_year text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_deed('import');
    select * into strict period from registry.evaluation_period p where p.half_year = check_facts.half_year;
    case check_facts.kind
        when 'violations' then
            perform ranking.check_fact_offices(check_facts.import_key, 'staging.violation_row');
            perform ranking.check_violations(check_facts.import_key);
        else
            perform ranking.check_submissions(check_facts.import_key, period);
            perform ranking.check_windows(check_facts.import_key, period, registry.begun_at());
    end case;
end
$$;
grant execute on function ranking.check_facts(uuid, text, text) to pishkhan_app;

create function ranking.check_violations(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    -- Without the column, and in an empty cell, a file says nothing about finality, which is never unknown: what is known
    -- stays, and a new decision is final.
    update staging.violation_row r
    set is_final = coalesce((
        select v.is_final from registry.violation v join registry.office o on o.id = v.office_id
        where o.code = r.office_code and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1), true)
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id() and r.is_final is null
        and not r.is_faulty;

    -- Finality goes only where a cell says so, and not without a word.
    insert into staging.finding
    select check_violations.import_key, r.line, false, 'is_final', 'finality_withdrawn', r.decision_number, null
    from staging.violation_row r
    join registry.office o on o.code = r.office_code
    cross join lateral (
        select v.is_final from registry.violation v
        where v.office_id = o.id and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1
    ) known
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
        and known.is_final and not r.is_final;

    insert into staging.finding
    select check_violations.import_key, repeated.line, true, 'decision_number', 'row_repeated',
        repeated.decision_number, repeated.first_line::text
    from (
        select r.line, r.decision_number,
            first_value(r.line) over (partition by r.office_code, r.decision_number, r.kind order by r.line)
                as first_line
        from staging.violation_row r
        where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
            and r.office_code is not null and r.decision_number is not null and r.kind is not null
    ) repeated
    where repeated.line > repeated.first_line;

    insert into staging.finding
    select check_violations.import_key, r.line, false, 'decided_on', 'decision_late', r.decision_number, p.half_year
    from staging.violation_row r
    join registry.evaluation_period p on r.decided_on between p.first_on and p.last_on
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
        and p.state not in ('planned', 'open');
$$;

create function ranking.store_facts(
    import_key uuid, kind text, half_year text, file_name text, digest text, rows_read integer, accepts_valid boolean
) returns registry.import
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period_id integer;
    revision bigint;
    accepted integer;
    inserted integer;
    changed integer;
begin
    select begun.period_id into period_id from ranking.begin_period_import(store_facts.half_year) begun;
    revision := ranking.next_revision();
    if store_facts.kind = 'violations' then
        select * into accepted, inserted, changed
        from ranking.store_violations(store_facts.import_key, period_id, revision);
    else
        select * into accepted, inserted, changed
        from ranking.store_said(store_facts.import_key, period_id, revision, store_facts.file_name);
    end if;
    return ranking.record_import(revision, store_facts.kind, period_id, store_facts.file_name, store_facts.digest,
        store_facts.accepts_valid, store_facts.rows_read, accepted, inserted, changed);
end
$$;
grant execute on function ranking.store_facts(uuid, text, text, text, text, integer, boolean) to pishkhan_app;
