-- Owner: pishkhan_commands
-- The number of services that an office may offer on a day: floor(share of its rank × services available in its
-- locality).

-- The publication whose ranks are in force on a day (in Tehran): of all publications until then, the highest number of
-- the latest half-year. So an older half-year that is published late changes nothing.
create function ranking.publication_on(day date) returns registry.publication
language sql stable security definer
begin atomic
    select p from registry.publication p join registry.evaluation_period e on e.id = p.period_id
    where (p.published_at at time zone 'Asia/Tehran')::date <= publication_on.day
    order by e.first_on desc, p.number desc limit 1;
end;
grant execute on function ranking.publication_on(date) to pishkhan_views;

-- The scheme whose shares hold on a day: that of the publication in force; before the first publication, that of the
-- first period with a scheme, or the scheme confirmed last. Null if none is.
create function ranking.scheme_on(day date) returns integer
language sql stable security definer
begin atomic
    select coalesce(
        (select r.scheme_id from ranking.publication_on(scheme_on.day) p join registry.run r on r.id = p.run_id),
        (select e.scheme_id from registry.evaluation_period e where e.scheme_id is not null order by e.first_on limit 1),
        (select last.scheme_id from registry.scheme_confirmation last
         order by last.confirmed_at desc, last.scheme_id desc limit 1));
end;
grant execute on function ranking.scheme_on(date) to pishkhan_views;

-- The share of an office without a rank.
create function ranking.unranked_share_on(day date) returns smallint
language sql stable security definer
begin atomic
    select s.unranked_ceiling from registry.scheme s where s.id = ranking.scheme_on(unranked_share_on.day);
end;
grant execute on function ranking.unranked_share_on(date) to pishkhan_views;

-- The days on which each confirmed delegation operates, as known now: it has begun and the regulator has confirmed it,
-- and it is not withdrawn. It runs with the caller's rights, so that it is inlined and a query about one service reads
-- only its rows.
create function ranking.delegation_terms()
returns table (delegation_id integer, revision bigint, service_id integer, area text, operates daterange)
language sql stable
begin atomic
    select d.id, v.revision, d.service_id, v.area,
        daterange(greatest(v.valid_from, c.confirmed_on), case when v.withdrawn_on is not null
            then greatest(v.valid_from, c.confirmed_on, v.withdrawn_on) end)
    from registry.delegation d
    cross join lateral (
        select * from registry.delegation_version version
        where version.delegation_id = d.id order by version.revision desc limit 1
    ) v
    cross join lateral (
        select confirmation.confirmed_on from registry.delegation_confirmation confirmation
        where confirmation.delegation_id = d.id order by confirmation.revision desc limit 1
    ) c
    where c.confirmed_on is not null;
end;
grant execute on function ranking.delegation_terms() to pishkhan_views;

-- Delegations in operation on a day.
create function ranking.operating_delegation(day date)
returns table (delegation_id integer, revision bigint, service_id integer, area text)
language sql stable security definer
begin atomic
    select t.delegation_id, t.revision, t.service_id, t.area
    from ranking.delegation_terms() t
    where t.operates @> operating_delegation.day;
end;
grant execute on function ranking.operating_delegation(date) to pishkhan_views;

-- Services available in a locality on a day: delegated there, and in operation.
create function ranking.available_services(locality_id integer, day date) returns table (service_id integer)
language sql stable security definer
begin atomic
    select distinct o.service_id
    from ranking.operating_delegation(available_services.day) o
    where o.area = 'country'
        or exists (
            select from registry.delegation_place p
            join registry.locality l on l.id = available_services.locality_id
            where p.delegation_id = o.delegation_id and p.revision = o.revision
                and (p.province_id = l.province_id or p.locality_id = l.id));
end;
grant execute on function ranking.available_services(integer, date) to pishkhan_views;

-- The number of available services in each of these localities. Services of the country and of each province are
-- counted once, then the locality's others are added.
create function ranking.available_counts(day date, localities integer[])
returns table (locality_id integer, available integer)
language sql stable security definer
begin atomic
    with operating as materialized (
        select * from ranking.operating_delegation(available_counts.day)
    ), country as materialized (
        select distinct o.service_id from operating o where o.area = 'country'
    ), placed as materialized (
        select distinct o.service_id, p.province_id, p.locality_id
        from operating o
        join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
        where o.service_id not in (select country.service_id from country)
    ), wanted as materialized (
        select l.id, l.province_id
        from (select distinct unnest(available_counts.localities)) asked (id) join registry.locality l using (id)
    ), of_province as materialized (
        select p.province_id, count(*) as services from placed p where p.province_id is not null group by p.province_id
    ), of_locality as materialized (
        select l.id, count(*) as services
        from wanted l join placed p on p.locality_id = l.id
        where not exists (
            select from placed wide where wide.province_id = l.province_id and wide.service_id = p.service_id)
        group by l.id
    )
    select l.id, ((select count(*) from country) + coalesce(p.services, 0) + coalesce(o.services, 0))::integer
    from wanted l
    left join of_province p on p.province_id = l.province_id
    left join of_locality o on o.id = l.id;
end;
grant execute on function ranking.available_counts(date, integer[]) to pishkhan_views;

-- The offices with these ids on a day, as known now, without those not yet known on that day. Each is looked up by its
-- keys: `= any (array)` would compare every office with every id.
create function ranking.offices_on(day date, offices bigint[]) returns setof registry.office
language sql stable security definer
begin atomic
    select version.*
    from (select distinct unnest(offices_on.offices)) wanted (id)
    cross join lateral (
        select known.*
        from (
            select o.* from registry.office o where o.id = wanted.id
            union all
            select h.* from registry.office_history h where h.id = wanted.id
        ) known
        where known.effective_on <= offices_on.day
        order by known.effective_on desc, known.revision desc limit 1
    ) version;
end;
grant execute on function ranking.offices_on(date, bigint[]) to pishkhan_views;

-- Ceiling, used and free places. A suspended or closed office may offer nothing. `used` counts the contracts of that
-- day, `reserved` also those that begin later. If `offices` is null: all offices in scope. Planned anew for each call:
-- for a few offices the contracts and results are looked up by their keys, for a whole country they are joined at once.
create function ranking.ceilings(day date, offices bigint[])
returns table (
    office_id bigint, code text, kind text, province_id integer, county_id integer, locality_id integer, state text,
    is_active boolean, rank smallint, rank_origin text, total integer, share smallint, available integer,
    ceiling integer, used integer, free integer, reserved integer, list_key bigint, adjusted_total integer
)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan set jit = off set work_mem = '32MB' as $$
#variable_conflict use_column
declare
    shown registry.run;
    unranked_share smallint := ranking.unranked_share_on(ceilings.day);
begin
    select run.* into shown
    from ranking.publication_on(ceilings.day) publication join registry.run on run.id = publication.run_id;
    return query
    -- The newest version of an office is the office itself; earlier ones are needed only for days before it.
    with version as (
        select o.* from registry.office o
        where (ceilings.offices is null or o.id = any (ceilings.offices)) and o.effective_on <= ceilings.day
        union all
        select earlier.* from registry.office o
        cross join lateral (
            select h.* from registry.office_history h
            where h.id = o.id and h.effective_on <= ceilings.day
            order by h.effective_on desc, h.revision desc limit 1
        ) earlier
        where (ceilings.offices is null or o.id = any (ceilings.offices)) and o.effective_on > ceilings.day
    ), listed as materialized (
        select v.id, v.code, v.kind, v.province_id, v.county_id, v.locality_id,
            registry.licence_state(v.state, s.state) as state,
            v.state = 'active' and s.state is null and v.licensed_on <= ceilings.day
                and (v.expires_on is null or v.expires_on >= ceilings.day) as is_active
        from version v
        left join registry.sanctioned_offices(ceilings.day, ceilings.offices) s on s.office_id = v.id
    ), available as materialized (
        select * from ranking.available_counts(
            ceilings.day, (select array_agg(distinct l.locality_id) from listed l))
    ), offered as (
        select k.office_id, count(*) filter (where k.registered_on <= ceilings.day)::integer as used,
            count(*)::integer as reserved
        from registry.contract k
        where (ceilings.offices is null or k.office_id = any (ceilings.offices))
            and (k.ended_on is null or k.ended_on > ceilings.day)
        group by k.office_id
    ), kept as materialized (
        select * from ranking.ranks_kept_by_release(shown.id, ceilings.day, ceilings.offices)
    ), judged as (
        select l.*, a.rank, a.rank_origin, a.total::integer, coalesce(t.service_ceiling, earlier.service_ceiling, unranked_share) as share,
            v.available, coalesce(k.used, 0) as used, coalesce(k.reserved, 0) as reserved,
            coalesce(a.list_key, registry.list_key(null, null, null)) as list_key,
            registry.adjusted_total(a.total, a.full_maximum, a.available_maximum) as adjusted_total
        from listed l
        join available v on v.locality_id = l.locality_id
        left join offered k on k.office_id = l.id
        left join registry.assessment a on a.run_id = shown.id and a.office_id = l.id
        left join registry.rank_threshold t on t.scheme_id = shown.scheme_id and t.rank = a.rank
        -- A released office without a rank keeps the share of its rank before.
        left join kept on a.rank is null and kept.office_id = l.id
        left join registry.rank_threshold earlier on earlier.scheme_id = shown.scheme_id and earlier.rank = kept.rank
    ), limited as (
        select j.*, case when j.is_active then coalesce(j.share, 0) * j.available / 100 else 0 end as ceiling
        from judged j
    )
    select c.id, c.code, c.kind, c.province_id, c.county_id, c.locality_id, c.state, c.is_active, c.rank,
        c.rank_origin, c.total, c.share, c.available, c.ceiling, c.used, greatest(c.ceiling - c.used, 0), c.reserved,
        c.list_key, c.adjusted_total
    from limited c;
end
$$;
grant execute on function ranking.ceilings(date, bigint[]) to pishkhan_views;
