-- What a run reads: the census and the period's own facts up to the census' revision. No rule of a scheme is applied.

create function ranking.office_facts(census bigint)
returns table (
    office_id bigint, code text, province_id integer, kind text, licence_state text, licensed_on date,
    declared_value bigint[], confirmed_value bigint[],
    earlier_scheme_id integer, earlier_declared_value bigint[], earlier_confirmed_value bigint[],
    was_carried_already boolean,
    association_value bigint[], satisfaction_mean bigint, respondents integer,
    decision_numbers text[], decision_kinds text[], decision_days date[], found_here boolean[], is_late boolean[],
    decision_holders bigint[]
)
language sql stable security definer
begin atomic
    with frozen as (
        select c.id, c.period_id, p.first_on, p.last_on
        from registry.census c join registry.evaluation_period p on p.id = c.period_id
        where c.id = office_facts.census
    ), declared as (
        select distinct on (d.office_id) d.office_id, d.declared_value, d.confirmed_value
        from registry.declaration d, frozen
        where d.period_id = frozen.period_id and d.revision <= frozen.id
        order by d.office_id, d.revision desc
    ), associated as (
        select distinct on (s.office_id) s.office_id, s.value
        from registry.association_score s, frozen
        where s.period_id = frozen.period_id and s.revision <= frozen.id
        order by s.office_id, s.revision desc
    ), surveyed as (
        select distinct on (s.office_id) s.office_id, s.mean, s.respondents
        from registry.satisfaction_score s, frozen
        where s.period_id = frozen.period_id and s.revision <= frozen.id
        order by s.office_id, s.revision desc
    ), decided as (
        select distinct on (v.office_id, v.decision_number, v.kind) v.*
        from registry.violation v, frozen
        where v.revision <= frozen.id
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    ), accused as (
        -- The holders whose decisions were found at an office: their decisions elsewhere raise its occurrences.
        select distinct o.office_id, d.holder_id
        from decided d, frozen, registry.census_office o
        where d.is_final and d.decided_on <= frozen.last_on and o.census_id = frozen.id and o.office_id = d.office_id
    ), listed as (
        select a.office_id, d.holder_id, d.decision_number, d.kind, d.decided_on, d.is_late,
            d.office_id = a.office_id as found_here
        from accused a join decided d on d.holder_id = a.holder_id, frozen
        where d.is_final and d.decided_on <= frozen.last_on
    ), held as (
        select l.office_id, array_agg(l.decision_number) as numbers, array_agg(l.kind) as kinds,
            array_agg(l.decided_on) as days, array_agg(l.found_here) as found_here, array_agg(l.is_late) as is_late,
            array_agg(l.holder_id) as holders
        from (select * from listed
              order by office_id, decided_on, decision_number collate "C", kind collate "C", found_here) l
        group by l.office_id
    )
    select o.office_id, o.code, o.province_id, o.kind, o.licence_state, o.licensed_on,
        declared.declared_value, declared.confirmed_value,
        ep.scheme_id, e.declared_value, e.confirmed_value, o.was_carried_already,
        associated.value, surveyed.mean, surveyed.respondents,
        held.numbers, held.kinds, held.days, held.found_here, held.is_late,
        held.holders
    from registry.census_office o
    left join declared on declared.office_id = o.office_id
    left join associated on associated.office_id = o.office_id
    left join surveyed on surveyed.office_id = o.office_id
    left join held on held.office_id = o.office_id
    left join registry.declaration e on e.office_id = o.earlier_office_id and e.period_id = o.earlier_period_id
        and e.revision = o.earlier_revision
    left join registry.evaluation_period ep on ep.id = o.earlier_period_id
    where o.census_id = office_facts.census
    order by o.code collate "C";
end;
grant execute on function ranking.office_facts(bigint) to pishkhan_app;
