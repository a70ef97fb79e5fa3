-- Owner: pishkhan_commands
-- The names that people use for a province, a county and a locality: the only definition of them.

-- Every key of every province: its code with or without the leading zero, its name, its English name.
create function ranking.province_keys() returns table (key text, province_id integer)
language sql stable
begin atomic
    select distinct spoken.key, p.id
    from registry.province p
    cross join lateral unnest(array[p.code, p.code::integer::text, p.name_key, registry.name_key(p.name_en)]) spoken (key);
end;
grant execute on function ranking.province_keys() to pishkhan_views, pishkhan_owner;

-- Null if no province has this name.
create function ranking.province_named(named text) returns integer
language sql stable
begin atomic
    select k.province_id from ranking.province_keys() k where k.key = registry.name_key(province_named.named);
end;
grant execute on function ranking.province_named(text) to pishkhan_views, pishkhan_owner;

create function ranking.known_province(named text) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    province_id integer := ranking.province_named(known_province.named);
begin
    if province_id is null then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = known_province.named;
    end if;
    return province_id;
end
$$;
grant execute on function ranking.known_province(text) to pishkhan_views, pishkhan_owner;

-- By its name, a later name, or its code; null if the province has no such county.
create function ranking.county_named(province_id integer, named text) returns integer
language sql stable security definer
begin atomic
    select c.id from registry.county c
    cross join (select registry.name_key(county_named.named) as key offset 0) spoken
    where c.province_id = county_named.province_id
        and (c.name_key = spoken.key or length(spoken.key) between 1 and 4 and c.code = lpad(spoken.key, 4, '0')
             or exists (select from registry.place_change renamed
                        where renamed.county_id = c.id and renamed.kind = 'renamed' and renamed.level = 'county'
                            and renamed.name_key = spoken.key))
    order by c.id limit 1;
end;

-- The city and the village of a county with a name, in the form of the official division or a later one.
create function ranking.localities_named(county_id integer, named text) returns setof registry.locality
language sql stable security definer
begin atomic
    select distinct on (l.kind) l.*
    from registry.locality l
    cross join (select registry.name_key(localities_named.named) as key offset 0) spoken
    where l.county_id = localities_named.county_id
        and (l.name_key = spoken.key
             or exists (select from registry.city_name n where n.locality_id = l.id and n.name_key = spoken.key)
             or exists (select from registry.place_change renamed
                        where renamed.locality_id = l.id and renamed.kind = 'renamed'
                            and renamed.name_key = spoken.key))
    order by l.kind, l.name_key <> spoken.key, l.id;
end;
