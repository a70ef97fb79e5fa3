-- Owner: pishkhan_commands
-- New counties and cities, later names of places, and counties split off others: acts of the headquarters. A place
-- keeps its row and its name, because censuses and publications name it; `place_change` holds the changes.

create function ranking.known_county(province_id integer, named text) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    county_id integer := ranking.county_named(known_county.province_id, known_county.named);
begin
    if county_id is null then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = known_county.named;
    end if;
    return county_id;
end
$$;

-- Only one act at a time changes places; otherwise two acts could give the same name to two places.
create function ranking.begin_place_change(permission text, effective_on date, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national(begin_place_change.permission);
    if coalesce(trim(begin_place_change.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_past_day(begin_place_change.effective_on);
    perform pg_advisory_xact_lock(hashtext('registry.place_change'));
end
$$;

-- Refuses an act that contradicts what is known of a place.
create function ranking.refuse_other_place(named text) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    raise exception using errcode = 'RK120', message = 'place_is_known_otherwise', detail = refuse_other_place.named;
end
$$;

-- In the official division the numbers are the codes; later counties have higher numbers.
create function ranking.insert_county(province_id integer, name text, code text) returns integer
language sql security definer
begin atomic
    insert into registry.county (id, code, name_fa, province_id)
    select greatest(10000, max(c.id) + 1), nullif(registry.name_key(insert_county.code), ''),
        btrim(insert_county.name), insert_county.province_id
    from registry.county c
    returning county.id;
end;

create function ranking.add_county(province text, name text, code text, effective_on date, reason text)
returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    province_key integer;
    known integer;
    given text := nullif(registry.name_key(add_county.code), '');
begin
    perform ranking.begin_place_change('add_place', add_county.effective_on, add_county.reason);
    province_key := ranking.known_province(add_county.province);
    known := ranking.county_named(province_key, add_county.name);
    if known is not null then
        if given is not null and given is distinct from (select c.code from registry.county c where c.id = known) then
            perform ranking.refuse_other_place(add_county.name);
        end if;
        return false;
    end if;
    known := ranking.insert_county(province_key, add_county.name, given);
    insert into registry.place_change (kind, level, county_id, name_after, effective_on, reason)
    values ('added', 'county', known, btrim(add_county.name), add_county.effective_on,
        btrim(add_county.reason));
    perform registry.record_act('add_place', btrim(add_county.name), btrim(add_county.reason), jsonb_build_object(
        'level', 'county', 'province', province_key, 'code', given, 'effective_on', add_county.effective_on));
    return true;
end
$$;
grant execute on function ranking.add_county(text, text, text, date, text) to pishkhan_app;

-- A new city, with its code if one is given.
create function ranking.insert_city(province_id integer, county_id integer, name text, code text) returns integer
language plpgsql set search_path = registry, pg_temp as $$
declare
    city_id integer;
begin
    insert into registry.locality (county_id, province_id, kind, name_fa)
    values (insert_city.county_id, insert_city.province_id, 'city', btrim(insert_city.name))
    returning locality.id into city_id;
    if insert_city.code is not null then
        insert into registry.city_name (code, county_id, name_fa, locality_id)
        values (insert_city.code, insert_city.county_id, btrim(insert_city.name), city_id);
    end if;
    return city_id;
end
$$;

create function ranking.add_city(province text, county text, name text, code text, effective_on date, reason text)
returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    province_key integer;
    county_key integer;
    known integer;
    given text := nullif(registry.name_key(add_city.code), '');
begin
    perform ranking.begin_place_change('add_place', add_city.effective_on, add_city.reason);
    province_key := ranking.known_province(add_city.province);
    county_key := ranking.known_county(province_key, add_city.county);
    select l.id into known from ranking.localities_named(county_key, add_city.name) l where l.kind = 'city';
    if known is not null then
        if given is not null
            and not exists (select from registry.city_name n where n.locality_id = known and n.code = given) then
            perform ranking.refuse_other_place(add_city.name);
        end if;
        return false;
    end if;
    known := ranking.insert_city(province_key, county_key, add_city.name, given);
    insert into registry.place_change
        (kind, level, county_id, locality_id, name_after, effective_on, reason)
    values ('added', 'city', county_key, known, btrim(add_city.name), add_city.effective_on,
        btrim(add_city.reason));
    perform registry.record_act('add_place', btrim(add_city.name), btrim(add_city.reason), jsonb_build_object(
        'level', 'city', 'province', province_key, 'county', add_city.county, 'code', given,
        'effective_on', add_city.effective_on));
    return true;
end
$$;
grant execute on function ranking.add_city(text, text, text, text, date, text) to pishkhan_app;

-- The last name of a place: of two renames for the same day the later one counts.
create function ranking.place_name(county_id integer, locality_id integer) returns text
language sql stable security definer
begin atomic
    select coalesce(
        (select c.name_after from registry.place_change c
         where c.kind = 'renamed' and c.county_id = place_name.county_id
             and c.locality_id is not distinct from place_name.locality_id
         order by c.effective_on desc, c.id desc limit 1),
        (select l.name_fa from registry.locality l where l.id = place_name.locality_id),
        (select c.name_fa from registry.county c where c.id = place_name.county_id));
end;

-- The city or village of a county with a name; an unknown name is refused.
create function ranking.known_locality(county_id integer, kind text, named text) returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    locality_id integer;
begin
    select l.id into locality_id from ranking.localities_named(known_locality.county_id, known_locality.named) l
    where l.kind = known_locality.kind;
    if locality_id is null then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = known_locality.named;
    end if;
    return locality_id;
end
$$;

-- Refuses a new name of a county, or of a locality if one is given, that another place of its kind beside it has.
create function ranking.require_free_name(
    province_id integer, county_id integer, locality_id integer, kind text, named text
) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    is_taken boolean;
begin
    if require_free_name.locality_id is null then
        is_taken := ranking.county_named(require_free_name.province_id, require_free_name.named)
            <> require_free_name.county_id;
    else
        is_taken := exists (
            select from ranking.localities_named(require_free_name.county_id, require_free_name.named) l
            where l.kind = require_free_name.kind and l.id <> require_free_name.locality_id);
    end if;
    if is_taken then
        perform ranking.refuse_other_place(require_free_name.named);
    end if;
end
$$;

-- `county` has no meaning if the place is a county itself.
create function ranking.rename_place(
    kind text, province text, county text, name text, new_name text, effective_on date, reason text
) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    province_key integer;
    county_key integer;
    locality_key integer;
    before text;
begin
    perform ranking.begin_place_change('rename_place', rename_place.effective_on, rename_place.reason);
    province_key := ranking.known_province(rename_place.province);
    if rename_place.kind = 'county' then
        county_key := ranking.known_county(province_key, rename_place.name);
    else
        county_key := ranking.known_county(province_key, rename_place.county);
        locality_key := ranking.known_locality(county_key, rename_place.kind, rename_place.name);
    end if;
    perform ranking.require_free_name(
        province_key, county_key, locality_key, rename_place.kind, rename_place.new_name);
    before := ranking.place_name(county_key, locality_key);
    if registry.name_key(before) = registry.name_key(rename_place.new_name) then
        return false;
    end if;
    insert into registry.place_change
        (kind, level, county_id, locality_id, name_before, name_after, effective_on, reason)
    values ('renamed', rename_place.kind, county_key, locality_key, before,
        btrim(rename_place.new_name), rename_place.effective_on, btrim(rename_place.reason));
    perform registry.record_act('rename_place', before, btrim(rename_place.reason), jsonb_build_object(
        'level', rename_place.kind, 'province', province_key, 'name', btrim(rename_place.new_name),
        'effective_on', rename_place.effective_on));
    return true;
end
$$;
grant execute on function ranking.rename_place(text, text, text, text, text, date, text) to pishkhan_app;

-- A city or village that now lies in another county gets a row there. Its earlier row is kept, because censuses name
-- it. Each office follows when an offices file says so, on the day that the file gives.
create function ranking.take_into_county(
    county_id integer, locality registry.locality, effective_on date, reason text
) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    twin integer;
    name text := ranking.place_name(locality.county_id, locality.id);
begin
    if exists (select from ranking.localities_named(take_into_county.county_id, name) l
               where l.kind = locality.kind) then
        return false;
    end if;
    insert into registry.locality (county_id, province_id, kind, name_fa)
    values (take_into_county.county_id, locality.province_id, locality.kind, name)
    returning id into twin;
    insert into registry.place_change
        (kind, level, county_id, locality_id, from_county_id, name_after, effective_on, reason)
    values ('split', locality.kind, take_into_county.county_id, twin, locality.county_id,
        name, take_into_county.effective_on, btrim(take_into_county.reason));
    return true;
end
$$;

-- Takes the city and the village with a name out of their county; true if one of them was not taken before.
create function ranking.take_named_into_county(
    county_id integer, from_county_id integer, named text, effective_on date, reason text
) returns boolean
language plpgsql set search_path = registry, pg_temp as $$
declare
    has_changed boolean := false;
    place registry.locality;
begin
    for place in
        select * from ranking.localities_named(take_named_into_county.from_county_id, take_named_into_county.named)
    loop
        has_changed := ranking.take_into_county(take_named_into_county.county_id, place,
            take_named_into_county.effective_on, take_named_into_county.reason) or has_changed;
    end loop;
    if not found then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = take_named_into_county.named;
    end if;
    return has_changed;
end
$$;

-- A new county with the change that made it.
create function ranking.split_off_county(
    province_id integer, from_county_id integer, name text, effective_on date, reason text
) returns integer
language plpgsql set search_path = registry, pg_temp as $$
declare
    new_county integer := ranking.insert_county(split_off_county.province_id, split_off_county.name, null);
begin
    insert into registry.place_change
        (kind, level, county_id, from_county_id, name_after, effective_on, reason)
    values ('split', 'county', new_county, split_off_county.from_county_id, btrim(split_off_county.name),
        split_off_county.effective_on, btrim(split_off_county.reason));
    return new_county;
end
$$;

create function ranking.split_county(
    province text, from_county text, new_county text, localities text[], effective_on date, reason text
) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    province_key integer;
    from_key integer;
    new_key integer;
    named text;
    has_changed boolean := false;
begin
    perform ranking.begin_place_change('split_county', split_county.effective_on, split_county.reason);
    province_key := ranking.known_province(split_county.province);
    from_key := ranking.known_county(province_key, split_county.from_county);
    new_key := ranking.county_named(province_key, split_county.new_county);
    if new_key = from_key then
        perform ranking.refuse_other_place(split_county.new_county);
    end if;
    if new_key is null then
        new_key := ranking.split_off_county(
            province_key, from_key, split_county.new_county, split_county.effective_on, split_county.reason);
        has_changed := true;
    end if;
    foreach named in array split_county.localities loop
        has_changed := ranking.take_named_into_county(
            new_key, from_key, named, split_county.effective_on, split_county.reason) or has_changed;
    end loop;
    if has_changed then
        perform registry.record_act('split_county', btrim(split_county.new_county), btrim(split_county.reason),
            jsonb_build_object('province', province_key, 'from', split_county.from_county,
                'localities', to_jsonb(split_county.localities), 'effective_on', split_county.effective_on));
    end if;
    return has_changed;
end
$$;
grant execute on function ranking.split_county(text, text, text, text[], date, text) to pishkhan_app;
