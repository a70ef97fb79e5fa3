-- Owner: pishkhan_views
-- Provinces, places that are newer than the official division, and the places that a filter names.

create view ranking.province with (security_barrier) as
select p.id, p.code, p.name_fa, p.name_en, p.region_id, r.title as region_title, a.title as association_title
from registry.province p
left join registry.region r on r.id = p.region_id
left join registry.association a on a.province_id = p.id
where (select registry.actor_is_known());

-- Places that were added, renamed or split off after the official division was adopted.
create view ranking.place_change with (security_barrier) as
select ch.id, ch.kind, ch.level, p.code as province_code, p.name_fa as province, p.name_en as province_en,
    co.code as county_code, co.name_fa as county, ch.name_before, ch.name_after, origin.name_fa as from_county,
    ch.effective_on, ch.reason
from registry.place_change ch
join registry.county co on co.id = ch.county_id
join registry.province p on p.id = co.province_id
left join registry.county origin on origin.id = ch.from_county_id
where (select registry.actor_is_known());

-- Of one province, by its code or name, or of all.
create function ranking.place_changes(province text) returns setof ranking.place_change
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    province_key integer := case when place_changes.province is not null
                            then ranking.known_province(place_changes.province) end;
begin
    return query
    select ch.* from ranking.place_change ch
    where province_key is null or ch.province_code = (select p.code from registry.province p where p.id = province_key)
    order by ch.id;
end
$$;
grant execute on function ranking.place_changes(text) to pishkhan_app;

grant select on ranking.province to pishkhan_app;

-- The province that a filter names, by code or a name that people use; an unknown name is refused.
create function ranking.province_of_filter(province text) returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    province_id integer := coalesce(
        (select p.id from registry.province p where p.code = province_of_filter.province),
        ranking.province_named(province_of_filter.province));
begin
    if province_id is null then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = province_of_filter.province;
    end if;
    return province_id;
end
$$;

-- The counties that a filter names, by code or name, in a province if one is given; an unknown name is refused.
create function ranking.named_counties(county text, province_id integer) returns integer[]
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    found_ids integer[] := array(
        select c.id from registry.county c
        where (c.code = named_counties.county or c.name_key = registry.name_key(named_counties.county))
            and (named_counties.province_id is null or c.province_id = named_counties.province_id));
begin
    if cardinality(found_ids) = 0 then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = named_counties.county;
    end if;
    return found_ids;
end
$$;

-- The cities and villages that a filter names, in a province and in counties if they are given; an unknown name is
-- refused.
create function ranking.named_localities(locality text, province_id integer, counties integer[]) returns integer[]
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    found_ids integer[] := array(
        select l.id from registry.locality l
        where l.name_key = registry.name_key(named_localities.locality)
            and (named_localities.province_id is null or l.province_id = named_localities.province_id)
            and (named_localities.counties is null or l.county_id = any (named_localities.counties)));
begin
    if cardinality(found_ids) = 0 then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = named_localities.locality;
    end if;
    return found_ids;
end
$$;
