-- The work list: offices above their ceiling on a day, and the services to hand over, the newest contract first, then by
-- code. Contracts of services that are no longer available there are listed whatever the ceiling. Nothing is removed. An
-- agency reads its own services.

create function ranking.work_list(day date, office text, agency text, province text)
returns table (
    office_code text, province_code text, province_name text, locality_name text, rank smallint, state text, ceiling integer,
    used integer, excess integer, place integer, service_code text, service_title text, agency_code text,
    registered_on date, origin text, reason text
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with limited as materialized (
        select c.* from ranking.ceilings(
            work_list.day,
            case when work_list.office is not null then array[ranking.office_id_of(work_list.office)] end) c
        where c.used > 0
            and (work_list.province is null
                 or c.province_id = any (ranking.named_provinces(work_list.province)))
    ), areas as materialized (
        select o.service_id, p.province_id, p.locality_id
        from ranking.operating_delegation(work_list.day) o
        left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
    ), offered as (
        select c.office_id, c.code, c.province_id, c.locality_id, c.rank, c.state, c.is_active, c.ceiling, c.used,
            k.service_id, s.code as service_code, k.registered_on, k.origin,
            row_number() over (
                partition by c.office_id order by k.registered_on desc, s.code collate "C")::integer as place,
            k.service_id in (select a.service_id from areas a where a.province_id is null and a.locality_id is null)
                or (k.service_id, c.province_id) in (
                    select a.service_id, a.province_id from areas a where a.province_id is not null)
                or (k.service_id, c.locality_id) in (
                    select a.service_id, a.locality_id from areas a where a.locality_id is not null) as is_available
        from limited c
        join registry.contract k on k.office_id = c.office_id
            and k.registered_on <= work_list.day and (k.ended_on is null or k.ended_on > work_list.day)
        join registry.service s on s.id = k.service_id
    )
    select o.code, p.code, p.name_fa, l.name_fa, o.rank, o.state, o.ceiling, o.used, greatest(o.used - o.ceiling, 0),
        o.place, o.service_code, v.title, a.code, o.registered_on, o.origin,
        case when not o.is_active then 'office_not_active' when not o.is_available then 'service_not_available'
             else 'above_ceiling' end
    from offered o
    join registry.province p on p.id = o.province_id
    join registry.locality l on l.id = o.locality_id
    left join lateral ranking.service_on(o.service_id, work_list.day) v on true
    left join registry.agency a on a.id = v.agency_id
    where (select ranking.require_deed('read_work_list')) is not null
        and (o.place <= o.used - o.ceiling or not o.is_available)
        and ((select registry.actor_agency()) is null or a.id = (select registry.actor_agency()))
        and (work_list.agency is null or a.code = work_list.agency)
    order by p.code, o.code collate "C", o.place
$$;
grant execute on function ranking.work_list(date, text, text, text) to pishkhan_app;
