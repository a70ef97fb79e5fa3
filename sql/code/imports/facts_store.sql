-- Owner: pishkhan_commands
-- Stores decisions of the violation committees, joined by hash like the offices (offices.sql). A decision is stored if
-- it differs from the newest known one; nothing is overwritten.

-- The sound decisions of a file, each beside its newest known version. The holder is the one on the decision's day, as
-- known now; if nothing is known of that day, the first known one. The planner inlines this function.
create function ranking.arriving_violations(import_key uuid)
returns table (
    id bigint, province_id integer, decision_number text, kind text, decided_on date, is_final boolean,
    holder_id bigint, is_late boolean, known_revision bigint, known_day date, known_final boolean, known_late boolean,
    is_of_case boolean
)
language sql stable
begin atomic
    select o.id, o.province_id, r.decision_number, r.kind, r.decided_on, r.is_final,
        (
            select version.holder_id
            from (select h.holder_id, h.effective_on, h.revision from registry.office_history h where h.id = o.id
                  union all select o.holder_id, o.effective_on, o.revision) version
            order by version.effective_on <= r.decided_on desc,
                case when version.effective_on <= r.decided_on then version.effective_on end desc,
                version.effective_on, version.revision desc limit 1
        ) as holder_id,
        exists (select from registry.evaluation_period p
                where r.decided_on between p.first_on and p.last_on and p.state not in ('planned', 'open'))
            as is_late,
        known.revision as known_revision, known.decided_on as known_day, known.is_final as known_final,
        known.is_late as known_late,
        exists (select from registry.violation_case c
                where (c.office_id, c.number, c.kind) = (o.id, r.decision_number, r.kind)) as is_of_case
    from staging.violation_row r
    join registry.office o on o.code = r.office_code
    left join lateral (
        select * from registry.violation v
        where v.office_id = o.id and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1
    ) known on true
    where coalesce(r.import_key = arriving_violations.import_key and r.made_in = pg_current_xact_id(), false)
        and not r.is_faulty
        and not exists (select from staging.finding f
                        where f.import_key = r.import_key and f.line = r.line and f.is_error);
end;

create function ranking.store_violations(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with judged as (
        -- A decision that came in time keeps that state; a late one is in time once its period is open again. That of a
        -- case only changes with its steps.
        select *, known_revision is not null
                and (known_day, known_final) is not distinct from (decided_on, is_final)
                and (is_late or not known_late or is_of_case) as is_same
        from ranking.arriving_violations(store_violations.import_key)
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
