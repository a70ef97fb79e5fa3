-- Close: the census is frozen. Owned by the owner of the tables, since it must see every province.

-- The version of every office that held on a day. An office first known later is listed with its first version.
create function ranking.offices_as_of(day date) returns setof registry.office
language sql stable set search_path = registry, pg_temp as $$
    select distinct on (version.id) version.*
    from (select * from registry.office union all select * from registry.office_history) version
    order by version.id, version.effective_on <= offices_as_of.day desc,
        case when version.effective_on <= offices_as_of.day then version.effective_on end desc,
        case when version.effective_on > offices_as_of.day then version.effective_on end,
        version.revision desc
$$;

-- An office and the offices it continues: a move and a change of code keep the holder and the declaration; a merger
-- and a transfer begin anew.
create function ranking.office_lineage() returns table (office_id bigint, ancestor_id bigint)
language sql stable set search_path = registry, pg_temp as $$
    with recursive known as (
        select distinct on (p.office_id, p.predecessor_id) p.office_id, p.predecessor_id, p.kind
        from registry.office_predecessor p
        order by p.office_id, p.predecessor_id, p.revision desc
    ), continued as (
        select known.office_id, known.predecessor_id as ancestor_id from known
        where known.kind in ('move', 'code_change')
    ), lineage as (
        select continued.office_id, continued.ancestor_id from continued
        union
        select lineage.office_id, continued.ancestor_id
        from lineage join continued on continued.office_id = lineage.ancestor_id
    )
    select lineage.office_id, lineage.ancestor_id from lineage where lineage.office_id <> lineage.ancestor_id
$$;

-- Of each office the newest facts of the last earlier half-year in which it, or the office that it continues, took part:
-- what counted then, and whether a rank was made of it again since.
create function ranking.earlier_facts(first_on date)
returns table (office_id bigint, scheme_id integer, value bigint[], was_carried_already boolean)
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with counted as (
        select distinct on (f.census_id, f.office_id) f.office_id, p.id as period_id, p.scheme_id, p.last_on, f.took_part,
            f.declared_value, f.confirmed_value, f.verdict
        from registry.census_fact f join registry.evaluation_period p on p.census_id = f.census_id
        where p.last_on < earlier_facts.first_on and p.state not in ('planned', 'open')
        order by f.census_id, f.office_id, f.number desc
    ), declared as (
        select counted.office_id, counted.office_id as declarer_id, counted.* from counted where counted.took_part
        union all
        select l.office_id, counted.office_id, counted.*
        from ranking.office_lineage() l join counted on counted.office_id = l.ancestor_id where counted.took_part
    ), last as (
        select distinct on (d.heir_id) d.*
        from declared as d (heir_id, declarer_id, office_id, period_id, scheme_id, last_on, took_part, declared_value,
            confirmed_value, verdict)
        order by d.heir_id, d.last_on desc, d.declarer_id = d.heir_id desc, d.declarer_id
    )
    select last.heir_id, last.scheme_id,
        array(
            select case
                when last.verdict[place] in (3, 4) then null
                when last.verdict[place] = 2 then last.confirmed_value[place]
                else last.declared_value[place] end
            from generate_subscripts(last.declared_value, 1) place order by place),
        exists (
            select from registry.evaluation_period p
            join registry.assessment a on a.run_id = p.run_id
            where p.last_on > last.last_on and p.last_on < earlier_facts.first_on
                and a.rank_origin = 'carried_forward' and a.office_id in (last.heir_id, last.declarer_id))
    from last
$$;

-- The newest final decisions up to a revision, by the office to whose occurrences they belong: its own, and those against
-- the same holders elsewhere. `first_known` is the first half-year whose census knew the decision as final.
create function ranking.decisions_of_offices(period_id integer, revision bigint)
returns table (office_id bigint, numbers text[], kinds text[], days date[], were_here boolean[], are_late boolean[],
    holders bigint[], first_known text[])
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with period as (
        select * from registry.evaluation_period p where p.id = decisions_of_offices.period_id
    ), decided as (
        select distinct on (v.office_id, v.decision_number, v.kind) v.*
        from registry.violation v
        where v.revision <= decisions_of_offices.revision
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    ), final as (
        select decided.*, coalesce(
            (select min(p.half_year) from registry.evaluation_period p
             where p.half_year < period.half_year and p.state not in ('planned', 'open')
                 and p.last_on >= decided.decided_on
                 -- What that census knew of it.
                 and (select v.is_final and v.decided_on <= p.last_on from registry.violation v
                      where v.office_id = decided.office_id and v.decision_number = decided.decision_number
                          and v.kind = decided.kind and v.revision <= p.census_id
                      order by v.revision desc limit 1)),
            period.half_year) as first_known
        from decided, period
        where decided.is_final and decided.decided_on <= period.last_on
    ), accused as (
        select distinct final.office_id, final.holder_id from final
    )
    select a.office_id,
        array_agg(f.decision_number order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.kind order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.decided_on order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.office_id = a.office_id order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.is_late order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.holder_id order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.first_known order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id)
    from accused a join final f on f.holder_id = a.holder_id
    group by a.office_id
$$;

-- The newest revision of a census' facts: its own, or that of the last amendment. Amendments and runs lock the period.
create function ranking.facts_revision(census bigint) returns bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select max(f.revision) from registry.census_fact f where f.census_id = facts_revision.census
$$;
grant execute on function ranking.facts_revision(bigint) to pishkhan_app;

-- What the sources and the reviews of a period say of each office now, merged place by place: each criterion has one
-- source, so the expressions are made from the scheme. Offices of which nothing is said have no row.
create function ranking.said_facts(period_id integer)
returns table (office_id bigint, took_part boolean, declared_value bigint[], confirmed_value bigint[], verdict smallint[],
    respondents integer[], said_on date[], on_behalf bigint, involved integer[])
language plpgsql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $function$
declare
    scheme integer;
    declaration smallint;
    places integer;
    merged text;
begin
    select p.scheme_id into scheme from registry.evaluation_period p where p.id = said_facts.period_id;
    select s.position into declaration from registry.source s where s.scheme_id = scheme and s.is_declaration;
    places := (select count(*) from registry.criterion c where c.scheme_id = scheme);
    select string_agg(format(
        'array[%s]::%s[]', (
            select string_agg(
                'max(' || replace(item.expression, '#', place::text) || format(') filter (where s.source = %s)', o.position),
                ', ' order by place)
            from generate_series(1, places) place
            join registry.source o on o.scheme_id = scheme and o.criteria & (1::bigint << (place - 1)) <> 0),
        item.type), ', ' order by item.ordinality)
    into merged
    from (values
        (1, 'bigint', 's.value[#]'),
        (2, 'bigint', 'case when v.of_numbers[#] = s.said_in[#] then case v.verdict[#] when 1 then s.value[#] '
            || 'when 2 then v.value[#] end end'),
        (3, 'smallint', 'case when v.of_numbers[#] = s.said_in[#] then v.verdict[#] end'),
        (4, 'integer', 's.respondents[#]'),
        (5, 'date', 'days.days[s.said_in[#]]')) item (ordinality, type, expression);
    return query execute format($sql$
        with newest as (
            select distinct on (s.office_id, s.source) s.* from registry.submission s
            where s.period_id = $1 order by s.office_id, s.source, s.number desc
        ), reviewed as (
            select distinct on (r.office_id, r.source) r.* from registry.review r
            where r.period_id = $1 order by r.office_id, r.source, r.number desc
        ), days as (
            select s.office_id, s.source,
                array_agg((s.submitted_at at time zone 'Asia/Tehran')::date order by s.number) as days
            from registry.submission s where s.period_id = $1 group by s.office_id, s.source
        ), merged as (
            select s.office_id, coalesce(bool_or(not s.is_withdrawn and v.rejects_all is not true)
                    filter (where s.source = %2$s), false) as took_part, %1$s,
                coalesce(bit_or(o.criteria) filter (where s.is_on_behalf), 0) as on_behalf
            from newest s
            join days using (office_id, source)
            join registry.source o on o.scheme_id = $2 and o.position = s.source
            left join reviewed v using (office_id, source)
            group by s.office_id
        ), involved as (
            select person.office_id, array_agg(distinct person.id) as persons
            from (select s.office_id, s.person_id from registry.submission s where s.period_id = $1
                  union select r.office_id, r.reviewer_id from registry.review r where r.period_id = $1)
                person (office_id, id)
            group by person.office_id
        )
        select merged.*, involved.persons from merged left join involved using (office_id)
        $sql$, merged, declaration) using said_facts.period_id, scheme;
end
$function$;

-- Lists every office of a census and writes down what is known of it.
create function ranking.freeze_facts(period registry.evaluation_period, census_id bigint) returns void
language plpgsql set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    with said as materialized (
        select * from ranking.said_facts((freeze_facts.period).id)
    ), nothing as (
        select array_fill(null::bigint, array[count(*)::integer]) as numbers,
            array_fill(null::integer, array[count(*)::integer]) as respondents,
            array_fill(null::smallint, array[count(*)::integer]) as verdicts,
            array_fill(null::date, array[count(*)::integer]) as days
        from registry.criterion c where c.scheme_id = (freeze_facts.period).scheme_id
    ), listed as (
        insert into registry.census_office (census_id, office_id, code, province_id, county_id, locality_id, kind, holder_id,
            licence_state, licensed_on, expires_on, took_part)
        select freeze_facts.census_id, o.id, o.code, o.province_id, o.county_id, o.locality_id, o.kind, o.holder_id,
            case when o.state = 'active' and o.expires_on < (freeze_facts.period).census_on then 'expired' else o.state end,
            o.licensed_on, o.expires_on, coalesce(f.took_part, false)
        from ranking.offices_as_of((freeze_facts.period).census_on) o
        left join said f on f.office_id = o.id
        returning office_id, province_id, took_part
    )
    insert into registry.census_fact
    select freeze_facts.census_id, o.office_id, 0, freeze_facts.census_id, o.province_id, o.took_part,
        o.office_id in (select r.office_id from ranking.released_offices((freeze_facts.period).id) r),
        coalesce(f.declared_value, nothing.numbers), coalesce(f.confirmed_value, nothing.numbers),
        coalesce(f.verdict, nothing.verdicts), coalesce(f.respondents, nothing.respondents),
        coalesce(f.said_on, nothing.days), coalesce(f.on_behalf, 0), e.scheme_id, e.value,
        coalesce(e.was_carried_already, false), coalesce(d.numbers, '{}'), coalesce(d.kinds, '{}'),
        coalesce(d.days, '{}'), coalesce(d.were_here, '{}'), coalesce(d.are_late, '{}'), coalesce(d.holders, '{}'),
        coalesce(d.first_known, '{}'), coalesce(f.involved, '{}')
    from listed o
    cross join nothing
    left join said f on f.office_id = o.office_id
    left join ranking.earlier_facts((freeze_facts.period).first_on) e on e.office_id = o.office_id and not o.took_part
    left join ranking.decisions_of_offices((freeze_facts.period).id, freeze_facts.census_id) d
        on d.office_id = o.office_id;
end
$$;

create function ranking.close_period(half_year text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    period registry.evaluation_period;
    new_census bigint;
    listed integer;
begin
    perform ranking.require_national('close_period');
    period := ranking.locked_period(close_period.half_year);
    if period.state <> 'open' then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → closed';
    end if;
    -- Asked before the work; the state's own trigger asks again.
    perform ranking.require_no_obstacle(period.id, 'close');
    perform pg_advisory_xact_lock(hashtext('registry.revision'));
    new_census := ranking.next_revision();
    select count(*) into listed from registry.office;
    insert into registry.census values (new_census, period.id, period.census_on, listed, clock_timestamp());
    perform ranking.freeze_facts(period, new_census);
    -- A run follows, and reads what came in a moment ago.
    analyze registry.census_office, registry.census_fact;
    update registry.evaluation_period set state = 'closed', census_id = new_census where id = period.id;
    perform registry.record_act('close_period', period.half_year, null,
        jsonb_build_object('census', new_census, 'offices', listed));
    return new_census;
end
$$;
grant execute on function ranking.close_period(text) to pishkhan_app;
