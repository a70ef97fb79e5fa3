-- Owner: pishkhan_views
-- Where an agency's services are offered, and where they could be.

-- One row for each delegated service of an agency and each province: offices that offer it, offices that could,
-- localities with offices where it is available, and the localities among them in which no office offers it or has a
-- free place. Ceilings are computed for the provinces that the services reach. Offices are counted by locality before
-- localities are joined with services, by hash, because their number cannot be estimated.
create function ranking.agency_distribution(agency text, day date)
returns table (
    service_code text, title text, province_code text, province text, offering integer, with_room integer,
    localities integer, localities_without_office integer
)
language sql stable security definer set search_path = registry, pg_temp set jit = off
set enable_nestloop = off as $$
    with services as materialized (
        select v.service_id, s.code, v.title from ranking.services_as_of(agency_distribution.day, null) v
        join registry.service s on s.id = v.service_id
        where v.agency_id = (select ranking.known_agency(agency_distribution.agency))
    ), areas as materialized (
        select distinct o.service_id, p.province_id, p.locality_id
        from ranking.operating_delegation(agency_distribution.day) o
        join services using (service_id)
        left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
    ), offices as materialized (
        select c.office_id, c.province_id, c.locality_id, c.is_active and c.reserved < c.ceiling as has_room
        from ranking.ceilings(
            agency_distribution.day,
            case when not exists (select from areas a where a.province_id is null and a.locality_id is null)
                 then array(select o.id from registry.office o
                            where o.province_id in (
                                select coalesce(a.province_id, l.province_id)
                                from areas a left join registry.locality l on l.id = a.locality_id)) end) c
    ), places as materialized (
        select distinct o.province_id, o.locality_id from offices o
    ), covered as materialized (
        select distinct areas.service_id, places.province_id, places.locality_id
        from areas join places
            on coalesce(areas.province_id, places.province_id) = places.province_id
                and coalesce(areas.locality_id, places.locality_id) = places.locality_id
    ), roomy as materialized (
        select o.locality_id, count(*) filter (where o.has_room) as offices
        from offices o group by o.locality_id
    ), offered as materialized (
        select k.service_id, o.locality_id, count(*) as offices,
            count(*) filter (where o.has_room) as roomy
        from services
        join registry.contract k on k.service_id = services.service_id
            and k.registered_on <= agency_distribution.day
            and (k.ended_on is null or k.ended_on > agency_distribution.day)
        join offices o on o.office_id = k.office_id
        group by k.service_id, o.locality_id
    ), able as (
        select c.service_id, c.province_id, c.locality_id, coalesce(f.offices, 0) as offering,
            r.offices - coalesce(f.roomy, 0) as with_room
        from covered c
        join roomy r on r.locality_id = c.locality_id
        left join offered f on f.service_id = c.service_id and f.locality_id = c.locality_id
    )
    select s.code, s.title, p.code, p.name_fa, sum(able.offering)::integer, sum(able.with_room)::integer,
        count(*)::integer, (count(*) filter (where able.offering = 0 and able.with_room = 0))::integer
    from able
    join services s on s.service_id = able.service_id
    join registry.province p on p.id = able.province_id
    group by s.code, s.title, p.code, p.name_fa
    order by s.code collate "C", p.code
$$;
grant execute on function ranking.agency_distribution(text, date) to pishkhan_app;
