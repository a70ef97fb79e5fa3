-- Owner: pishkhan_commands
-- Import of services: national facts. A version is stored if it differs from the one that held on its day.

-- Each service with its parent after the file is stored: the first row of each code in the file, and the known
-- services.
create function ranking.arriving_parents(import_key uuid) returns table (code text, parent_code text)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with arriving as materialized (
        select distinct on (r.code) r.code, r.parent_code from staging.service_row r
        where r.import_key = arriving_parents.import_key and r.made_in = pg_current_xact_id() and r.code is not null
        order by r.code, r.line
    )
    select a.code, a.parent_code from arriving a
    union all
    select s.code, p.code
    from registry.service s
    cross join lateral ranking.service_on(s.id, 'infinity') v
    left join registry.service p on p.id = v.parent_id
    where s.code not in (select a.code from arriving a)
$$;

-- The nodes that are part of a circle, where `parents` has the parent of each node, or zero. Each node is visited once,
-- on a walk toward its parents: a walk that reaches its own steps has found a circle, one that reaches the steps of
-- another walk has not.
create function ranking.circling(parents integer[]) returns integer[]
language plpgsql immutable set search_path = pg_temp as $$
declare
    walks integer[] := array_fill(0, array[cardinality(circling.parents)]);
    circle integer[] := '{}';
    node integer;
begin
    for walk in 1 .. cardinality(circling.parents) loop
        node := walk;
        while node <> 0 and walks[node] = 0 loop
            walks[node] := walk;
            node := circling.parents[node];
        end loop;
        while node <> 0 and walks[node] = walk loop
            circle := array_append(circle, node);
            -- It belongs to no walk any more, so that the circle is followed once.
            walks[node] := -1;
            node := circling.parents[node];
        end loop;
    end loop;
    return circle;
end
$$;

-- Finds services whose parents lead back to themselves.
create function ranking.check_service_parents(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    codes text[];
    parents integer[];
begin
    if not exists (select from staging.service_row r
                   where r.import_key = check_service_parents.import_key and r.made_in = pg_current_xact_id()
                       and r.parent_code is not null) then
        return;
    end if;
    with service as materialized (
        select a.*, (row_number() over ())::integer as number
        from ranking.arriving_parents(check_service_parents.import_key) a
    )
    select array_agg(s.code order by s.number), array_agg(coalesce(p.number, 0) order by s.number)
    into codes, parents
    from service s left join service p on p.code = s.parent_code;
    insert into staging.finding
    select check_service_parents.import_key, r.line, true, 'parent_code', 'parent_is_self', r.code, null
    from staging.service_row r
    where r.import_key = check_service_parents.import_key and r.made_in = pg_current_xact_id()
        and r.parent_code is not null
        and r.code in (select codes[node] from unnest(ranking.circling(parents)) node);
end
$$;

-- The known values of a service on a day, for the columns that a file may leave out; empty values are left out.
create function ranking.known_service_cells(code text, day date) returns jsonb
language sql stable security definer
begin atomic
    select jsonb_strip_nulls(jsonb_build_object(
        'parent_code', p.code,
        'for_citizens', nullif('g2c' = any (k.recipients), false),
        'for_businesses', nullif('g2b' = any (k.recipients), false),
        'for_government', nullif('g2g' = any (k.recipients), false),
        'delegable_reason', k.delegable_reason,
        'information_channels', nullif(k.stage_channels[1], ''),
        'information_counter', nullif(k.stage_counter[1], false),
        'request_channels', nullif(k.stage_channels[2], ''),
        'request_counter', nullif(k.stage_counter[2], false),
        'production_channels', nullif(k.stage_channels[3], ''),
        'production_counter', nullif(k.stage_counter[3], false),
        'delivery_channels', nullif(k.stage_channels[4], ''),
        'delivery_counter', nullif(k.stage_counter[4], false),
        'level', k.level, 'mode', k.mode, 'documents', k.documents, 'request_url', k.request_url,
        'guide_url', k.guide_url, 'faq_url', k.faq_url, 'sla_url', k.sla_url, 'unit', k.unit, 'phone', k.phone))
    from registry.service s
    cross join lateral ranking.service_on(s.id, known_service_cells.day) k
    left join registry.service p on p.id = k.parent_id
    where s.code = known_service_cells.code;
end;

-- An empty cell takes the value away, with a notice. An absent column leaves the value that is known on the row's day,
-- which is read when the row is stored. Only the parent is needed earlier, because a service must not become its own
-- ancestor.
create function ranking.complete_services(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into staging.finding
    select complete_services.import_key, r.line, false, field.key, 'value_cleared', field.value, null
    from staging.service_row r
    cross join jsonb_each_text(
        ranking.known_service_cells(r.code, coalesce(r.effective_on, 'infinity'))) field
    where r.import_key = complete_services.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and to_jsonb(r) ->> field.key is null
        and field.key = any ((select ranking.columns_of_file(complete_services.import_key))::text[]);

    update staging.service_row r
    set parent_code = ranking.known_service_cells(r.code, coalesce(r.effective_on, 'infinity')) ->> 'parent_code'
    where r.import_key = complete_services.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and not (select ranking.file_says(complete_services.import_key, 'parent_code'))
$$;

create function ranking.check_services(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language sql security definer set search_path = registry, pg_temp as $$
    select ranking.complete_services(check_services.import_key);
    select ranking.check_service_parents(check_services.import_key);
$$;

-- The sound services of a file with the known values of the fields for which it has no column.
create function ranking.services_of_file(import_key uuid, effective_on date)
returns table (service staging.service_row, day date, agency_id integer)
language sql stable
begin atomic
    select row, dated.day, a.id
    from staging.service_row r
    cross join lateral (select coalesce(r.effective_on, services_of_file.effective_on) as day) dated
    cross join lateral jsonb_populate_record(r, coalesce(ranking.known_service_cells(r.code, dated.day), '{}')
        - (select ranking.columns_of_file(services_of_file.import_key))) row
    join registry.agency a on a.code = r.agency_code
    where r.import_key = services_of_file.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty);
end;

-- Of these sound services, those whose parents are known or can be stored too: if a service is refused, its parts are
-- refused with it.
create function ranking.storable_services(codes text[], parent_codes text[]) returns setof text
language sql stable security definer set search_path = registry, pg_temp as $$
    with listed as materialized (
        select l.code, l.parent_code, row_number() over () as number
        from unnest(storable_services.codes, storable_services.parent_codes) l (code, parent_code)
    ), numbered as materialized (
        select l.*, whole.number as parent_number,
            l.parent_code is null or exists (select from registry.service k where k.code = l.parent_code) as is_root
        from listed l left join listed whole on whole.code = l.parent_code
    ), part as (
        select array_agg(n.parent_number order by n.number) as wholes, array_agg(n.number order by n.number) as parts
        from numbered n where n.parent_number is not null
    )
    select n.code from numbered n where n.is_root
    union
    select n.code
    from part
    cross join lateral ranking.first_reached(
        part.wholes, part.parts, array(select n.number from numbered n where n.is_root)) reached
    join numbered n on n.number = reached.id
$$;

-- The version of a service that a row of a file says.
create function ranking.said_service(
    r staging.service_row, id integer, day date, revision bigint, agency_id integer, parent_id integer
) returns registry.service_version
language sql immutable
begin atomic
    select row(said_service.id, said_service.day, said_service.revision, r.title, said_service.agency_id,
        said_service.parent_id,
        array_remove(array[case when r.for_citizens then 'g2c' end, case when r.for_businesses then 'g2b' end,
            case when r.for_government then 'g2g' end], null),
        r.is_sovereign, r.is_delegable, r.delegable_reason,
        array[coalesce(r.information_channels, ''), coalesce(r.request_channels, ''),
            coalesce(r.production_channels, ''), coalesce(r.delivery_channels, '')],
        array[coalesce(r.information_counter, false), coalesce(r.request_counter, false),
            coalesce(r.production_counter, false), coalesce(r.delivery_counter, false)],
        r.level, r.mode, r.documents, r.request_url, r.guide_url, r.faq_url, r.sla_url, r.unit,
        r.phone)::registry.service_version;
end;

-- The fields of a service without its identity, its day and its revision.
create function ranking.same_service(a registry.service_version, b registry.service_version) returns boolean
language sql immutable
begin atomic
    select (a.title, a.agency_id, a.parent_id, a.recipients, a.is_sovereign, a.is_delegable, a.delegable_reason,
            a.stage_channels, a.stage_counter, a.level, a.mode, a.documents, a.request_url, a.guide_url, a.faq_url,
            a.sla_url, a.unit, a.phone)
        is not distinct from
           (b.title, b.agency_id, b.parent_id, b.recipients, b.is_sovereign, b.is_delegable, b.delegable_reason,
            b.stage_channels, b.stage_counter, b.level, b.mode, b.documents, b.request_url, b.guide_url, b.faq_url,
            b.sla_url, b.unit, b.phone);
end;

create function ranking.store_services(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp as $$
    with sound as materialized (
        select s.* from ranking.services_of_file(store_services.import_key, store_services.effective_on) s
    ), storable as materialized (
        select s.code from ranking.storable_services(
            array(select (s.service).code from sound s), array(select (s.service).parent_code from sound s)) s (code)
    ), made as (
        insert into registry.service (code) select s.code from storable s order by s.code collate "C"
        on conflict do nothing returning id, code
    ), identity as (
        select id, code, false as is_new from registry.service union all select id, code, true from made
    ), read as (
        select i.is_new, ranking.said_service(
            s.service, i.id, s.day, store_services.revision, s.agency_id, parent.id) as said
        from sound s
        join identity i on i.code = (s.service).code
        left join identity parent on parent.code = (s.service).parent_code
        where (s.service).code in (select storable.code from storable)
    ), compared as (
        select read.is_new, read.said, ranking.same_service(known, read.said) as is_same
        from read left join lateral ranking.service_on((read.said).service_id, (read.said).effective_on) known on true
    ), stored as (
        insert into registry.service_version select (c.said).* from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where is_new))::integer,
        (count(*) filter (where not is_new and not is_same))::integer
    from compared
$$;
