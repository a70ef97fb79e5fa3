-- Owner: pishkhan_commands
-- Import of offices, part one: resolves each place once and makes findings for every row.
--
-- Rows that have just landed have no statistics, so the planner expects a handful of them; with nested loops 200,000
-- rows took hours. These functions therefore join and group by hash. They cannot collect statistics, because ANALYZE
-- would block other imports until the end of the transaction. Rare cases (unknown places, repeated codes, predecessors)
-- are looked for before anything is joined for them: each further join of every row costs as much as reading the file.

-- One text for the name of a place, even if parts are missing: a text can be joined by hash, a comparison of rows with
-- nulls cannot.
create function ranking.place_key(kind text, province text, county text, locality text) returns text
language sql immutable
begin atomic
    select coalesce(kind, '') || e'\x1f' || coalesce(province, '') || e'\x1f' || coalesce(county, '') || e'\x1f'
        || coalesce(locality, '');
end;

create function ranking.resolve_places(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set enable_sort = off set jit = off set work_mem = '64MB' as $$
    delete from staging.place_row where place_row.import_key = resolve_places.import_key;
    -- Provinces and counties are looked up once for each pair of names, and each name is folded once, because that is
    -- most of the work.
    with named as materialized (
        select r.kind, r.province, r.county, r.locality
        from staging.office_row r
        where r.import_key = resolve_places.import_key and r.made_in = pg_current_xact_id()
        group by r.kind, r.province, r.county, r.locality
    ), later_names as materialized (
        select renamed.county_id, renamed.locality_id, renamed.level, renamed.name_key
        from registry.place_change renamed where renamed.kind = 'renamed'
    ), county_named as materialized (
        select pair.province, pair.county, registry.name_key(pair.province) as province_key,
            registry.name_key(pair.county) as county_key
        from (select distinct named.province, named.county from named) pair
    ), county_found as materialized (
        select n.province, n.county, p.province_id, c.id as county_id
        from county_named n
        left join ranking.province_keys() p on p.key = n.province_key
        left join registry.county c on c.province_id = p.province_id
            and (c.name_key = n.county_key
                 or length(n.county_key) between 1 and 4 and c.code = lpad(n.county_key, 4, '0')
                 or (c.id, n.county_key) in (select later.county_id, later.name_key from later_names later
                                             where later.locality_id is null))
    ), keyed as materialized (
        select n.kind, n.province, n.county, n.locality, f.province_id, f.county_id,
            registry.name_key(n.locality) as locality_key
        from named n
        join county_found f on coalesce(f.province, '') = coalesce(n.province, '')
            and coalesce(f.county, '') = coalesce(n.county, '')
    )
    insert into staging.place_row
    select resolve_places.import_key, k.kind, k.province, k.county, k.locality, k.province_id, k.county_id,
        coalesce(l.id, n.locality_id, later.locality_id)
    from keyed k
    left join registry.locality l on l.county_id = k.county_id and l.name_key = k.locality_key
        and l.kind = case k.kind when 'urban' then 'city' else 'village' end
    left join lateral (
        select min(city_name.locality_id) as locality_id from registry.city_name
        where city_name.county_id = k.county_id and city_name.name_key = k.locality_key and k.kind = 'urban'
    ) n on l.id is null
    left join lateral (
        select min(named.locality_id) as locality_id from later_names named
        where named.county_id = k.county_id and named.name_key = k.locality_key
            and named.level = case k.kind when 'urban' then 'city' else 'village' end
    ) later on l.id is null and n.locality_id is null;
$$;

-- Finds unknown places and places out of scope.
create function ranking.check_office_places(import_key uuid, provinces integer[]) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    insert into staging.finding
    select check_office_places.import_key, r.line, fault.is_error, fault.column_name, fault.code, fault.value,
        fault.detail
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    cross join lateral (
        select true as is_error, 'province' as column_name, 'place_unknown' as code, r.province as value,
            null::text as detail
        where r.province is not null and place.province_id is null
        union all
        select true, 'province', 'office_out_of_scope', r.province, null
        where place.province_id is not null and place.province_id <> all (check_office_places.provinces)
        union all
        select true, 'county', 'place_unknown', r.county, r.province
        where r.county is not null and place.province_id is not null and place.county_id is null
        union all
        select true, 'locality', 'place_unknown', r.locality, r.county
        where r.locality is not null and r.kind = 'urban' and place.county_id is not null and place.locality_id is null
    ) fault
    where r.import_key = check_office_places.import_key and r.made_in = pg_current_xact_id()
        and (place.locality_id is null or place.province_id <> all (check_office_places.provinces));
$$;

-- Finds the first line that names a new village.
create function ranking.find_new_villages(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    insert into staging.finding
    select find_new_villages.import_key, min(r.line), false, 'locality', 'place_new', min(r.locality), min(r.county)
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    where r.import_key = find_new_villages.import_key and r.made_in = pg_current_xact_id() and r.kind = 'rural'
        and r.locality is not null and place.county_id is not null and place.locality_id is null
    group by place.county_id, registry.name_key(r.locality);
$$;

-- Finds known offices in another province, and those that moved to another locality.
create function ranking.check_known_offices(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with known as materialized (
        select r.line, r.kind, r.province, r.county, r.locality, o.province_id, o.locality_id
        from staging.office_row r join registry.office o on o.code = r.code
        where r.import_key = check_known_offices.import_key and r.made_in = pg_current_xact_id()
    )
    insert into staging.finding
    select check_known_offices.import_key, known.line, fault.is_error, fault.column_name, fault.code, fault.value, null
    from known
    join staging.place_row place on place.import_key = check_known_offices.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(known.kind, known.province, known.county, known.locality)
    cross join lateral (
        select true as is_error, 'province' as column_name, 'office_of_other_province' as code, known.province as value
        where place.province_id <> known.province_id
        union all
        select false, 'locality', 'locality_changed', known.locality
        where place.province_id = known.province_id and place.locality_id <> known.locality_id
    ) fault;
$$;

-- Finds codes of offices that the actor may not see.
create function ranking.check_codes_out_of_scope(import_key uuid, provinces integer[]) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    insert into staging.finding
    select check_codes_out_of_scope.import_key, r.line, true, 'code', 'office_of_other_province', r.code, null
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    where r.import_key = check_codes_out_of_scope.import_key and r.made_in = pg_current_xact_id()
        and place.province_id = any (check_codes_out_of_scope.provinces)
        and r.code in (select ranking.codes_out_of_scope(check_codes_out_of_scope.import_key));
end
$$;

-- Finds other names for holders with offices that the actor may not see; such a holder keeps its name. The notice
-- appears only for holders of offices in the actor's scope: for any other holder it would reveal an office elsewhere.
create function ranking.check_holder_names(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    holders bigint[] := array(
        select h.id from staging.office_row r join registry.licence_holder h on h.national_id = r.holder_national_id
        where r.import_key = check_holder_names.import_key and r.made_in = pg_current_xact_id()
            and h.name <> r.holder_name);
begin
    insert into staging.finding
    select check_holder_names.import_key, r.line, false, 'holder_name', 'holder_name_kept', r.holder_name, null
    from staging.office_row r
    join registry.licence_holder h on h.national_id = r.holder_national_id and h.name <> r.holder_name
    where r.import_key = check_holder_names.import_key and r.made_in = pg_current_xact_id()
        and h.id in (select ranking.holders_out_of_scope(holders))
        and exists (select from registry.office o where o.holder_id = h.id);
end
$$;

create function ranking.check_predecessors(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    insert into staging.finding
    select check_predecessors.import_key, r.line, true, 'predecessor_code',
        case when r.predecessor_code = r.code then 'predecessor_is_self' else 'predecessor_unknown' end,
        r.predecessor_code, null
    from staging.office_row r
    where r.import_key = check_predecessors.import_key and r.made_in = pg_current_xact_id()
        and r.predecessor_code is not null
        and (r.predecessor_code = r.code
             or not exists (select from registry.office o where o.code = r.predecessor_code)
            and not exists (select from staging.office_row other
                            where other.import_key = r.import_key and other.code = r.predecessor_code));
$$;

create function ranking.check_offices(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set enable_sort = off set jit = off set work_mem = '64MB' as $$
declare
    provinces integer[] := registry.actor_provinces();
begin
    perform ranking.resolve_places(check_offices.import_key);
    perform ranking.settle_offices(check_offices.import_key, check_offices.effective_on);
    perform ranking.check_licences_and_names(check_offices.import_key);
    if exists (select from staging.place_row place
               where place.import_key = check_offices.import_key
                   and (place.locality_id is null or place.province_id <> all (provinces))) then
        perform ranking.check_office_places(check_offices.import_key, provinces);
        perform ranking.find_new_villages(check_offices.import_key);
    end if;
    perform ranking.check_known_offices(check_offices.import_key);
    if exists (select from registry.province p where p.id <> all (provinces)) then
        perform ranking.check_codes_out_of_scope(check_offices.import_key, provinces);
        perform ranking.check_holder_names(check_offices.import_key);
    end if;
    if exists (select from staging.office_row r
               where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id()
                   and r.predecessor_code is not null) then
        perform ranking.check_predecessors(check_offices.import_key);
    end if;
end
$$;

-- Offices that these files do not name, although the files are the complete list of their provinces. A province counts
-- only if it has a sound row, because a faulty row may name a wrong province. A faulty row still names its office; but
-- if a code cannot be read, as in a file that broke off, it is not known which offices are missing. Offices without a
-- licence on the day of the list, and closed or revoked ones, are rightly missing.
create function ranking.missing_offices(import_keys uuid[], effective_on date)
returns table (list integer, code text, state text)
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    perform ranking.require_permission('import');
    if exists (select from staging.office_row r
               where r.import_key = any (missing_offices.import_keys) and r.made_in = pg_current_xact_id()
                   and r.code is null) then
        return;
    end if;
    return query
    with spoken as materialized (
        select place.province_id, min(file.number)::integer as list
        from unnest(missing_offices.import_keys) with ordinality file (key, number)
        cross join lateral (select distinct r.province from ranking.accepted_office(file.key) r) said
        join staging.place_row place on place.import_key = file.key and place.province = said.province
        where place.province_id = any (registry.actor_provinces())
        group by place.province_id
    ), unnamed as materialized (
        select o.id, spoken.list
        from registry.office o join spoken using (province_id)
        where not exists (select from staging.office_row r
                          where r.import_key = any (missing_offices.import_keys) and r.made_in = pg_current_xact_id()
                              and r.code = o.code)
    )
    select unnamed.list, o.code, registry.licence_state(o.state, s.state)
    from ranking.offices_on(missing_offices.effective_on, array(select unnamed.id from unnamed)) o
    join unnamed on unnamed.id = o.id
    left join registry.sanctioned_offices(missing_offices.effective_on) s on s.office_id = o.id
    where registry.licence_state(o.state, s.state) not in ('closed', 'revoked') and o.licensed_on <= missing_offices.effective_on
    order by unnamed.list, o.code collate "C";
end
$$;
grant execute on function ranking.missing_offices(uuid[], date) to pishkhan_app;
