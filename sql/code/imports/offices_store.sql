-- Owner: pishkhan_commands
-- Import of offices, part two: stores new, changed and earlier versions, joined by hash (offices.sql). New offices come
-- first: if a file has only those, the versions of known ones need not be compared.

-- Rows that may be stored, in the transaction that brought them: without a fault of their own and without an error of
-- the database. The planner inlines this function into the calling statement. For two equalities on a table without
-- statistics it would expect a handful of rows, and build hashes on the widest rows instead. `coalesce` hides the
-- equalities from it.
create function ranking.accepted_office(import_key uuid) returns setof staging.office_row
language sql stable
begin atomic
    select r.* from staging.office_row r
    where coalesce(r.import_key = accepted_office.import_key and r.made_in = pg_current_xact_id(), false)
        and not r.is_faulty
        and not exists (select from staging.finding f
                        where f.import_key = accepted_office.import_key and f.line = r.line and f.is_error);
end;

-- Adds unknown villages that a storable row names, and looks their places up again, because another import may have
-- added them too.
create function ranking.store_villages(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    insert into registry.locality (county_id, province_id, kind, name_fa)
    select distinct on (place.county_id, registry.name_key(place.locality))
        place.county_id, place.province_id, 'village', place.locality
    from staging.place_row place
    where place.import_key = store_villages.import_key and place.kind = 'rural' and place.county_id is not null
        and place.locality_id is null
        and exists (select from ranking.accepted_office(store_villages.import_key) r
                    where r.kind = place.kind and r.province = place.province and r.county = place.county
                        and r.locality = place.locality)
    order by place.county_id, registry.name_key(place.locality), place.locality
    on conflict do nothing;

    with unresolved as (
        delete from staging.place_row place
        where place.import_key = store_villages.import_key and place.kind = 'rural' and place.county_id is not null
            and place.locality_id is null
        returning place.*
    )
    insert into staging.place_row
    select u.import_key, u.kind, u.province, u.county, u.locality, u.province_id, u.county_id, l.id
    from unresolved u
    left join registry.locality l on l.county_id = u.county_id and l.kind = 'village'
        and l.name_key = registry.name_key(u.locality);
$$;

-- Of several names of one holder the last one counts. No other transaction writes holders meanwhile (`store_offices`),
-- so new ones are inserted without `on conflict`; known ones are compared only if some rows are not new. Returns
-- whether a known holder got another name.
create function ranking.store_holders(import_key uuid, revision bigint, accepted integer) returns boolean
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    added integer;
begin
    insert into registry.licence_holder (kind, national_id, name)
    select distinct on (r.holder_national_id collate "C")
        case length(r.holder_national_id) when 11 then 'legal' else 'natural' end, r.holder_national_id, r.holder_name
    from ranking.accepted_office(store_holders.import_key) r
    where not exists (select from registry.licence_holder h where h.national_id = r.holder_national_id)
    order by r.holder_national_id collate "C", r.line desc;
    get diagnostics added = row_count;
    return added < store_holders.accepted
        and ranking.rename_holders(store_holders.import_key, store_holders.revision);
end
$$;

-- Known holders with another name in the file, except those with an office that the actor may not see.
create function ranking.rename_holders(import_key uuid, revision bigint) returns boolean
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    holders bigint[];
    names text[];
begin
    select array_agg(h.id), array_agg(said.holder_name) into holders, names
    from (
        select distinct on (r.holder_national_id collate "C") r.holder_national_id, r.holder_name
        from ranking.accepted_office(rename_holders.import_key) r
        order by r.holder_national_id collate "C", r.line desc
    ) said
    join registry.licence_holder h on h.national_id = said.holder_national_id and h.name <> said.holder_name;
    if holders is null then
        return false;
    end if;
    insert into registry.holder_rename
    select h.id, rename_holders.revision, h.name
    from registry.licence_holder h
    where h.id = any (holders) and h.id not in (select ranking.holders_out_of_scope(holders));
    update registry.licence_holder h set name = said.name
    from unnest(holders, names) said (id, name), registry.holder_rename n
    where h.id = said.id and n.holder_id = h.id and n.revision = rename_holders.revision;
    return found;
end
$$;

-- An accepted row with its ids. `said_effective_on` is null if the row has no day of its own.
create function ranking.resolved_office(import_key uuid)
returns table (
    code text, province_id integer, county_id integer, locality_id integer, kind text, holder_id bigint,
    licence_number text, licensed_on date, expires_on date, state text, manager_name text, deputy_name text,
    address text, postal_code text, tenure text, floor_area integer, equipment text, has_signboard boolean,
    is_accessible boolean, posts_tariff boolean, staff_count integer, insured_staff_count integer,
    disabled_staff_count integer, said_effective_on date
)
language sql stable
begin atomic
    select r.code, place.province_id, place.county_id, place.locality_id, r.kind, h.id, r.licence_number,
        r.licensed_on, r.expires_on, r.state, r.manager_name, r.deputy_name, r.address, r.postal_code, r.tenure,
        r.floor_area, r.equipment, r.has_signboard, r.is_accessible, r.posts_tariff, r.staff_count,
        r.insured_staff_count, r.disabled_staff_count, r.effective_on
    from ranking.accepted_office(resolved_office.import_key) r
    join staging.place_row place on place.import_key = resolved_office.import_key and place.kind = r.kind
        and place.province = r.province and place.county = r.county and place.locality = r.locality
    join registry.licence_holder h on h.national_id = r.holder_national_id;
end;

-- The fields of an office without its identity, its day and its revision.
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

-- A new office's first version holds from its licence on, because nothing earlier is known.
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
    from ranking.resolved_office(insert_new_offices.import_key) n
    where not exists (select from registry.office o where o.code = n.code);
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
    from ranking.resolved_office(update_changed_offices.import_key) n
    where o.code = n.code
        and coalesce(n.said_effective_on, update_changed_offices.effective_on) >= o.effective_on
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

-- Stores late news: facts of a day before the present version began.
create function ranking.insert_earlier_versions(import_key uuid, revision bigint, effective_on date) returns integer
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    stored integer;
begin
    insert into registry.office_history
    select version.*
    from (
        select row(o.id, n.code, n.province_id, n.county_id, n.locality_id, n.kind, n.holder_id,
            n.licence_number, n.licensed_on, n.expires_on, n.state, n.manager_name, n.deputy_name, n.address,
            n.postal_code, n.tenure, n.floor_area, n.equipment, n.has_signboard, n.is_accessible, n.posts_tariff,
            n.staff_count, n.insured_staff_count, n.disabled_staff_count,
            coalesce(n.said_effective_on, insert_earlier_versions.effective_on),
            insert_earlier_versions.revision)::registry.office as said
        from ranking.resolved_office(insert_earlier_versions.import_key) n
        join registry.office o on o.code = n.code
        where coalesce(n.said_effective_on, insert_earlier_versions.effective_on) < o.effective_on
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
    select said.office_id, said.predecessor_id, said.kind, said.effective_on, store_predecessors.revision
    from (
        select o.id as office_id, p.id as predecessor_id, coalesce(r.predecessor_kind, 'code_change') as kind,
            o.licensed_on as effective_on
        from ranking.accepted_office(store_predecessors.import_key) r
        join registry.office o on o.code = r.code
        join registry.office p on p.code = r.predecessor_code
    ) said
    left join lateral (
        select k.kind, k.effective_on from registry.office_predecessor k
        where k.office_id = said.office_id and k.predecessor_id = said.predecessor_id
        order by k.revision desc limit 1
    ) known on true
    where (known.kind, known.effective_on) is distinct from (said.kind, said.effective_on);
    get diagnostics stored = row_count;
    return stored;
end
$$;

-- Accepted rows whose office itself does not change under this revision, while its holder's name or its predecessor
-- does.
create function ranking.changed_beside_offices(import_key uuid, revision bigint) returns integer
language sql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select count(*)::integer
    from ranking.accepted_office(changed_beside_offices.import_key) r
    join registry.office o on o.code = r.code
    join registry.licence_holder h on h.national_id = r.holder_national_id
    where o.revision <> changed_beside_offices.revision
        and o.id not in (select v.id from registry.office_history v
                         where v.revision = changed_beside_offices.revision)
        and (h.id in (select n.holder_id from registry.holder_rename n
                      where n.revision = changed_beside_offices.revision)
             or o.id in (select p.office_id from registry.office_predecessor p
                         where p.revision = changed_beside_offices.revision));
$$;

-- Stores what a file changes of known offices: their present versions, and late news.
create function ranking.store_changes(import_key uuid, revision bigint, effective_on date) returns integer
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    return ranking.update_changed_offices(store_changes.import_key, store_changes.revision, store_changes.effective_on)
        + ranking.insert_earlier_versions(store_changes.import_key, store_changes.revision, store_changes.effective_on);
end
$$;

-- Only one transaction at a time writes offices (`write_lock`), so that new codes, holders and villages do not collide.
create function ranking.store_offices(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    following integer;
    last_day date;
    has_renamed boolean;
begin
    if exists (select from staging.place_row place
               where place.import_key = store_offices.import_key and place.kind = 'rural'
                   and place.county_id is not null and place.locality_id is null) then
        perform ranking.store_villages(store_offices.import_key);
    end if;
    select count(*), count(r.predecessor_code), max(coalesce(r.effective_on, store_offices.effective_on))
    into accepted, following, last_day
    from ranking.accepted_office(store_offices.import_key) r;
    perform ranking.require_past_day(last_day);
    has_renamed := ranking.store_holders(store_offices.import_key, store_offices.revision, accepted);
    inserted := ranking.insert_new_offices(store_offices.import_key, store_offices.revision, store_offices.effective_on);
    changed := 0;
    if inserted < accepted then
        changed := ranking.store_changes(store_offices.import_key, store_offices.revision, store_offices.effective_on);
    end if;
    perform ranking.store_words_of_file(store_offices.import_key, store_offices.revision);
    if following > 0 and ranking.store_predecessors(store_offices.import_key, store_offices.revision) > 0
        or has_renamed then
        changed := changed + ranking.changed_beside_offices(store_offices.import_key, store_offices.revision);
    end if;
    return next;
end
$$;
