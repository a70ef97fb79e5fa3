-- How people name a province: the one place where that is said.

-- Every key of every province: its code with or without the leading zero, its name, its English name.
create function ranking.province_keys() returns table (key text, province_id integer)
language sql stable
begin atomic
    select distinct spoken.key, p.id
    from registry.province p
    cross join lateral unnest(array[p.code, p.code::integer::text, p.name_key, registry.name_key(p.name_en)]) spoken (key);
end;
grant execute on function ranking.province_keys() to pishkhan_views, pishkhan_owner;

-- Null where no province is called so.
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
