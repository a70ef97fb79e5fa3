-- Owner: pishkhan_commands
-- The regulator's regions and the guild associations of provinces: acts of the headquarters.

create function ranking.assign_region(province text, region integer, title text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    province_key integer;
begin
    perform ranking.require_national('assign_region');
    province_key := ranking.known_province(assign_region.province);
    insert into registry.region (id, title) values (assign_region.region, assign_region.title)
    on conflict (id) do update set title = excluded.title where registry.region.title <> excluded.title;
    update registry.province p set region_id = assign_region.region where p.id = province_key;
    perform registry.record_act('assign_region', assign_region.province, null,
        jsonb_build_object('region', assign_region.region, 'title', assign_region.title));
end
$$;
grant execute on function ranking.assign_region(text, integer, text) to pishkhan_app;

create function ranking.name_association(province text, title text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('name_association');
    insert into registry.association (province_id, title)
    values (ranking.known_province(name_association.province), name_association.title)
    on conflict (province_id) do update set title = excluded.title;
    perform registry.record_act('name_association', name_association.province, null,
        jsonb_build_object('title', name_association.title));
end
$$;
grant execute on function ranking.name_association(text, text) to pishkhan_app;

-- The number of a region that is known.
create function ranking.known_region(region integer) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not exists (select from registry.region r where r.id = known_region.region) then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = known_region.region::text;
    end if;
    return known_region.region;
end
$$;
grant execute on function ranking.known_region(integer) to pishkhan_owner;
