-- Import of offices: places resolved once, findings for every row, then new, changed and earlier versions stored.
--
-- Rows that have just landed have no statistics, and the planner takes them for a handful: with nested loops 200,000
-- rows took hours. So these functions join by hash; statistics cannot be taken here, since ANALYZE would keep a lock
-- against other imports until the end of the transaction.

-- Whoever has a revision holds it until its transaction ends: a close waits for all of them, so that nothing older than
-- its census can still come in, from an import into another period neither.
create function ranking.next_revision() returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_actor();
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;
grant execute on function ranking.next_revision() to pishkhan_app, pishkhan_owner;

-- The period of an import, locked so that a close waits for it; refused unless it is open.
create function ranking.begin_period_import(half_year text)
returns table (period_id integer, scheme_id integer, scheme_hash text)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_actor();
    select * into period from registry.evaluation_period p where p.half_year = begin_period_import.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = begin_period_import.half_year;
    end if;
    if period.state <> 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    return query select period.id, period.scheme_id, s.hash from registry.scheme s where s.id = period.scheme_id;
end
$$;
grant execute on function ranking.begin_period_import(text) to pishkhan_app;

-- One text for a way in which a place is named, also where a part is missing: joined by a hash, as a comparison of rows
-- with gaps is not.
create function ranking.place_key(kind text, province text, county text, locality text) returns text
language sql immutable
begin atomic
    select coalesce(kind, '') || e'\x1f' || coalesce(province, '') || e'\x1f' || coalesce(county, '') || e'\x1f'
        || coalesce(locality, '');
end;

create function ranking.resolve_places(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    delete from staging.place_row where place_row.import_key = resolve_places.import_key;
    with named as (
        select distinct r.kind, r.province, r.county, r.locality
        from staging.office_row r
        where r.import_key = resolve_places.import_key and r.made_in = pg_current_xact_id()
    ), keyed as materialized (
        -- A key that is folded again for every comparison is most of the work.
        select named.*, registry.name_key(named.province) as province_key, registry.name_key(named.county) as county_key,
            registry.name_key(named.locality) as locality_key
        from named
    )
    insert into staging.place_row
    select resolve_places.import_key, k.kind, k.province, k.county, k.locality, p.id, c.id, coalesce(l.id, n.locality_id)
    from keyed k
    left join registry.province p on p.name_key = k.province_key or (length(k.province_key) <= 2 and p.code = lpad(k.province_key, 2, '0'))
    left join registry.county c on c.province_id = p.id and (c.name_key = k.county_key or (length(k.county_key) <= 4 and c.code = lpad(k.county_key, 4, '0')))
    left join registry.locality l on l.county_id = c.id and l.name_key = k.locality_key
        and l.kind = case k.kind when 'urban' then 'city' else 'village' end
    left join lateral (
        select min(city_name.locality_id) as locality_id from registry.city_name
        where city_name.county_id = c.id and city_name.name_key = k.locality_key and k.kind = 'urban'
    ) n on l.id is null;
$$;

create function ranking.check_offices(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    provinces integer[] := registry.actor_provinces();
begin
    perform ranking.resolve_places(check_offices.import_key);

    insert into staging.finding
    select check_offices.import_key, r.line, fault.is_error, fault.column_name, fault.code, fault.value, fault.detail
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
        where place.province_id is not null and place.province_id <> all (provinces)
        union all
        select true, 'county', 'place_unknown', r.county, r.province
        where r.county is not null and place.province_id is not null and place.county_id is null
        union all
        select true, 'locality', 'place_unknown', r.locality, r.county
        where r.locality is not null and r.kind = 'urban' and place.county_id is not null and place.locality_id is null
    ) fault
    where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id()
        and (place.locality_id is null or place.province_id <> all (provinces));

    -- The first line that names a new village reports it.
    insert into staging.finding
    select check_offices.import_key, min(r.line), false, 'locality', 'place_new', min(r.locality), min(r.county)
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id() and r.kind = 'rural'
        and place.county_id is not null and place.locality_id is null
    group by place.county_id, registry.name_key(r.locality);

    insert into staging.finding
    select check_offices.import_key, repeated.line, true, 'code', 'row_repeated', repeated.code,
        repeated.first_line::text
    from (
        select r.line, r.code, first_value(r.line) over (partition by r.code order by r.line) as first_line
        from staging.office_row r
        where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id() and r.code is not null
    ) repeated
    where repeated.line > repeated.first_line;

    insert into staging.finding
    select check_offices.import_key, r.line, fault.is_error, fault.column_name, fault.code, fault.value, fault.detail
    from staging.office_row r
    join registry.office o on o.code = r.code
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    cross join lateral (
        select true as is_error, 'province' as column_name, 'office_of_other_province' as code,
            r.province as value, null::text as detail
        where place.province_id <> o.province_id
        union all
        select false, 'locality', 'locality_changed', r.locality, null
        where place.province_id = o.province_id and place.locality_id <> o.locality_id
    ) fault
    where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id()
        and (place.province_id <> o.province_id or place.locality_id <> o.locality_id);

    insert into staging.finding
    select check_offices.import_key, r.line, true, 'code', 'office_of_other_province', r.code, null
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id()
        and place.province_id = any (provinces)
        and r.code in (select ranking.codes_out_of_scope(check_offices.import_key));

    insert into staging.finding
    select check_offices.import_key, r.line, true, 'predecessor_code',
        case when r.predecessor_code = r.code then 'predecessor_is_self' else 'predecessor_unknown' end,
        r.predecessor_code, null
    from staging.office_row r
    where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id()
        and r.predecessor_code is not null
        and (r.predecessor_code = r.code
             or not exists (select from registry.office o where o.code = r.predecessor_code)
            and not exists (select from staging.office_row other
                            where other.import_key = r.import_key and other.code = r.predecessor_code));
end
$$;
grant execute on function ranking.check_offices(uuid) to pishkhan_app;

-- Rows that may be stored, in the transaction that brought them: without a fault of their own and without an error
-- found by the database. A view, since a function would hide the number of rows from the planner.
create view ranking.accepted_office as
select r.* from staging.office_row r
where r.made_in = pg_current_xact_id() and not r.is_faulty
    and not exists (select from staging.finding f
                    where f.import_key = r.import_key and f.line = r.line and f.is_error);

create function ranking.store_villages(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    insert into registry.locality (county_id, province_id, kind, name_fa)
    select distinct on (place.county_id, registry.name_key(place.locality))
        place.county_id, place.province_id, 'village', place.locality
    from staging.place_row place
    where place.import_key = store_villages.import_key and place.kind = 'rural' and place.county_id is not null
        and place.locality_id is null
        and exists (select from ranking.accepted_office r
                    where r.import_key = place.import_key and r.kind = place.kind and r.province = place.province
                        and r.county = place.county and r.locality = place.locality)
    order by place.county_id, registry.name_key(place.locality), place.locality
    on conflict do nothing;
    -- Found or not: another import may have stored the village since the places were resolved.
    if exists (select from staging.place_row place
               where place.import_key = store_villages.import_key and place.kind = 'rural'
                   and place.county_id is not null and place.locality_id is null) then
        perform ranking.resolve_places(store_villages.import_key);
    end if;
end
$$;

create function ranking.store_holders(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    insert into registry.licence_holder (kind, national_id, name)
    select distinct on (r.holder_national_id)
        case length(r.holder_national_id) when 11 then 'legal' else 'natural' end, r.holder_national_id, r.holder_name
    from ranking.accepted_office r
    where r.import_key = store_holders.import_key
    order by r.holder_national_id, r.line desc
    on conflict (national_id) do update set name = excluded.name
        where licence_holder.name <> excluded.name;
$$;

-- An accepted row with its ids; `known_id` is null for a new office. `said_effective_on` is null where the row does not
-- say from when it holds.
create view ranking.resolved_office as
select r.import_key, o.id as known_id, r.code, place.province_id, place.county_id, place.locality_id, r.kind,
    h.id as holder_id, r.licence_number, r.licensed_on, r.expires_on, r.state, r.manager_name, r.deputy_name, r.address,
    r.postal_code, r.tenure, r.floor_area, r.equipment, r.has_signboard, r.is_accessible, r.posts_tariff, r.staff_count,
    r.insured_staff_count, r.disabled_staff_count, r.effective_on as said_effective_on,
    o.effective_on as known_effective_on
from ranking.accepted_office r
join staging.place_row place on place.import_key = r.import_key and place.kind = r.kind
    and place.province = r.province and place.county = r.county and place.locality = r.locality
join registry.licence_holder h on h.national_id = r.holder_national_id
left join registry.office o on o.code = r.code;

-- What an office is apart from its identity, its day and its revision.
create function ranking.same_office(a registry.office, b registry.office) returns boolean
language sql immutable
begin atomic
    select (a.kind, a.county_id, a.locality_id, a.holder_id, a.licence_number, a.licensed_on, a.expires_on, a.state,
            a.manager_name, a.deputy_name, a.address, a.postal_code, a.tenure, a.floor_area, a.equipment,
            a.has_signboard, a.is_accessible, a.posts_tariff, a.staff_count, a.insured_staff_count,
            a.disabled_staff_count)
        is not distinct from
           (b.kind, b.county_id, b.locality_id, b.holder_id, b.licence_number, b.licensed_on, b.expires_on, b.state,
            b.manager_name, b.deputy_name, b.address, b.postal_code, b.tenure, b.floor_area, b.equipment,
            b.has_signboard, b.is_accessible, b.posts_tariff, b.staff_count, b.insured_staff_count,
            b.disabled_staff_count);
end;

-- A new office's first version holds from its licence on: nothing earlier is known.
create function ranking.insert_new_offices(import_key uuid, revision bigint, effective_on date) returns integer
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    stored integer;
begin
    insert into registry.office (code, province_id, county_id, locality_id, kind, holder_id, licence_number,
        licensed_on, expires_on, state, manager_name, deputy_name, address, postal_code, tenure, floor_area, equipment,
        has_signboard, is_accessible, posts_tariff, staff_count, insured_staff_count, disabled_staff_count,
        effective_on, revision)
    select n.code, n.province_id, n.county_id, n.locality_id, n.kind, n.holder_id, n.licence_number,
        n.licensed_on, n.expires_on, n.state, n.manager_name, n.deputy_name, n.address, n.postal_code, n.tenure,
        n.floor_area, n.equipment, n.has_signboard, n.is_accessible, n.posts_tariff, n.staff_count,
        n.insured_staff_count, n.disabled_staff_count,
        least(n.licensed_on, coalesce(n.said_effective_on, insert_new_offices.effective_on)),
        insert_new_offices.revision
    from ranking.resolved_office n
    where n.import_key = insert_new_offices.import_key and n.known_id is null
    order by n.code collate "C";
    get diagnostics stored = row_count;
    return stored;
end
$$;

create function ranking.update_changed_offices(import_key uuid, revision bigint, effective_on date) returns integer
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    stored integer;
begin
    update registry.office o
    set (county_id, locality_id, kind, holder_id, licence_number, licensed_on, expires_on, state, manager_name,
         deputy_name, address, postal_code, tenure, floor_area, equipment, has_signboard, is_accessible, posts_tariff,
         staff_count, insured_staff_count, disabled_staff_count, effective_on, revision)
      = (n.county_id, n.locality_id, n.kind, n.holder_id, n.licence_number, n.licensed_on, n.expires_on, n.state,
         n.manager_name, n.deputy_name, n.address, n.postal_code, n.tenure, n.floor_area, n.equipment, n.has_signboard,
         n.is_accessible, n.posts_tariff, n.staff_count, n.insured_staff_count, n.disabled_staff_count,
         coalesce(n.said_effective_on, update_changed_offices.effective_on), update_changed_offices.revision)
    from ranking.resolved_office n
    where n.import_key = update_changed_offices.import_key and o.id = n.known_id
        and coalesce(n.said_effective_on, update_changed_offices.effective_on) >= n.known_effective_on
        and (o.kind, o.county_id, o.locality_id, o.holder_id, o.licence_number, o.licensed_on, o.expires_on, o.state,
             o.manager_name, o.deputy_name, o.address, o.postal_code, o.tenure, o.floor_area, o.equipment,
             o.has_signboard, o.is_accessible, o.posts_tariff, o.staff_count, o.insured_staff_count,
             o.disabled_staff_count)
            is distinct from
            (n.kind, n.county_id, n.locality_id, n.holder_id, n.licence_number, n.licensed_on, n.expires_on, n.state,
             n.manager_name, n.deputy_name, n.address, n.postal_code, n.tenure, n.floor_area, n.equipment,
             n.has_signboard, n.is_accessible, n.posts_tariff, n.staff_count, n.insured_staff_count,
             n.disabled_staff_count);
    get diagnostics stored = row_count;
    return stored;
end
$$;

-- Late news: what is said to have held from a day before the version known now began.
create function ranking.insert_earlier_versions(import_key uuid, revision bigint, effective_on date) returns integer
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    stored integer;
begin
    insert into registry.office_history
    select version.*
    from (
        select row(n.known_id, n.code, n.province_id, n.county_id, n.locality_id, n.kind, n.holder_id,
            n.licence_number, n.licensed_on, n.expires_on, n.state, n.manager_name, n.deputy_name, n.address,
            n.postal_code, n.tenure, n.floor_area, n.equipment, n.has_signboard, n.is_accessible, n.posts_tariff,
            n.staff_count, n.insured_staff_count, n.disabled_staff_count,
            coalesce(n.said_effective_on, insert_earlier_versions.effective_on),
            insert_earlier_versions.revision)::registry.office as said
        from ranking.resolved_office n
        where n.import_key = insert_earlier_versions.import_key
            and coalesce(n.said_effective_on, insert_earlier_versions.effective_on) < n.known_effective_on
    ) late
    left join lateral (
        select h from registry.office_history h
        where h.id = (late.said).id and h.effective_on <= (late.said).effective_on
        order by h.effective_on desc, h.revision desc limit 1
    ) known on true
    cross join lateral (select (late.said).*) version
    where known.h is null or not ranking.same_office(
        jsonb_populate_record(null::registry.office, to_jsonb(known.h)), late.said);
    get diagnostics stored = row_count;
    return stored;
end
$$;

create function ranking.store_predecessors(import_key uuid, revision bigint) returns integer
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    stored integer;
begin
    insert into registry.office_predecessor
    select o.id, p.id, coalesce(r.predecessor_kind, 'code_change'), o.licensed_on, store_predecessors.revision
    from ranking.accepted_office r
    join registry.office o on o.code = r.code
    join registry.office p on p.code = r.predecessor_code
    where r.import_key = store_predecessors.import_key
    on conflict do nothing;
    get diagnostics stored = row_count;
    return stored;
end
$$;

create function ranking.store_offices(
    import_key uuid, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean
) returns registry.import
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    revision bigint;
    accepted integer;
    inserted integer;
    changed integer;
    result registry.import;
begin
    -- One writer of offices at a time keeps new codes, holders and villages from colliding half-way.
    perform pg_advisory_xact_lock(hashtext('registry.office'));
    revision := ranking.next_revision();
    perform ranking.store_villages(store_offices.import_key);
    perform ranking.store_holders(store_offices.import_key);
    select count(*) into accepted from ranking.accepted_office r where r.import_key = store_offices.import_key;
    changed := ranking.update_changed_offices(store_offices.import_key, revision, store_offices.effective_on)
        + ranking.insert_earlier_versions(store_offices.import_key, revision, store_offices.effective_on);
    inserted := ranking.insert_new_offices(store_offices.import_key, revision, store_offices.effective_on);
    perform ranking.store_predecessors(store_offices.import_key, revision);
    result := ranking.record_import(revision, 'offices', null, store_offices.file_name, store_offices.digest,
        store_offices.accepts_valid, store_offices.rows_read, accepted, inserted, changed);
    return result;
end
$$;
grant execute on function ranking.store_offices(uuid, date, text, text, integer, boolean) to pishkhan_app;

-- The import's row, and by it the act. An import that changes nothing, and refuses nothing new, leaves neither.
create function ranking.record_import(
    revision bigint, kind text, period_id integer, file_name text, digest text, accepts_valid boolean,
    rows_read integer, accepted integer, inserted integer, changed integer
) returns registry.import
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    result registry.import;
    refused integer := record_import.rows_read - record_import.accepted;
begin
    result := row(record_import.revision, record_import.kind, record_import.period_id, ranking.require_actor(),
        record_import.file_name, record_import.digest, record_import.accepts_valid, record_import.rows_read,
        record_import.inserted, record_import.changed,
        record_import.accepted - record_import.inserted - record_import.changed, refused, clock_timestamp());
    if record_import.inserted + record_import.changed > 0
        or refused > 0 and not exists (
            select from registry.import i
            where i.kind = record_import.kind and i.digest = record_import.digest
                and i.period_id is not distinct from record_import.period_id and i.refused = record_import.rows_read - record_import.accepted) then
        insert into registry.import values (result.*);
    end if;
    return result;
end
$$;

create function ranking.findings(import_key uuid)
returns table (line integer, is_error boolean, column_name text, code text, value text, detail text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select f.line, f.is_error, f.column_name, f.code, f.value, f.detail
    from staging.finding f where f.import_key = findings.import_key
    order by f.line, f.column_name collate "C", f.code collate "C"
$$;
grant execute on function ranking.findings(uuid) to pishkhan_app;

create function ranking.keep_refused_rows(import_id bigint, lines integer[], texts text[], reasons text[])
returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not exists (select from registry.import i
                   where i.id = keep_refused_rows.import_id and i.actor_id = ranking.require_actor()) then
        raise exception using errcode = 'RK603', message = 'unknown_import';
    end if;
    insert into registry.refused_row
    select keep_refused_rows.import_id, refused.line, refused.row_text, refused.reason
    from unnest(keep_refused_rows.lines, keep_refused_rows.texts, keep_refused_rows.reasons)
        as refused (line, row_text, reason);
end
$$;
grant execute on function ranking.keep_refused_rows(bigint, integer[], text[], text[]) to pishkhan_app;

create function ranking.clear_staging(import_keys uuid[]) returns void
language sql security definer set search_path = registry, pg_temp as $$
    delete from staging.office_row where import_key = any (import_keys);
    delete from staging.declaration_row where import_key = any (import_keys);
    delete from staging.association_score_row where import_key = any (import_keys);
    delete from staging.satisfaction_score_row where import_key = any (import_keys);
    delete from staging.violation_row where import_key = any (import_keys);
    delete from staging.agency_row where import_key = any (import_keys);
    delete from staging.service_row where import_key = any (import_keys);
    delete from staging.mou_target_row where import_key = any (import_keys);
    delete from staging.delegation_row where import_key = any (import_keys);
    delete from staging.delegation_place where import_key = any (import_keys);
    delete from staging.contract_row where import_key = any (import_keys);
    delete from staging.finding where import_key = any (import_keys);
    delete from staging.place_row where import_key = any (import_keys);
$$;
grant execute on function ranking.clear_staging(uuid[]) to pishkhan_app;

