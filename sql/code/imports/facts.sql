-- Owner: pishkhan_commands
-- Checks the import of a period's facts (facts_store.sql and submissions_store.sql store them).

-- Finds values for a criterion that does not exist for the office's kind. Most schemes have no such criterion.
create function ranking.check_kinds(import_key uuid, scheme_id integer, column_name text)
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
        select $1, r.line, true, c.code || case %1$L when 'confirmed' then '_confirmed' else '' end,
            'criterion_of_other_kind', r.%1$I[c.position + 1]::text, o.kind
        from staging.submission_row r
        join registry.office o on o.code = r.office_code
        join registry.criterion c on c.scheme_id = $2 and cardinality(c.kinds) = 1 and o.kind <> all (c.kinds)
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%1$I[c.position + 1] is not null
        $sql$, check_kinds.column_name) using check_kinds.import_key, check_kinds.scheme_id;
end
$$;

create function ranking.check_violations(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    -- Without the column, or with an empty cell, a file says nothing about finality. Then a known decision keeps its
    -- finality, and a new one is final.
    update staging.violation_row r
    set is_final = coalesce((
        select v.is_final from registry.violation v join registry.office o on o.id = v.office_id
        where o.code = r.office_code and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1), true)
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id() and r.is_final is null
        and not r.is_faulty;

    -- The decision of a case comes from its steps; a file may only repeat it.
    insert into staging.finding
    select check_violations.import_key, r.line, true, 'decision_number', 'decision_is_of_a_case', r.decision_number,
        null
    from staging.violation_row r
    join registry.office o on o.code = r.office_code
    join registry.violation_case c on (c.office_id, c.number, c.kind) = (o.id, r.decision_number, r.kind)
    left join lateral (
        select v.decided_on, v.is_final from registry.violation v
        where v.office_id = o.id and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1
    ) known on true
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and (known.decided_on, known.is_final) is distinct from (r.decided_on, r.is_final);

    -- Finality is taken away only if a cell says so, and with a notice.
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
    select check_violations.import_key, r.line, false, 'decided_on', 'decision_late', r.decision_number, p.half_year
    from staging.violation_row r
    join registry.evaluation_period p on r.decided_on between p.first_on and p.last_on
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
        and p.state not in ('planned', 'open');
$$;
