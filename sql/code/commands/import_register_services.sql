-- Import of services: national facts. A version is stored when it differs from the one that held on its day.

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
