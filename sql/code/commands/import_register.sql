-- Import of agencies, services, targets and delegations: national facts. A version is stored when it differs from the
-- one that held on its day; nothing is overwritten. Contracts have a file of their own.

create function ranking.agency_on(agency_id integer, day date) returns registry.agency_version
language sql stable security definer
begin atomic
    select v from registry.agency_version v
    where v.agency_id = agency_on.agency_id and v.effective_on <= agency_on.day
    order by v.effective_on desc, v.revision desc limit 1;
end;

create function ranking.service_on(service_id integer, day date) returns registry.service_version
language sql stable security definer
begin atomic
    select v from registry.service_version v
    where v.service_id = service_on.service_id and v.effective_on <= service_on.day
    order by v.effective_on desc, v.revision desc limit 1;
end;

grant execute on function ranking.agency_on(integer, date), ranking.service_on(integer, date) to pishkhan_views;

-- The second and later rows of a file with the same key.
create function ranking.check_repeated_rows(import_key uuid, landing regclass, columns text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    execute format($sql$
        insert into staging.finding
        select $1, repeated.line, true, %2$L, 'row_repeated', repeated.value, repeated.first_line::text
        from (
            select r.line, r.%2$I as value, first_value(r.line) over (partition by %3$s order by r.line) as first_line
            from %1$s r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%2$I is not null
        ) repeated
        where repeated.line > repeated.first_line
        $sql$, check_repeated_rows.landing, check_repeated_rows.columns[1],
        (select string_agg('r.' || quote_ident(name), ', ') from unnest(check_repeated_rows.columns) name))
        using check_repeated_rows.import_key;
end
$$;

-- A code that neither the register nor a row of the same act has; a faulty row there has its own finding.
create function ranking.check_known_codes(
    import_key uuid, landing regclass, column_name text, known regclass, arriving regclass, fault text
) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    execute format($sql$
        insert into staging.finding
        select $1, r.line, true, %2$L, %5$L, r.%2$I, null
        from %1$s r
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%2$I is not null
            and not exists (select from %3$s k where k.code = r.%2$I)
            and not exists (select from %4$s s
                            where s.made_in = pg_current_xact_id() and s.code = r.%2$I)
        $sql$, check_known_codes.landing, check_known_codes.column_name, check_known_codes.known,
        check_known_codes.arriving, check_known_codes.fault) using check_known_codes.import_key;
end
$$;

-- A service whose parents lead back to itself, over rows of the file and services that are known.
create function ranking.check_service_parents(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    with recursive arriving as materialized (
        select r.line, r.code, r.parent_code from staging.service_row r
        where r.import_key = check_service_parents.import_key and r.made_in = pg_current_xact_id()
    ), ancestry as (
        select a.line, a.code, a.parent_code as reached from arriving a where a.parent_code is not null
        union
        select a.line, a.code, next.parent_code
        from ancestry a
        cross join lateral (
            select row.parent_code from arriving row where row.code = a.reached
            union all
            select p.code from registry.service s
            cross join lateral ranking.service_on(s.id, 'infinity') v
            join registry.service p on p.id = v.parent_id
            where s.code = a.reached and not exists (select from arriving row where row.code = a.reached)
        ) next
        where a.reached <> a.code and next.parent_code is not null
    )
    insert into staging.finding
    select distinct check_service_parents.import_key, a.line, true, 'parent_code', 'parent_is_self', a.code, null
    from ancestry a where a.reached = a.code
$$;

create function ranking.check_services(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.check_repeated_rows(check_services.import_key, 'staging.service_row', array['code']);
    perform ranking.check_known_codes(check_services.import_key, 'staging.service_row', 'agency_code',
        'registry.agency', 'staging.agency_row', 'agency_unknown');
    perform ranking.check_known_codes(check_services.import_key, 'staging.service_row', 'parent_code',
        'registry.service', 'staging.service_row', 'service_unknown');
    perform ranking.check_service_parents(check_services.import_key);
end
$$;

-- The places that delegations of a file name: `province` or `province/county/locality`, separated by `|`.
create function ranking.resolve_delegation_places(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.delegation_place
    select resolve_delegation_places.import_key, named.line, named.name, p.id, l.id
    from (
        select distinct r.line, r.area, trim(part) as name
        from staging.delegation_row r, unnest(string_to_array(r.places, '|')) part
        where r.import_key = resolve_delegation_places.import_key and r.made_in = pg_current_xact_id()
            and r.area in ('provinces', 'localities') and trim(part) <> ''
    ) named
    left join registry.province p
        on p.name_key = registry.name_key(split_part(named.name, '/', 1))
            or p.code = lpad(registry.name_key(split_part(named.name, '/', 1)), 2, '0')
    left join registry.county c on named.area = 'localities' and c.province_id = p.id
        and c.name_key = registry.name_key(split_part(named.name, '/', 2))
    left join registry.locality l on l.county_id = c.id
        and l.name_key = registry.name_key(split_part(named.name, '/', 3));
$$;

create function ranking.check_delegations(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.check_repeated_rows(check_delegations.import_key, 'staging.delegation_row',
        array['mou_number', 'service_code']);
    perform ranking.check_known_codes(check_delegations.import_key, 'staging.delegation_row', 'service_code',
        'registry.service', 'staging.service_row', 'service_unknown');
    perform ranking.resolve_delegation_places(check_delegations.import_key);
    insert into staging.finding
    select distinct check_delegations.import_key, r.line, true, 'places', 'place_unknown', d.name, null
    from staging.delegation_place d
    join staging.delegation_row r on r.import_key = d.import_key and r.line = d.line
    where d.import_key = check_delegations.import_key
        and (d.province_id is null or r.area = 'localities' and d.locality_id is null);
    insert into staging.finding
    select check_delegations.import_key, r.line, true, 'places', 'delegation_places_missing', null, null
    from staging.delegation_row r
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id()
        and r.area in ('provinces', 'localities')
        and not exists (select from staging.delegation_place d
                        where d.import_key = r.import_key and d.line = r.line);
    -- It is stored, and stays outside the indicator.
    insert into staging.finding
    select check_delegations.import_key, r.line, false, 'service_code', 'service_not_delegable', r.service_code, null
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    cross join lateral ranking.service_on(s.id, r.valid_from) v
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id()
        and (v.is_sovereign or not v.is_delegable);
end
$$;

create function ranking.check_register(import_key uuid, kind text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_deed('import');
    if check_register.kind <> 'contracts' then
        perform ranking.require_national('import');
    end if;
    case check_register.kind
        when 'agencies' then
            perform ranking.check_repeated_rows(check_register.import_key, 'staging.agency_row', array['code']);
        when 'services' then
            perform ranking.check_services(check_register.import_key);
        when 'mou_targets' then
            perform ranking.check_repeated_rows(check_register.import_key, 'staging.mou_target_row',
                array['agency_code', 'sub_indicator', 'year', 'first_year']);
            perform ranking.check_known_codes(check_register.import_key, 'staging.mou_target_row', 'agency_code',
                'registry.agency', 'staging.agency_row', 'agency_unknown');
        when 'delegations' then
            perform ranking.check_delegations(check_register.import_key);
        when 'contracts' then
            perform ranking.check_contracts(check_register.import_key);
    end case;
end
$$;
grant execute on function ranking.check_register(uuid, text) to pishkhan_app;

-- Whether a staged row may be stored: without a fault of its own and without an error found by the database.
create function ranking.is_sound(import_key uuid, line integer, is_faulty boolean) returns boolean
language sql stable security definer
begin atomic
    select not is_sound.is_faulty
        and not exists (select from staging.finding f
                        where f.import_key = is_sound.import_key and f.line = is_sound.line and f.is_error);
end;

create function ranking.store_agencies(import_key uuid, revision bigint, effective_on date)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp as $$
    with sound as (
        select r.code, r.title, coalesce(r.effective_on, store_agencies.effective_on) as effective_on
        from staging.agency_row r
        where r.import_key = store_agencies.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), made as (
        insert into registry.agency (code) select s.code from sound s order by s.code collate "C"
        on conflict do nothing returning id, code
    ), compared as (
        select coalesce(a.id, made.id) as id, s.title, s.effective_on, made.id is not null as is_new,
            known.title is not distinct from s.title as is_same
        from sound s
        left join registry.agency a on a.code = s.code
        left join made on made.code = s.code
        left join lateral ranking.agency_on(a.id, s.effective_on) known on true
    ), stored as (
        insert into registry.agency_version
        select c.id, c.effective_on, store_agencies.revision, c.title from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where is_new))::integer,
        (count(*) filter (where not is_new and not is_same))::integer
    from compared
$$;

create function ranking.store_services(import_key uuid, revision bigint, effective_on date)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp as $$
    with recursive sound as materialized (
        select r.*, a.id as agency_id
        from staging.service_row r
        join registry.agency a on a.code = r.agency_code
        where r.import_key = store_services.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), storable as (
        -- A part of a service that is refused is refused with it.
        select s.code from sound s
        where s.parent_code is null or exists (select from registry.service k where k.code = s.parent_code)
        union
        select s.code from sound s join storable p on p.code = s.parent_code
    ), made as (
        insert into registry.service (code) select s.code from storable s order by s.code collate "C"
        on conflict do nothing returning id, code
    ), identity as (
        select id, code, false as is_new from registry.service union all select id, code, true from made
    ), read as (
        select i.id, i.is_new, coalesce(r.effective_on, store_services.effective_on) as effective_on, r.title,
            r.agency_id, parent.id as parent_id,
            array_remove(array[case when r.for_citizens then 'g2c' end, case when r.for_businesses then 'g2b' end,
                case when r.for_government then 'g2g' end], null) as recipients,
            r.is_sovereign, r.is_delegable, r.delegable_reason,
            array[coalesce(r.information_channels, ''), coalesce(r.request_channels, ''),
                coalesce(r.production_channels, ''), coalesce(r.delivery_channels, '')] as stage_channels,
            array[coalesce(r.information_counter, false), coalesce(r.request_counter, false),
                coalesce(r.production_counter, false), coalesce(r.delivery_counter, false)] as stage_counter,
            r.level, r.mode, r.documents, r.request_url, r.guide_url, r.faq_url, r.sla_url, r.unit, r.phone
        from sound r
        join identity i on i.code = r.code
        left join identity parent on parent.code = r.parent_code
        where r.code in (select storable.code from storable)
    ), compared as (
        select read.*,
            (known.title, known.agency_id, known.parent_id, known.recipients, known.is_sovereign, known.is_delegable,
             known.delegable_reason, known.stage_channels, known.stage_counter, known.level, known.mode, known.documents,
             known.request_url, known.guide_url, known.faq_url, known.sla_url, known.unit, known.phone)
            is not distinct from
            (read.title, read.agency_id, read.parent_id, read.recipients, read.is_sovereign, read.is_delegable,
             read.delegable_reason, read.stage_channels, read.stage_counter, read.level, read.mode, read.documents,
             read.request_url, read.guide_url, read.faq_url, read.sla_url, read.unit, read.phone) as is_same
        from read left join lateral ranking.service_on(read.id, read.effective_on) known on true
    ), stored as (
        insert into registry.service_version
        select c.id, c.effective_on, store_services.revision, c.title, c.agency_id, c.parent_id, c.recipients,
            c.is_sovereign, c.is_delegable, c.delegable_reason, c.stage_channels, c.stage_counter, c.level, c.mode,
            c.documents, c.request_url, c.guide_url, c.faq_url, c.sla_url, c.unit, c.phone
        from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where is_new))::integer,
        (count(*) filter (where not is_new and not is_same))::integer
    from compared
$$;

create function ranking.store_mou_targets(import_key uuid, revision bigint)
returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp as $$
    with compared as (
        select a.id, r.sub_indicator, r.year, coalesce(r.first_year, 0) as first_year, r.target, r.mou_number,
            known.revision as known_revision,
            known.revision is not null
                and (known.target, known.mou_number) is not distinct from (r.target, r.mou_number) as is_same
        from staging.mou_target_row r
        join registry.agency a on a.code = r.agency_code
        left join lateral (
            select t.* from registry.mou_target t
            where t.agency_id = a.id and t.sub_indicator = r.sub_indicator and t.year = r.year
                and t.first_year = coalesce(r.first_year, 0)
            order by t.revision desc limit 1
        ) known on true
        where r.import_key = store_mou_targets.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), stored as (
        insert into registry.mou_target
        select c.id, c.sub_indicator, c.year, c.first_year, store_mou_targets.revision, c.target, c.mou_number
        from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from compared
$$;

-- The version of a delegation and its places as one comparable text.
create function ranking.delegation_text(delegation_id integer) returns text
language sql stable security definer
begin atomic
    select concat_ws('|', v.mou_on, v.valid_from, coalesce(v.withdrawn_on::text, '-'), coalesce(v.evidence, '-'), v.area,
        (select string_agg(coalesce('p' || p.province_id, 'l' || p.locality_id), ',' order by p.province_id, p.locality_id)
         from registry.delegation_place p
         where p.delegation_id = v.delegation_id and p.revision = v.revision))
    from registry.delegation_version v where v.delegation_id = delegation_text.delegation_id
    order by v.revision desc limit 1;
end;

create function ranking.store_delegations(import_key uuid, revision bigint)
returns table (accepted integer, inserted integer, changed integer)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    first_new integer;
    brought integer[];
    confirmed integer[];
begin
    select coalesce(max(d.id), 0) + 1 into first_new from registry.delegation d;
    insert into registry.delegation (service_id, mou_number)
    select s.id, r.mou_number from staging.delegation_row r join registry.service s on s.code = r.service_code
    where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    order by r.line
    on conflict do nothing;

    with read as (
        select d.id, r.line, r.mou_on, r.valid_from, r.withdrawn_on, r.evidence, r.area,
            (select string_agg(coalesce('p' || case r.area when 'provinces' then p.province_id end, 'l' || p.locality_id),
                ',' order by case r.area when 'provinces' then p.province_id end, p.locality_id)
             from staging.delegation_place p where p.import_key = r.import_key and p.line = r.line) as places
        from staging.delegation_row r
        join registry.service s on s.code = r.service_code
        join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), stored as (
        insert into registry.delegation_version
        select read.id, store_delegations.revision, read.mou_on, read.valid_from, read.withdrawn_on, read.evidence, read.area
        from read
        where ranking.delegation_text(read.id) is distinct from concat_ws('|', read.mou_on, read.valid_from,
            coalesce(read.withdrawn_on::text, '-'), coalesce(read.evidence, '-'), read.area, read.places)
        returning delegation_id
    )
    select array_agg(stored.delegation_id) into brought from stored;

    insert into registry.delegation_place
    select distinct d.id, store_delegations.revision, case r.area when 'provinces' then p.province_id end, p.locality_id
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number and d.id = any (brought)
    join staging.delegation_place p on p.import_key = r.import_key and p.line = r.line
    where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty);

    with stored as (
        insert into registry.delegation_confirmation
        select d.id, store_delegations.revision, r.confirmed_on
        from staging.delegation_row r
        join registry.service s on s.code = r.service_code
        join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
            and (select c.confirmed_on from registry.delegation_confirmation c where c.delegation_id = d.id
                 order by c.revision desc limit 1) is distinct from r.confirmed_on
        returning delegation_id
    )
    select array_agg(stored.delegation_id) into confirmed from stored;

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

create function ranking.store_register(
    import_key uuid, kind text, effective_on date, file_name text, digest text, rows_read integer,
    accepts_valid boolean
) returns registry.import
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    revision bigint;
    accepted integer;
    inserted integer;
    changed integer;
begin
    perform ranking.require_deed('import');
    if store_register.kind <> 'contracts' then
        perform ranking.require_national('import');
    end if;
    -- One writer of the register at a time keeps new codes from colliding half-way.
    perform pg_advisory_xact_lock(hashtext('registry.service'));
    revision := ranking.next_revision();
    case store_register.kind
        when 'agencies' then
            select * into accepted, inserted, changed
            from ranking.store_agencies(store_register.import_key, revision, store_register.effective_on);
        when 'services' then
            select * into accepted, inserted, changed
            from ranking.store_services(store_register.import_key, revision, store_register.effective_on);
        when 'mou_targets' then
            select * into accepted, inserted, changed
            from ranking.store_mou_targets(store_register.import_key, revision);
        when 'delegations' then
            select * into accepted, inserted, changed
            from ranking.store_delegations(store_register.import_key, revision);
        when 'contracts' then
            select * into accepted, inserted, changed
            from ranking.store_contracts(store_register.import_key, revision);
    end case;
    return ranking.record_import(revision, store_register.kind, null, store_register.file_name, store_register.digest,
        store_register.accepts_valid, store_register.rows_read, accepted, inserted, changed);
end
$$;
grant execute on function ranking.store_register(uuid, text, date, text, text, integer, boolean) to pishkhan_app;
