-- Import of a period's facts, joined by hash like the offices (import_offices.sql). A fact is stored when it differs from the newest one known; nothing is overwritten.

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
        select $1, r.line, true, c.code || case %3$L when 'confirmed_value' then '_confirmed' else '' end,
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
        when 'declarations' then
            perform ranking.check_fact_offices(check_facts.import_key, 'staging.declaration_row');
            perform ranking.check_repeated_offices(check_facts.import_key, 'staging.declaration_row');
            perform ranking.check_kinds(check_facts.import_key, 'staging.declaration_row', period.scheme_id,
                'declared_value');
            perform ranking.check_kinds(check_facts.import_key, 'staging.declaration_row', period.scheme_id,
                'confirmed_value');
        when 'association_scores' then
            perform ranking.check_fact_offices(check_facts.import_key, 'staging.association_score_row');
            perform ranking.check_repeated_offices(check_facts.import_key, 'staging.association_score_row');
            perform ranking.check_kinds(check_facts.import_key, 'staging.association_score_row', period.scheme_id,
                'value');
        when 'satisfaction_scores' then
            perform ranking.check_fact_offices(check_facts.import_key, 'staging.satisfaction_score_row');
            perform ranking.check_repeated_offices(check_facts.import_key, 'staging.satisfaction_score_row');
        when 'violations' then
            perform ranking.check_fact_offices(check_facts.import_key, 'staging.violation_row');
            perform ranking.check_violations(check_facts.import_key);
    end case;
end
$$;
grant execute on function ranking.check_facts(uuid, text, text) to pishkhan_app;

create function ranking.check_violations(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
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

create function ranking.store_declarations(import_key uuid, period_id integer, revision bigint)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with compared as (
        select o.id, o.province_id, r.declared_value, r.confirmed_value, known.revision as known_revision,
            (known.declared_value, known.confirmed_value)
                is not distinct from (r.declared_value, r.confirmed_value) as is_same
        from staging.declaration_row r
        join registry.office o on o.code = r.office_code
        left join lateral (
            select * from registry.declaration d
            where d.office_id = o.id and d.period_id = store_declarations.period_id
            order by d.revision desc limit 1
        ) known on true
        where coalesce(r.import_key = store_declarations.import_key and r.made_in = pg_current_xact_id(), false)
            and not r.is_faulty
            and not exists (select from staging.finding f
                            where f.import_key = r.import_key and f.line = r.line and f.is_error)
    ), stored as (
        insert into registry.declaration (office_id, period_id, revision, province_id, declared_value, confirmed_value)
        select id, store_declarations.period_id, store_declarations.revision, province_id, declared_value,
            confirmed_value
        from compared where not is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from compared
$$;

create function ranking.store_association_scores(import_key uuid, period_id integer, revision bigint)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with compared as (
        select o.id, o.province_id, r.value, known.revision as known_revision,
            known.value is not distinct from r.value as is_same
        from staging.association_score_row r
        join registry.office o on o.code = r.office_code
        left join lateral (
            select * from registry.association_score s
            where s.office_id = o.id and s.period_id = store_association_scores.period_id
            order by s.revision desc limit 1
        ) known on true
        where coalesce(r.import_key = store_association_scores.import_key and r.made_in = pg_current_xact_id(), false)
            and not r.is_faulty
            and not exists (select from staging.finding f
                            where f.import_key = r.import_key and f.line = r.line and f.is_error)
    ), stored as (
        insert into registry.association_score (office_id, period_id, revision, province_id, value)
        select id, store_association_scores.period_id, store_association_scores.revision, province_id, value
        from compared where not is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from compared
$$;

create function ranking.store_satisfaction_scores(import_key uuid, period_id integer, revision bigint)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with compared as (
        select o.id, o.province_id, r.mean, r.respondents, r.survey_mode, known.revision as known_revision,
            (known.mean, known.respondents, known.survey_mode)
                is not distinct from (r.mean, r.respondents, r.survey_mode) as is_same
        from staging.satisfaction_score_row r
        join registry.office o on o.code = r.office_code
        left join lateral (
            select * from registry.satisfaction_score s
            where s.office_id = o.id and s.period_id = store_satisfaction_scores.period_id
            order by s.revision desc limit 1
        ) known on true
        where coalesce(r.import_key = store_satisfaction_scores.import_key and r.made_in = pg_current_xact_id(), false)
            and not r.is_faulty
            and not exists (select from staging.finding f
                            where f.import_key = r.import_key and f.line = r.line and f.is_error)
    ), stored as (
        insert into registry.satisfaction_score
            (office_id, period_id, revision, province_id, mean, respondents, survey_mode)
        select id, store_satisfaction_scores.period_id, store_satisfaction_scores.revision, province_id, mean,
            respondents, survey_mode
        from compared where not is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from compared
$$;

-- The holder is the one of the day of the decision, as known now.
create function ranking.store_violations(import_key uuid, period_id integer, revision bigint)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with compared as (
        select o.id, o.province_id, r.decision_number, r.kind, r.decided_on, r.is_final,
            coalesce((
                select version.holder_id
                from (select h.holder_id, h.effective_on, h.revision from registry.office_history h where h.id = o.id
                      union all select o.holder_id, o.effective_on, o.revision) version
                where version.effective_on <= r.decided_on
                order by version.effective_on desc, version.revision desc limit 1
            ), o.holder_id) as holder_id,
            exists (select from registry.evaluation_period p
                    where r.decided_on between p.first_on and p.last_on and p.state not in ('planned', 'open'))
                as is_late,
            known.revision as known_revision, known.decided_on as known_day, known.is_final as known_final,
            known.is_late as known_late
        from staging.violation_row r
        join registry.office o on o.code = r.office_code
        left join lateral (
            select * from registry.violation v
            where v.office_id = o.id and v.decision_number = r.decision_number and v.kind = r.kind
            order by v.revision desc limit 1
        ) known on true
        where coalesce(r.import_key = store_violations.import_key and r.made_in = pg_current_xact_id(), false)
            and not r.is_faulty
            and not exists (select from staging.finding f
                            where f.import_key = r.import_key and f.line = r.line and f.is_error)
    ), judged as (
        -- A decision that was in time stays so, and one that is known as late is in time once its period is open again.
        select *, known_revision is not null
                and (known_day, known_final) is not distinct from (decided_on, is_final)
                and (is_late or not known_late) as is_same
        from compared
    ), stored as (
        insert into registry.violation (office_id, decision_number, kind, revision, province_id, holder_id, decided_on,
            is_final, is_late)
        select id, decision_number, kind, store_violations.revision, province_id, holder_id, decided_on, is_final,
            is_late
        from judged where not is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from judged
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
    case store_facts.kind
        when 'declarations' then
            select * into accepted, inserted, changed
            from ranking.store_declarations(store_facts.import_key, period_id, revision);
        when 'association_scores' then
            select * into accepted, inserted, changed
            from ranking.store_association_scores(store_facts.import_key, period_id, revision);
        when 'satisfaction_scores' then
            select * into accepted, inserted, changed
            from ranking.store_satisfaction_scores(store_facts.import_key, period_id, revision);
        when 'violations' then
            select * into accepted, inserted, changed
            from ranking.store_violations(store_facts.import_key, period_id, revision);
    end case;
    return ranking.record_import(revision, store_facts.kind, period_id, store_facts.file_name, store_facts.digest,
        store_facts.accepts_valid, store_facts.rows_read, accepted, inserted, changed);
end
$$;
grant execute on function ranking.store_facts(uuid, text, text, text, text, integer, boolean) to pishkhan_app;

-- Lines of an import that were not stored, with the codes of what is wrong with them. A row that names an office, agency
-- or service whose own row was refused in the same act has no finding of its own.
create function ranking.refused_lines(import_key uuid, kind text) returns table (line integer, codes text)
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $body$
declare
    landing regclass := case refused_lines.kind
        when 'offices' then 'staging.office_row'
        when 'declarations' then 'staging.declaration_row'
        when 'association_scores' then 'staging.association_score_row'
        when 'satisfaction_scores' then 'staging.satisfaction_score_row'
        when 'violations' then 'staging.violation_row'
        when 'agencies' then 'staging.agency_row'
        when 'services' then 'staging.service_row'
        when 'mou_targets' then 'staging.mou_target_row'
        when 'delegations' then 'staging.delegation_row'
        when 'contracts' then 'staging.contract_row'
    end;
    no_agency text := 'not exists (select from registry.agency a where a.code = r.agency_code)';
    no_service text := 'not exists (select from registry.service s where s.code = r.service_code)';
    no_office text := 'not exists (select from registry.office o where o.code = r.office_code)';
    missing text := case
        when refused_lines.kind = 'offices' then
            $$case when not exists (select from registry.office o where o.code = r.code) then 'office_unknown' end$$
        when refused_lines.kind = 'agencies' then 'null'
        when refused_lines.kind = 'services' then
            format($$case when %s then 'agency_unknown' when r.parent_code is not null
                and not exists (select from registry.service s where s.code = r.parent_code)
                then 'service_unknown' end$$, no_agency)
        when refused_lines.kind = 'mou_targets' then format($$case when %s then 'agency_unknown' end$$, no_agency)
        when refused_lines.kind = 'delegations' then format($$case when %s then 'service_unknown' end$$, no_service)
        when refused_lines.kind = 'contracts' then
            format($$case when %s then 'office_unknown' when %s then 'service_unknown' end$$, no_office, no_service)
        else format($$case when %s then 'office_unknown' end$$, no_office)
    end;
begin
    return query execute format($sql$
        select r.line, coalesce(nullif(concat_ws(' ', r.faults, found.codes), ''), absent.code)
        from %s r
        cross join lateral (select %s as code) absent
        left join (
            select f.line, string_agg(distinct f.code, ' ' order by f.code) as codes
            from staging.finding f where f.import_key = $1 and f.is_error group by f.line
        ) found using (line)
        where r.import_key = $1 and r.made_in = pg_current_xact_id()
            and (r.is_faulty or found.line is not null or absent.code is not null)
        order by r.line
        $sql$, landing, missing) using refused_lines.import_key;
end
$body$;
grant execute on function ranking.refused_lines(uuid, text) to pishkhan_app;

create function ranking.is_recorded(import_id bigint) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select exists (select from registry.import i where i.id = is_recorded.import_id)
$$;
grant execute on function ranking.is_recorded(bigint) to pishkhan_app;
