-- Owner: pishkhan_owner
-- Closes a period and freezes its census. The owner of the tables owns this, because it must see every province.

-- The version of every office that held on a day. An office that is first known later gets its first version.
create function ranking.offices_as_of(day date) returns setof registry.office
language sql stable set search_path = registry, pg_temp as $$
    select distinct on (version.id) version.*
    from (select * from registry.office union all select * from registry.office_history) version
    order by version.id, version.effective_on <= offices_as_of.day desc,
        case when version.effective_on <= offices_as_of.day then version.effective_on end desc,
        case when version.effective_on > offices_as_of.day then version.effective_on end,
        version.revision desc
$$;

-- For each office, the first of `ancestors`, in their order, that it continues: itself, or an office that it followed
-- at any distance. A move and a change of code keep the holder and the declaration; after a merger or a transfer the
-- office starts anew. Offices without a predecessor or a successor are left out.
create function ranking.first_continued(ancestors bigint[]) returns table (office_id bigint, ancestor_id bigint)
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with known as (
        select distinct on (p.office_id, p.predecessor_id) p.office_id, p.predecessor_id, p.kind
        from registry.office_predecessor p
        order by p.office_id, p.predecessor_id, p.revision desc
    ), continued as (
        select array_agg(k.predecessor_id order by k.office_id, k.predecessor_id) as ancestors,
            array_agg(k.office_id order by k.office_id, k.predecessor_id) as heirs
        from known k where k.kind in ('move', 'code_change')
    )
    select r.id, r.source_id
    from continued c cross join lateral ranking.first_reached(c.ancestors, c.heirs, first_continued.ancestors) r
$$;

-- The facts that counted in each closed half-year before a day. The planner inlines this function.
create function ranking.facts_before(day date)
returns table (office_id bigint, scheme_id integer, last_on date, took_part boolean, declared_value bigint[],
    confirmed_value bigint[], verdict smallint[])
language sql stable
begin atomic
    select distinct on (f.census_id, f.office_id) f.office_id, p.scheme_id, p.last_on, f.took_part, f.declared_value,
        f.confirmed_value, f.verdict
    from registry.census_fact f join registry.evaluation_period p on p.census_id = f.census_id
    where p.last_on < facts_before.day and p.state not in ('planned', 'open')
    order by f.census_id, f.office_id, f.number desc;
end;

-- The last half-year before a day in which a rank of an office was carried forward. The planner inlines this function.
create function ranking.carried_before(day date) returns table (office_id bigint, last_on date)
language sql stable
begin atomic
    select a.office_id, max(p.last_on)
    from registry.evaluation_period p join registry.assessment a on a.run_id = p.run_id
    where p.last_on < carried_before.day and a.rank_origin = 'carried_forward'
    group by a.office_id;
end;

-- For each office, the newest facts of the last earlier half-year in which it, or the office that it continues, took
-- part: the values that counted then, and whether another rank has been made of them since.
create function ranking.earlier_facts(first_on date)
returns table (office_id bigint, scheme_id integer, value bigint[], was_carried_already boolean)
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with declared as materialized (
        select distinct on (c.office_id) c.* from ranking.facts_before(earlier_facts.first_on) c where c.took_part
        order by c.office_id, c.last_on desc
    ), continued as (
        select f.office_id, f.ancestor_id
        from ranking.first_continued(array(
            select d.office_id from declared d order by d.last_on desc, d.office_id)) f
        where f.office_id <> f.ancestor_id
    ), last as (
        select distinct on (d.heir_id) d.*
        from (select d.office_id as heir_id, d.* from declared d
              union all
              select c.office_id, d.* from continued c join declared d on d.office_id = c.ancestor_id) d
        order by d.heir_id, d.last_on desc, d.office_id = d.heir_id desc
    ), carried as (
        select * from ranking.carried_before(earlier_facts.first_on)
    )
    select last.heir_id, last.scheme_id,
        array(
            select case
                when last.verdict[index] in (3, 4) then null
                when last.verdict[index] = 2 then last.confirmed_value[index]
                else last.declared_value[index] end
            from generate_subscripts(last.declared_value, 1) index order by index),
        coalesce(greatest(own.last_on, declarers.last_on) > last.last_on, false)
    from last
    left join carried own on own.office_id = last.heir_id
    left join carried declarers on declarers.office_id = last.office_id
$$;

-- The newest versions of the decisions up to a revision that are final in a period. `first_known` is the first
-- half-year whose census knew the decision as final. The planner inlines this function.
create function ranking.final_decisions(period_id integer, revision bigint)
returns table (office_id bigint, decision_number text, kind text, decided_on date, holder_id bigint, is_late boolean,
    first_known text)
language sql stable
begin atomic
    with period as (
        select * from registry.evaluation_period p where p.id = final_decisions.period_id
    ), decided as (
        select distinct on (v.office_id, v.decision_number, v.kind) v.*
        from registry.violation v
        where v.revision <= final_decisions.revision
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    )
    select decided.office_id, decided.decision_number, decided.kind, decided.decided_on, decided.holder_id,
        decided.is_late, coalesce(
        (select min(p.half_year) from registry.evaluation_period p
         where p.half_year < period.half_year and p.state not in ('planned', 'open')
             and p.last_on >= decided.decided_on
             -- What that census knew of the decision.
             and (select v.is_final and v.decided_on <= p.last_on from registry.violation v
                  where v.office_id = decided.office_id and v.decision_number = decided.decision_number
                      and v.kind = decided.kind and v.revision <= p.census_id
                  order by v.revision desc limit 1)),
        period.half_year) as first_known
    from decided, period
    where decided.is_final and decided.decided_on <= period.last_on;
end;

-- The newest final decisions up to a revision, by the office for whose occurrences they count: its own, and those
-- against the same holders elsewhere.
create function ranking.decisions_of_offices(period_id integer, revision bigint)
returns table (office_id bigint, numbers text[], kinds text[], days date[], were_here boolean[], are_late boolean[],
    holders bigint[], first_known text[])
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with final as (
        select * from ranking.final_decisions(decisions_of_offices.period_id, decisions_of_offices.revision)
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

-- The present values of a source of a scheme for each office, and the verdicts on them, as the parts of a statement:
-- the newest rows, and their joins to the offices `o`. A number without a successor is the newest, because numbers have
-- no gaps.
create function ranking.newest_of_source(source registry.source, out rows text, out joins text)
language sql immutable set search_path = registry, pg_temp as $function$
    select format($sql$
        s%1$s as (
            select s.office_id, s.number, s.value, s.respondents, s.said_in, s.is_withdrawn, s.is_on_behalf,
                case when s.number = 1 then array[(s.submitted_at at time zone 'Asia/Tehran')::date] else array(
                    select (e.submitted_at at time zone 'Asia/Tehran')::date from registry.submission e
                    where e.office_id = s.office_id and e.period_id = s.period_id and e.source = s.source
                    order by e.number) end as days
            from registry.submission s
            where s.period_id = $1 and s.source = %1$s and not exists (
                select from registry.submission n where n.office_id = s.office_id and n.period_id = s.period_id
                    and n.source = s.source and n.number = s.number + 1)
        ), r%1$s as (
            select r.office_id, r.rejects_all, r.of_number, r.verdict, r.value, r.of_numbers
            from registry.review r
            where r.period_id = $1 and r.source = %1$s and not exists (
                select from registry.review n where n.office_id = r.office_id and n.period_id = r.period_id
                    and n.source = r.source and n.number = r.number + 1)
        )$sql$, source.position),
        format(' left join s%1$s on s%1$s.office_id = o.id left join r%1$s on r%1$s.office_id = o.id', source.position)
$function$;

-- The expressions that collect the present values and verdicts item by item. Each criterion has one source, so they are
-- made from the scheme.
create function ranking.merged_items(scheme_id integer) returns text
language sql stable set search_path = registry, pg_temp as $$
    select string_agg(format('array[%s]::%s[]', (
            select string_agg(
                replace(replace(item.expression, '@', o.position::text), '#', (c.position + 1)::text), ', '
                order by c.position)
            from registry.criterion c
            join registry.source o on o.scheme_id = c.scheme_id and o.code = c.source
            where c.scheme_id = merged_items.scheme_id), item.type), ', ' order by item.ordinality)
    from (values
        (1, 'bigint', 's@.value[#]'),
        (2, 'bigint', 'case when r@.of_numbers[#] = s@.said_in[#] then case r@.verdict[#] when 1 then s@.value[#] '
            || 'when 2 then r@.value[#] end end'),
        (3, 'smallint', 'case when r@.of_numbers[#] = s@.said_in[#] then r@.verdict[#] end'),
        (4, 'integer', 's@.respondents[#]'),
        (5, 'date', 's@.days[s@.said_in[#]]')) item (ordinality, type, expression)
$$;

-- The present values and verdicts of a period for each office, item by item.
create function ranking.said_facts(period_id integer)
returns table (office_id bigint, took_part boolean, declared_value bigint[], confirmed_value bigint[], verdict smallint[],
    respondents integer[], said_on date[], on_behalf bigint, involved integer[])
language plpgsql stable set search_path = registry, pg_temp
set enable_nestloop = off set join_collapse_limit = 1 set jit = off set work_mem = '64MB' as $function$
declare
    scheme integer := (select p.scheme_id from registry.evaluation_period p where p.id = said_facts.period_id);
    parts record;
begin
    select string_agg(n.rows, ', ' order by o.position) as rows, string_agg(n.joins, '' order by o.position) as joins,
        string_agg(format('case when s%s.is_on_behalf then %s::bigint else 0 end', o.position, o.criteria), ' | '
            order by o.position) as on_behalf,
        max(o.position) filter (where o.is_declaration) as declaration
    into parts
    from registry.source o cross join lateral ranking.newest_of_source(o) n where o.scheme_id = scheme;
    return query execute format($sql$
        with %1$s, involved as (
            select person.office_id, array_agg(person.id order by person.id) as persons
            from (select s.office_id, s.person_id from registry.submission s where s.period_id = $1
                  union select r.office_id, r.reviewer_id from registry.review r where r.period_id = $1)
                person (office_id, id)
            group by person.office_id
        )
        -- A declaration that is said again after its rejection stands again.
        select o.id, coalesce(not s%2$s.is_withdrawn
                and (r%2$s.rejects_all and r%2$s.of_number = s%2$s.number) is not true, false), %3$s, %4$s,
            coalesce(involved.persons, '{}')
        from registry.office o%5$s left join involved on involved.office_id = o.id
        $sql$, parts.rows, parts.declaration, ranking.merged_items(scheme), parts.on_behalf, parts.joins)
    using said_facts.period_id;
end
$function$;

-- Lists every office of a census and stores what is known of it.
create function ranking.freeze_facts(period registry.evaluation_period, census_id bigint) returns void
language plpgsql set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    with said as materialized (
        select * from ranking.said_facts((freeze_facts.period).id)
    ), listed as (
        insert into registry.census_office (census_id, office_id, code, province_id, county_id, locality_id, kind, holder_id,
            licence_state, licensed_on, expires_on, took_part)
        select freeze_facts.census_id, o.id, o.code, o.province_id, o.county_id, o.locality_id, o.kind, o.holder_id,
            registry.licence_state(
                case when o.state = 'active' and o.expires_on < (freeze_facts.period).census_on then 'expired'
                    else o.state end, s.state),
            o.licensed_on, o.expires_on, f.took_part
        from ranking.offices_as_of((freeze_facts.period).census_on) o
        join said f on f.office_id = o.id
        left join registry.sanctioned_offices((freeze_facts.period).census_on) s on s.office_id = o.id
        returning office_id, province_id, took_part
    )
    insert into registry.census_fact
    select freeze_facts.census_id, o.office_id, 0, freeze_facts.census_id, o.province_id, o.took_part,
        o.office_id in (select r.office_id from ranking.released_offices((freeze_facts.period).id) r),
        f.declared_value, f.confirmed_value, f.verdict, f.respondents, f.said_on, f.on_behalf, e.scheme_id, e.value,
        coalesce(e.was_carried_already, false), coalesce(d.numbers, '{}'), coalesce(d.kinds, '{}'),
        coalesce(d.days, '{}'), coalesce(d.were_here, '{}'), coalesce(d.are_late, '{}'), coalesce(d.holders, '{}'),
        coalesce(d.first_known, '{}'), f.involved, v.evidenced_on
    from listed o
    join said f on f.office_id = o.office_id
    left join ranking.earlier_facts((freeze_facts.period).first_on) e on e.office_id = o.office_id and not o.took_part
    left join ranking.decisions_of_offices((freeze_facts.period).id, freeze_facts.census_id) d
        on d.office_id = o.office_id
    left join ranking.evidenced_items((freeze_facts.period).id, (freeze_facts.period).scheme_id) v
        on v.office_id = o.office_id;
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
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → closed';
    end if;
    perform pg_advisory_xact_lock(hashtext('registry.revision'));
    new_census := ranking.next_revision();
    select count(*) into listed from registry.office;
    insert into registry.census values (new_census, period.id, period.census_on, listed, clock_timestamp());
    -- Before the work starts: the trigger of the state checks the obstacles.
    update registry.evaluation_period set state = 'closed', census_id = new_census where id = period.id;
    perform ranking.freeze_facts(period, new_census);
    -- A run follows, and reads the rows that were just stored.
    analyze registry.census_office, registry.census_fact;
    perform registry.record_act('close_period', period.half_year, null,
        jsonb_build_object('census', new_census, 'offices', listed));
    return new_census;
end
$$;
grant execute on function ranking.close_period(text) to pishkhan_app;
