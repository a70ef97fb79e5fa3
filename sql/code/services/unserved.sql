-- Owner: pishkhan_views
-- Localities without an able office: a delegation covers them, but no active office offers the service and none with
-- the asked rank has a free place for it. Only within the provinces that the actor sees: elsewhere offices would only
-- seem to be missing.

-- For one service, or for all services of an agency; a page after the service and locality of the cursor. `localities`
-- counts the whole list.
create function ranking.unserved_localities(
    day date, service text, agency text, province text, at_least_rank integer, earned_only boolean,
    after_service text, after_locality integer, page_size integer
)
returns table (
    service_code text, title text, province_code text, province text, county text, locality_id integer, locality text,
    locality_kind text, reason text, offices integer, active_offices integer, localities bigint
)
language sql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan set jit = off as $$
    with wanted as materialized (
        select v.service_id, s.code, v.title
        from ranking.services_as_of(unserved_localities.day, null) v
        join registry.service s on s.id = v.service_id
        where (unserved_localities.service is null
               or v.service_id = (select ranking.known_service(unserved_localities.service)))
            and (unserved_localities.agency is null
                 or v.agency_id = (select ranking.known_agency(unserved_localities.agency)))
    ), place as materialized (
        select l.id, l.province_id, l.county_id, l.kind, l.name_fa, l.name_key from registry.locality l
        where l.province_id = any ((select registry.actor_provinces())::integer[])
            and (unserved_localities.province is null
                 or l.province_id = (select ranking.known_province(unserved_localities.province)))
    ), area as materialized (
        select distinct w.service_id, o.area = 'country' as is_country, p.province_id, p.locality_id
        from wanted w
        join ranking.operating_delegation(unserved_localities.day) o on o.service_id = w.service_id
        left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
    ), covered as materialized (
        select area.service_id, place.id as locality_id from area cross join place where area.is_country
        union
        select area.service_id, place.id from area join place on place.province_id = area.province_id
        union
        select area.service_id, place.id from area join place on place.id = area.locality_id
    ), office as materialized (
        select c.office_id, c.locality_id, c.is_active, coalesce(
                c.is_active and (unserved_localities.at_least_rank is null or c.rank <= unserved_localities.at_least_rank)
                and (not unserved_localities.earned_only or c.rank_origin = 'earned'), false) as is_eligible,
            c.reserved < c.ceiling as has_room
        from ranking.ceilings(
            unserved_localities.day,
            case when unserved_localities.province is not null or not exists (select from area where area.is_country)
                 then array(select o.id from registry.office o
                            where o.province_id in (select place.province_id from covered
                                                    join place on place.id = covered.locality_id)) end) c
    ), able as materialized (
        select o.locality_id, count(*)::integer as offices, count(*) filter (where o.is_active)::integer as active_offices,
            bool_or(o.is_eligible) as has_eligible, bool_or(o.is_eligible and o.has_room) as has_room
        from office o group by o.locality_id
    ), served as materialized (
        select distinct k.service_id, o.locality_id
        from registry.contract k
        join office o on o.office_id = k.office_id and o.is_active
        where k.service_id in (select w.service_id from wanted w) and k.registered_on <= unserved_localities.day
            and (k.ended_on is null or k.ended_on > unserved_localities.day)
    ), unserved as materialized (
        select w.code, w.title, coalesce(co.code, co.id::text) as county_code, co.name_fa as county, pr.code as province_code,
            pr.name_fa as province, place.*, coalesce(able.offices, 0) as offices,
            coalesce(able.active_offices, 0) as active_offices,
            case when able.offices is null then 'no_office' when able.active_offices = 0 then 'no_active_office'
                 when not able.has_eligible then 'no_office_of_rank' else 'no_room' end as reason
        from covered c
        join wanted w on w.service_id = c.service_id
        join place on place.id = c.locality_id
        join registry.county co on co.id = place.county_id
        join registry.province pr on pr.id = place.province_id
        left join able on able.locality_id = c.locality_id
        where not coalesce(able.has_room, false)
            and not exists (select from served s where s.service_id = c.service_id and s.locality_id = c.locality_id)
    ), last as (
        select coalesce(co.code, co.id::text) as county_code, l.name_key, l.kind
        from registry.locality l join registry.county co on co.id = l.county_id
        where l.id = unserved_localities.after_locality
    )
    select u.code, u.title, u.province_code, u.province, u.county, u.id, u.name_fa, u.kind, u.reason, u.offices,
        u.active_offices, (select count(*) from unserved)
    from unserved u
    where unserved_localities.after_service is null
        or (u.code collate "C", u.county_code, u.name_key collate "C", u.kind) > (
            select unserved_localities.after_service collate "C", last.county_code, last.name_key collate "C", last.kind
            from last)
    order by u.code collate "C", u.county_code, u.name_key collate "C", u.kind
    limit unserved_localities.page_size
$$;
grant execute on function ranking.unserved_localities(
    date, text, text, text, integer, boolean, text, integer, integer) to pishkhan_app;
