-- Owner: pishkhan_owner
-- The facts of an open half-year that a run would read, of some offices: the work list tells by them on which items a
-- rank hangs. The owner of the tables owns this, because decisions against a holder count in every province.

-- The newest values and verdicts of an office, item by item in the order of the scheme.
create function ranking.items_under_review(office_id bigint, period registry.evaluation_period)
returns table (took_part boolean, declared_value bigint[], confirmed_value bigint[], verdict smallint[], respondents integer[])
language sql stable set search_path = registry, pg_temp as $$
    with sources as (
        select c.position, c.code, c.is_declaration, s as said, v as judged
        from registry.source c
        left join lateral ranking.newest_submission(items_under_review.office_id, (items_under_review.period).id,
            c.position) s on true
        left join lateral ranking.newest_review(items_under_review.office_id, (items_under_review.period).id,
            c.position) v on true
        where c.scheme_id = (items_under_review.period).scheme_id
    )
    select
        (select coalesce(not (d.said).is_withdrawn, false) from sources d where d.is_declaration),
        array_agg((o.said).value[i.index] order by i.index),
        array_agg(case when i.is_judged then case (o.judged).verdict[i.index] when 1 then (o.said).value[i.index]
            when 2 then (o.judged).value[i.index] end end order by i.index),
        array_agg(case when i.is_judged then (o.judged).verdict[i.index] end order by i.index),
        array_agg((o.said).respondents[i.index] order by i.index)
    from registry.criterion c
    join sources o on o.code = c.source
    cross join lateral (
        select c.position + 1 as index,
            coalesce((o.judged).of_numbers[c.position + 1] = (o.said).said_in[c.position + 1], false) as is_judged
    ) i
    where c.scheme_id = (items_under_review.period).scheme_id
$$;

create function ranking.facts_under_review(half_year text, offices text[])
returns table (
    office_id bigint, code text, province_id integer, kind text, licence_state text, licensed_on date,
    took_part boolean, is_released boolean, declared_value bigint[], confirmed_value bigint[], verdict smallint[],
    respondents integer[], earlier_scheme_id integer, earlier_value bigint[], was_carried_already boolean,
    decision_numbers text[], decision_kinds text[], decision_days date[], found_here boolean[], is_late boolean[],
    decision_holders bigint[], first_known text[]
)
language plpgsql stable security definer set search_path = registry, pg_temp set jit = off as $$
#variable_conflict use_column
declare
    period registry.evaluation_period;
    provinces integer[] := registry.actor_fact_provinces();
begin
    perform ranking.require_permission('read_facts');
    select * into period from registry.evaluation_period p where p.half_year = facts_under_review.half_year;
    return query
    select o.id, o.code, o.province_id, o.kind,
        case when o.state = 'active' and o.expires_on < period.census_on then 'expired' else o.state end, o.licensed_on,
        f.took_part, o.id in (select r.office_id from ranking.released_offices(period.id) r),
        f.declared_value, f.confirmed_value, f.verdict, f.respondents, null::integer, null::bigint[], false,
        coalesce(d.numbers, '{}'), coalesce(d.kinds, '{}'), coalesce(d.days, '{}'), coalesce(d.were_here, '{}'),
        coalesce(d.are_late, '{}'), coalesce(d.holders, '{}'), coalesce(d.first_known, '{}')
    from registry.office o
    cross join lateral ranking.items_under_review(o.id, period) f
    left join ranking.decisions_of_offices(period.id, 9223372036854775807) d on d.office_id = o.id
    where o.code = any (facts_under_review.offices) and o.province_id = any (provinces)
        and (not registry.actor_is_bound_to_offices() or o.id = any (registry.actor_offices()));
end
$$;
grant execute on function ranking.facts_under_review(text, text[]) to pishkhan_app;
