-- Owner: pishkhan_commands
-- Import of delegations: national facts. A version is stored if it differs from the newest known one.

-- The places that delegations of a file name: `province`, or `province/county/locality` with or without `/city` or
-- `/village` at its end, separated by `|`. A locality is found as for an office, and a city also by its other names.
create function ranking.resolve_delegation_places(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.delegation_place
    select resolve_delegation_places.import_key, named.line, named.name, p.province_id, l.id
    from (
        select part.*, registry.name_key(split_part(part.name, '/', 1)) as province_key,
            registry.name_key(split_part(part.name, '/', 2)) as county_key,
            registry.name_key(split_part(part.name, '/', 3)) as locality_key,
            case registry.name_key(split_part(part.name, '/', 4)) when '' then array['city', 'village']
                when 'city' then array['city'] when 'شهر' then array['city']
                when 'village' then array['village'] when 'روستا' then array['village'] else '{}' end as kinds
        from (
            select distinct r.line, r.area, trim(part) as name
            from staging.delegation_row r, unnest(string_to_array(r.places, '|')) part
            where r.import_key = resolve_delegation_places.import_key and r.made_in = pg_current_xact_id()
                and r.area in ('provinces', 'localities') and trim(part) <> ''
        ) part
    ) named
    left join ranking.province_keys() p on p.key = named.province_key
    left join lateral (select ranking.county_named(p.province_id, named.county_key) as id
                       where named.area = 'localities') c on c.id is not null
    left join lateral (
        select place.id from ranking.localities_named(c.id, named.locality_key) place
        where place.kind = any (named.kinds)
    ) l on l.id is not null;
$$;

create function ranking.known_delegation(service text, mou_number text)
returns table (id integer, revision bigint, withdrawn_on date, evidence text, area text, confirmed_on date)
language sql stable security definer
begin atomic
    select d.id, v.revision, v.withdrawn_on, v.evidence, v.area,
        (select c.confirmed_on from registry.delegation_confirmation c where c.delegation_id = d.id
         order by c.revision desc limit 1)
    from registry.delegation d
    join registry.service s on s.id = d.service_id
    join registry.delegation_version v on v.delegation_id = d.id
    where s.code = known_delegation.service and d.mou_number = known_delegation.mou_number
    order by v.revision desc limit 1;
end;

-- An absent column leaves the known value; an empty cell takes it away, with a notice. A delegation without a known
-- area is for the whole country.
create function ranking.complete_delegations(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.finding
    select complete_delegations.import_key, r.line, false, field.name, 'value_cleared', field.known, null
    from staging.delegation_row r
    cross join lateral ranking.known_delegation(r.service_code, r.mou_number) k
    cross join lateral (values ('withdrawn_on', k.withdrawn_on::text, r.withdrawn_on::text),
        ('evidence', k.evidence, r.evidence), ('area', nullif(k.area, 'country'), r.area),
        ('confirmed_on', k.confirmed_on::text, r.confirmed_on::text)) field (name, known, said)
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and field.known is not null and field.said is null
        and field.name = any ((select ranking.columns_of_file(complete_delegations.import_key))::text[]);

    update staging.delegation_row r
    set withdrawn_on = case when 'withdrawn_on' = any (said.columns) then r.withdrawn_on else k.withdrawn_on end,
        evidence = case when 'evidence' = any (said.columns) then r.evidence else k.evidence end,
        area = case when 'area' = any (said.columns) then r.area else k.area end,
        confirmed_on = case when 'confirmed_on' = any (said.columns) then r.confirmed_on else k.confirmed_on end
    from staging.delegation_row same, ranking.columns_of_file(complete_delegations.import_key) said (columns),
        lateral ranking.known_delegation(same.service_code, same.mou_number) k
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and same.import_key = r.import_key and same.line = r.line;

    update staging.delegation_row r set area = 'country'
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and r.area is null
$$;

-- Places are kept with their area if the file says nothing about them.
create function ranking.keep_delegation_places(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.delegation_place
    select r.import_key, r.line, '', coalesce(p.province_id, l.province_id), p.locality_id
    from staging.delegation_row r
    cross join lateral ranking.known_delegation(r.service_code, r.mou_number) k
    join registry.delegation_place p on p.delegation_id = k.id and p.revision = k.revision
    left join registry.locality l on l.id = p.locality_id
    where r.import_key = keep_delegation_places.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and r.area = k.area
        and not (select ranking.file_says(keep_delegation_places.import_key, 'places'))
$$;

create function ranking.check_delegations(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language sql security definer set search_path = registry, pg_temp as $$
    select ranking.complete_delegations(check_delegations.import_key);
    select ranking.keep_delegation_places(check_delegations.import_key);
    select ranking.resolve_delegation_places(check_delegations.import_key);
    select ranking.check_delegation_places(check_delegations.import_key);
    -- Finds a known withdrawal, about which the file says nothing, before a start that the file moves. The row's own
    -- cells are checked already.
    insert into staging.finding
    select check_delegations.import_key, r.line, true, 'valid_from', 'days_reversed', r.valid_from::text, null
    from staging.delegation_row r
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and r.withdrawn_on < r.valid_from;
    -- It is stored, and does not count in the indicator.
    insert into staging.finding
    select check_delegations.import_key, r.line, false, 'service_code', 'service_not_delegable', r.service_code, null
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    cross join lateral ranking.service_on(s.id, r.valid_from) v
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id()
        and (v.is_sovereign or not v.is_delegable);
$$;

-- Finds places that are unknown, ambiguous or missing.
create function ranking.check_delegation_places(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.finding
    select distinct check_delegation_places.import_key, r.line, true, 'places', 'place_unknown', d.name, null
    from staging.delegation_place d
    join staging.delegation_row r on r.import_key = d.import_key and r.line = d.line
    where d.import_key = check_delegation_places.import_key
        and (d.province_id is null or r.area = 'localities' and d.locality_id is null);
    insert into staging.finding
    select check_delegation_places.import_key, d.line, true, 'places', 'place_ambiguous', d.name, null
    from staging.delegation_place d
    where d.import_key = check_delegation_places.import_key
    group by d.line, d.name having count(distinct d.locality_id) > 1;
    insert into staging.finding
    select check_delegation_places.import_key, r.line, true, 'places', 'delegation_places_missing', null, null
    from staging.delegation_row r
    where r.import_key = check_delegation_places.import_key and r.made_in = pg_current_xact_id()
        and r.area in ('provinces', 'localities')
        and not exists (select from staging.delegation_place d
                        where d.import_key = r.import_key and d.line = r.line);
$$;

-- The version of a delegation and its places as one comparable text.
create function ranking.delegation_text(delegation_id integer) returns text
language sql stable security definer
begin atomic
    select concat_ws('|', v.mou_on, v.valid_from, coalesce(v.withdrawn_on::text, '-'), coalesce(v.evidence, '-'), v.area,
        (select string_agg(distinct coalesce('p' || p.province_id, 'l' || p.locality_id), ',')
         from registry.delegation_place p
         where p.delegation_id = v.delegation_id and p.revision = v.revision))
    from registry.delegation_version v where v.delegation_id = delegation_text.delegation_id
    order by v.revision desc limit 1;
end;

-- Adds the delegations of a file that are not known yet.
create function ranking.insert_new_delegations(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.delegation (service_id, mou_number)
    select s.id, r.mou_number from staging.delegation_row r join registry.service s on s.code = r.service_code
    where r.import_key = insert_new_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    order by r.line
    on conflict do nothing;
$$;

-- Stores the versions that differ from the newest known ones, and returns their delegations.
create function ranking.insert_delegation_versions(import_key uuid, revision bigint) returns integer[]
language sql security definer set search_path = registry, pg_temp as $$
    with read as (
        select d.id, r.line, r.mou_on, r.valid_from, r.withdrawn_on, r.evidence, r.area,
            (select string_agg(distinct coalesce('p' || case r.area when 'provinces' then p.province_id end,
                'l' || p.locality_id), ',')
             from staging.delegation_place p where p.import_key = r.import_key and p.line = r.line) as places
        from staging.delegation_row r
        join registry.service s on s.code = r.service_code
        join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        where r.import_key = insert_delegation_versions.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), stored as (
        insert into registry.delegation_version
        select read.id, insert_delegation_versions.revision, read.mou_on, read.valid_from, read.withdrawn_on,
            read.evidence, read.area
        from read
        where ranking.delegation_text(read.id) is distinct from concat_ws('|', read.mou_on, read.valid_from,
            coalesce(read.withdrawn_on::text, '-'), coalesce(read.evidence, '-'), read.area, read.places)
        returning delegation_id
    )
    select array_agg(stored.delegation_id) from stored;
$$;

-- Stores the places of the new versions of these delegations.
create function ranking.insert_delegation_places(import_key uuid, revision bigint, delegations integer[]) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.delegation_place
    select distinct d.id, insert_delegation_places.revision, case r.area when 'provinces' then p.province_id end,
        p.locality_id
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        and d.id = any (insert_delegation_places.delegations)
    join staging.delegation_place p on p.import_key = r.import_key and p.line = r.line
    where r.import_key = insert_delegation_places.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty);
$$;

-- Stores the days of confirmation that differ from the newest known ones, and returns their delegations.
create function ranking.insert_delegation_confirmations(import_key uuid, revision bigint) returns integer[]
language sql security definer set search_path = registry, pg_temp as $$
    with stored as (
        insert into registry.delegation_confirmation
        select d.id, insert_delegation_confirmations.revision, r.confirmed_on
        from staging.delegation_row r
        join registry.service s on s.code = r.service_code
        join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        where r.import_key = insert_delegation_confirmations.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
            and (select c.confirmed_on from registry.delegation_confirmation c where c.delegation_id = d.id
                 order by c.revision desc limit 1) is distinct from r.confirmed_on
        returning delegation_id
    )
    select array_agg(stored.delegation_id) from stored;
$$;

create function ranking.store_delegations(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    first_new integer;
    brought integer[];
    confirmed integer[];
begin
    select coalesce(max(d.id), 0) + 1 into first_new from registry.delegation d;
    perform ranking.insert_new_delegations(store_delegations.import_key);
    brought := ranking.insert_delegation_versions(store_delegations.import_key, store_delegations.revision);
    perform ranking.insert_delegation_places(store_delegations.import_key, store_delegations.revision, brought);
    confirmed := ranking.insert_delegation_confirmations(store_delegations.import_key, store_delegations.revision);
    return query
    select count(*)::integer, (count(*) filter (where d.id >= first_new))::integer,
        (count(*) filter (where d.id < first_new and (d.id = any (brought) or d.id = any (confirmed))))::integer
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
    where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty);
end
$$;
