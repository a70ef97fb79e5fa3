-- Owner: pishkhan_views
-- Distribution by rank: the offices that may offer a service and have a free place, and the services that an office may
-- offer.

-- The localities in which a service is delegated on a day; null means the whole country.
create function ranking.covered_localities(day date, service_id integer) returns integer[]
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select case when not exists (
            select from ranking.operating_delegation(covered_localities.day) o
            where o.service_id = covered_localities.service_id and o.area = 'country')
        then array(
            select l.id from ranking.operating_delegation(covered_localities.day) o
            join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
            join registry.locality l on l.id = p.locality_id or l.province_id = p.province_id
            where o.service_id = covered_localities.service_id) end
$$;

-- Offices in the order of the ranking, then of their codes, from an office on; free places are not checked yet. If
-- province and county are null: all.
create function ranking.room_candidates(
    run_id bigint, province text, county text, at_least_rank integer, earned_only boolean, after_key bigint,
    after_code text
) returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan set jit = off set work_mem = '32MB' as $$
declare
    provinces integer[] := case when room_candidates.province is not null
        then array[ranking.known_province(room_candidates.province)] end;
    counties integer[] := case when room_candidates.county is not null
        then ranking.named_counties(room_candidates.county, null) end;
begin
    return array(
        select o.id from registry.office o
        left join registry.assessment a on a.run_id = room_candidates.run_id and a.office_id = o.id
            and (provinces is null or a.province_id = any (provinces))
        where (provinces is null or o.province_id = any (provinces))
            and (counties is null or o.county_id = any (counties))
            and (room_candidates.at_least_rank is null or a.rank <= room_candidates.at_least_rank)
            and (not room_candidates.earned_only or a.rank_origin = 'earned')
            and (room_candidates.after_code is null
                 or (coalesce(a.list_key, registry.list_key(null, null, null)), o.code collate "C")
                    > (room_candidates.after_key, room_candidates.after_code collate "C"))
        order by coalesce(a.list_key, registry.list_key(null, null, null)), o.code collate "C");
end
$$;

-- Of these offices, those that may offer the service and have a free place, in the order of the ranking. The position
-- is the one within the province, as in the ranking.
create function ranking.room_among(
    offices bigint[], day date, service_id integer, run_id bigint, covered integer[], locality text, page_size bigint
)
returns table (
    code text, province_name text, county_name text, locality_name text, kind text, rank smallint, rank_origin text,
    "position" integer, total integer, share smallint, available integer, ceiling integer, used integer, free integer,
    adjusted_total integer, list_key bigint
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with page as materialized (
        select c.*, l.name_fa as locality_name
        from ranking.ceilings(room_among.day, room_among.offices) c
        join registry.locality l on l.id = c.locality_id
        where c.is_active and c.reserved < c.ceiling
            and (room_among.covered is null or c.locality_id = any (room_among.covered))
            and (room_among.locality is null or l.name_key = registry.name_key(room_among.locality))
            and not exists (select from registry.contract k
                            where k.office_id = c.office_id and k.service_id = room_among.service_id
                                and (k.ended_on is null or k.ended_on > room_among.day))
        order by c.list_key, c.code collate "C"
        limit room_among.page_size
    )
    select page.code, p.name_fa, co.name_fa, page.locality_name, page.kind, page.rank, page.rank_origin,
        (select a.position from registry.assessment a
         where a.run_id = room_among.run_id and a.office_id = page.office_id),
        page.total, page.share, page.available, page.ceiling, page.used, page.free, page.adjusted_total, page.list_key
    from page
    join registry.province p on p.id = page.province_id
    join registry.county co on co.id = page.county_id
    order by page.list_key, page.code collate "C"
$$;

-- Computes ceilings for a few hundred offices at a time, in the order of the page, until the page is full.
create function ranking.offices_with_room(
    day date, service text, province text, county text, locality text, at_least_rank integer, earned_only boolean,
    after_key bigint, after_code text, page_size integer
)
returns table (
    code text, province_name text, county_name text, locality_name text, kind text, rank smallint, rank_origin text,
    "position" integer, total integer, share smallint, available integer, ceiling integer, used integer, free integer,
    adjusted_total integer, list_key bigint
)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    wanted integer := ranking.known_service(offices_with_room.service);
    covered integer[] := ranking.covered_localities(offices_with_room.day, wanted);
    run_id bigint := (ranking.publication_on(offices_with_room.day)).run_id;
    candidates bigint[] := ranking.room_candidates(
        run_id, offices_with_room.province, offices_with_room.county, offices_with_room.at_least_rank,
        offices_with_room.earned_only, offices_with_room.after_key, offices_with_room.after_code);
    asked integer := 0;
    step integer := 200;
    wanting bigint := offices_with_room.page_size;
    found_now bigint;
begin
    while asked < cardinality(candidates) and (wanting is null or wanting > 0) loop
        return query select * from ranking.room_among(
            candidates[asked + 1 : asked + step], offices_with_room.day, wanted, run_id, covered,
            offices_with_room.locality, wanting);
        get diagnostics found_now = row_count;
        wanting := wanting - found_now;
        asked := asked + step;
        step := least(step * 2, 20000);
    end loop;
end
$$;
grant execute on function ranking.offices_with_room(
    date, text, text, text, text, integer, boolean, bigint, text, integer) to pishkhan_app;

create function ranking.office_id_of(code text) returns bigint
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    office_id bigint;
begin
    select o.id into office_id from registry.office o where o.code = office_id_of.code;
    if office_id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = office_id_of.code;
    end if;
    return office_id;
end
$$;

create function ranking.office_room(office text, day date)
returns table (
    code text, state text, is_active boolean, rank smallint, rank_origin text, share smallint, available integer,
    ceiling integer, used integer, free integer, province text, locality text, ceiling_at_first_rank integer
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select c.code, c.state, c.is_active, c.rank, c.rank_origin, c.share, c.available, c.ceiling, c.used, c.free,
        p.name_fa, l.name_fa,
        (select t.service_ceiling * c.available / 100
         from registry.rank_threshold t
         where t.rank = 1 and t.scheme_id = ranking.scheme_on(office_room.day))
    from ranking.ceilings(office_room.day, array[ranking.office_id_of(office_room.office)]) c
    join registry.province p on p.id = c.province_id
    join registry.locality l on l.id = c.locality_id
$$;
grant execute on function ranking.office_room(text, date) to pishkhan_app;

-- Services that are available in the office's locality, and others that it offers.
create function ranking.office_services(office text, day date)
returns table (service_code text, title text, agency_code text, is_available boolean, offered_since date, origin text)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with place as (
        select o.id, o.locality_id
        from ranking.offices_on(office_services.day, array[ranking.office_id_of(office_services.office)]) o
    ), available as (
        select a.service_id from place cross join lateral
            ranking.available_services(place.locality_id, office_services.day) a
    ), offered as (
        select k.service_id, k.registered_on, k.origin from place join registry.contract k on k.office_id = place.id
        where k.registered_on <= office_services.day and (k.ended_on is null or k.ended_on > office_services.day)
    )
    select s.code, v.title, a.code, available.service_id is not null, offered.registered_on, offered.origin
    from available full join offered using (service_id)
    join registry.service s on s.id = service_id
    left join lateral ranking.service_on(s.id, office_services.day) v on true
    left join registry.agency a on a.id = v.agency_id
    order by s.code collate "C"
$$;
grant execute on function ranking.office_services(text, date) to pishkhan_app;
