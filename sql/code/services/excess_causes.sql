-- Owner: pishkhan_views
-- Since when, and for what cause, an office is above its ceiling or a service is not available in its place.

-- Events up to a day that may have lowered a ceiling, or added a contract; `office_id` is null if an event concerns
-- every office.
create function ranking.ceiling_events(day date, offices bigint[])
returns table (happened_on date, office_id bigint, cause text)
language sql stable security definer set search_path = registry, pg_temp as $$
    with version as (
        select o.id, o.effective_on, o.expires_on, o.state from registry.office o where o.id = any (ceiling_events.offices)
        union all
        select h.id, h.effective_on, h.expires_on, h.state from registry.office_history h
        where h.id = any (ceiling_events.offices)
    ), event as (
        select (p.published_at at time zone 'Asia/Tehran')::date as happened_on, null::bigint as office_id,
            'rank_change' as cause
        from registry.publication p join registry.evaluation_period e on e.id = p.period_id
        -- An older half-year that is published late changes no rank.
        where not exists (
            select from registry.publication earlier join registry.evaluation_period later on later.id = earlier.period_id
            where later.first_on > e.first_on and earlier.published_at < p.published_at)
        union
        select upper(t.operates), null, 'withdrawal' from ranking.delegation_terms() t
        union
        select v.effective_on, v.id,
            case when v.state = 'suspended' then 'suspension'
                 when v.state in ('closed', 'revoked', 'expired') then 'closure' else 'office_change' end
        from version v
        union
        select v.expires_on + 1, v.id, 'closure' from version v
        union
        select s.happened_on, s.office_id, s.cause from registry.sanction_events(ceiling_events.offices) s
        union
        select k.registered_on, k.office_id, 'contract' from registry.contract k
        where k.office_id = any (ceiling_events.offices)
    )
    select * from event where event.happened_on <= ceiling_events.day
$$;
grant execute on function ranking.ceiling_events(date, bigint[]) to pishkhan_commands;

-- Those events by day. `own_causes` is by office, because an array would be scanned once for each of them.
create function ranking.days_of_events(day date, offices bigint[])
returns table (happened_on date, concerned bigint[], is_general boolean, causes text[], own_causes jsonb)
language sql stable
begin atomic
    select e.happened_on, array_agg(e.office_id), bool_or(e.office_id is null),
        coalesce(array_agg(e.cause) filter (where e.office_id is null), '{}'),
        coalesce(jsonb_object_agg(e.office_id, e.causes) filter (where e.office_id is not null), '{}')
    from (
        select c.happened_on, c.office_id, min(c.cause) as cause, jsonb_agg(c.cause) as causes
        from ranking.ceiling_events(days_of_events.day, days_of_events.offices) c
        group by c.happened_on, c.office_id, case when c.office_id is null then c.cause end
    ) e
    group by e.happened_on;
end;

-- Goes back through those events until the office is active and within its ceiling, and returns its state on the day
-- before each. It calls the rule of the ceiling for each such day, so that the rule is written once.
create function ranking.places_before(day date, offices bigint[])
returns table (office_id bigint, happened_on date, causes text[], excess_before integer, was_active boolean)
language plpgsql stable security definer set search_path = registry, pg_temp set jit = off as $$
declare
    pending bigint[] := places_before.offices;
    touched bigint[];
    settled bigint[];
    excesses integer[];
    actives boolean[];
    event record;
begin
    for event in
        select d.* from ranking.days_of_events(places_before.day, places_before.offices) d order by d.happened_on desc
    loop
        exit when cardinality(pending) = 0;
        touched := case when event.is_general then pending
                        else array(select unnest(pending) intersect select unnest(event.concerned)) end;
        continue when cardinality(touched) = 0;
        select array_agg(t.id), array_agg(coalesce(greatest(c.used - c.ceiling, 0), 0)),
            array_agg(coalesce(c.is_active, true)),
            array_agg(t.id) filter (where coalesce(c.is_active and c.used <= c.ceiling, true))
        into touched, excesses, actives, settled
        from unnest(touched) t (id)
        left join ranking.ceilings(event.happened_on - 1, touched) c on c.office_id = t.id;
        return query
        select t.id, event.happened_on,
            event.causes || array(select jsonb_array_elements_text(event.own_causes -> t.id::text)),
            t.excess, t.is_active
        from unnest(touched, excesses, actives) t (id, excess, is_active);
        pending := array(select unnest(pending) except select unnest(settled));
    end loop;
end
$$;

-- The cause of a day that explains a reason best.
create function ranking.cause_for(reason text, causes text[]) returns text
language sql immutable
begin atomic
    select candidate.cause
    from unnest(case cause_for.reason
            when 'office_not_active' then
                array['suspension', 'closure', 'contract', 'office_change', 'rank_change', 'withdrawal']
            else array['rank_change', 'withdrawal', 'office_change', 'suspension', 'closure', 'contract'] end)
        with ordinality as candidate (cause, position)
    where candidate.cause = any (cause_for.causes)
    order by candidate.position limit 1;
end;

-- True if a service was delegated in the place of an office on a day.
create function ranking.was_available(service_id integer, office_id bigint, day date) returns boolean
language sql stable security definer
begin atomic
    select exists (
        select from ranking.delegation_terms() t, ranking.offices_on(was_available.day, array[was_available.office_id]) o
        where t.service_id = was_available.service_id and t.operates @> was_available.day
            and (t.area = 'country' or exists (
                select from registry.delegation_place p
                where p.delegation_id = t.delegation_id and p.revision = t.revision
                    and (p.province_id = o.province_id or p.locality_id = o.locality_id))));
end;

-- The last day on which a service ceased to be available to an office that offers it since `registered_on`.
create function ranking.unavailable_since(service_id integer, office_id bigint, registered_on date, day date)
returns table (happened_on date, cause text)
language sql stable security definer set search_path = registry, pg_temp as $$
    with happened as (
        select unavailable_since.registered_on as happened_on, 'contract' as cause, 3 as position
        union all
        select upper(t.operates), 'withdrawal', 1 from ranking.delegation_terms() t
        where t.service_id = unavailable_since.service_id
        union all
        select v.effective_on, 'office_change', 2
        from (select o.id, o.effective_on from registry.office o
              union all select h.id, h.effective_on from registry.office_history h) v
        where v.id = unavailable_since.office_id
    ), newest as materialized (
        select h.* from happened h
        where h.happened_on between unavailable_since.registered_on and unavailable_since.day
        order by h.happened_on desc, h.position
    )
    -- In this order, up to the first match: mostly the newest one matches, and a service may have thousands of
    -- delegations.
    select n.happened_on, n.cause from newest n
    where n.happened_on = unavailable_since.registered_on
        or ranking.was_available(unavailable_since.service_id, unavailable_since.office_id, n.happened_on - 1)
    limit 1
$$;
