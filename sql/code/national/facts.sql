-- What a run reads: the census and the period's own facts up to the census' revision. No rule of a scheme is applied.
-- Owned by the owner of the tables, since a score may hang on other provinces: on decisions against the same holder
-- there, and on the declaration of an office that moved here. What published ranks were made from is public, of every
-- province, so that everybody can follow them; other facts come with `read_facts`, of the offices in the actor's scope.

-- Every office of a census in the order of codes, or the one office named. Planned anew for each call: the two uses want
-- different plans.
create function ranking.office_facts(census bigint, only_office bigint default null)
returns table (
    office_id bigint, code text, province_id integer, kind text, licence_state text, licensed_on date,
    declared_value bigint[], confirmed_value bigint[],
    earlier_scheme_id integer, earlier_declared_value bigint[], earlier_confirmed_value bigint[],
    was_carried_already boolean,
    association_value bigint[], satisfaction_mean bigint, respondents integer,
    decision_numbers text[], decision_kinds text[], decision_days date[], found_here boolean[], is_late boolean[],
    decision_holders bigint[]
)
language plpgsql stable security definer
set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    frozen_period integer;
    ends_on date;
    provinces integer[] := case
        when exists (select from registry.publication p where p.census_id = office_facts.census)
            then array(select p.id from registry.province p)
        else registry.actor_fact_provinces()
    end;
begin
    select p.id, p.last_on into frozen_period, ends_on
    from registry.census c join registry.evaluation_period p on p.id = c.period_id
    where c.id = office_facts.census;
    return query
    with declared as (
        select distinct on (d.office_id) d.office_id, d.declared_value, d.confirmed_value
        from registry.declaration d
        where d.period_id = frozen_period and d.revision <= office_facts.census
            and (office_facts.only_office is null or d.office_id = office_facts.only_office)
        order by d.office_id, d.revision desc
    ), associated as (
        select distinct on (s.office_id) s.office_id, s.value
        from registry.association_score s
        where s.period_id = frozen_period and s.revision <= office_facts.census
            and (office_facts.only_office is null or s.office_id = office_facts.only_office)
        order by s.office_id, s.revision desc
    ), surveyed as (
        select distinct on (s.office_id) s.office_id, s.mean, s.respondents
        from registry.satisfaction_score s
        where s.period_id = frozen_period and s.revision <= office_facts.census
            and (office_facts.only_office is null or s.office_id = office_facts.only_office)
        order by s.office_id, s.revision desc
    ), decided as (
        select distinct on (v.office_id, v.decision_number, v.kind) v.office_id, v.decision_number, v.kind,
            v.holder_id, v.decided_on, v.is_final, v.is_late
        from registry.violation v
        where v.revision <= office_facts.census
            -- By the decision, not by the holder: the newest revision of one may name another holder.
            and (office_facts.only_office is null or (v.office_id, v.decision_number, v.kind) in (
                select theirs.office_id, theirs.decision_number, theirs.kind from registry.violation theirs
                where theirs.holder_id in (
                    select here.holder_id from registry.violation here
                    where here.office_id = office_facts.only_office)))
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    ), final as (
        select * from decided where decided.is_final and decided.decided_on <= ends_on
    ), accused as (
        -- The holders whose decisions were found at an office: their decisions elsewhere raise its occurrences.
        select distinct final.office_id, final.holder_id from final
        where office_facts.only_office is null or final.office_id = office_facts.only_office
    ), listed as (
        select a.office_id, f.holder_id, f.decision_number, f.kind, f.decided_on, f.is_late,
            f.office_id = a.office_id as found_here
        from accused a join final f on f.holder_id = a.holder_id
    ), held as (
        select l.office_id, array_agg(l.decision_number) as numbers, array_agg(l.kind) as kinds,
            array_agg(l.decided_on) as days, array_agg(l.found_here) as found_here, array_agg(l.is_late) as is_late,
            array_agg(l.holder_id) as holders
        from (select * from listed
              order by office_id, decided_on, decision_number collate "C", kind collate "C", found_here, holder_id) l
        group by l.office_id
    )
    select o.office_id, o.code, o.province_id, o.kind, o.licence_state, o.licensed_on,
        declared.declared_value, declared.confirmed_value,
        ep.scheme_id, e.declared_value, e.confirmed_value, o.was_carried_already,
        associated.value, surveyed.mean, surveyed.respondents,
        held.numbers, held.kinds, held.days, held.found_here, held.is_late, held.holders
    from registry.census_office o
    left join declared on declared.office_id = o.office_id
    left join associated on associated.office_id = o.office_id
    left join surveyed on surveyed.office_id = o.office_id
    left join held on held.office_id = o.office_id
    left join registry.declaration e on e.office_id = o.earlier_office_id and e.period_id = o.earlier_period_id
        and e.revision = o.earlier_revision
    left join registry.evaluation_period ep on ep.id = o.earlier_period_id
    where o.census_id = office_facts.census
        and o.province_id = any (provinces)
        and (office_facts.only_office is null or o.office_id = office_facts.only_office)
    order by o.code collate "C";
end
$$;
grant execute on function ranking.office_facts(bigint, bigint) to pishkhan_app;
