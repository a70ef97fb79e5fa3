-- Owner: pishkhan_views
-- Provinces, and places that are newer than the official division.

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
