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

-- Finds services whose parents lead back to themselves. Each service is visited once, on a walk toward its parents: a
-- walk that reaches its own steps has found a circle, one that reaches the steps of another walk has not.
create function ranking.check_service_parents(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    codes text[];
    parents integer[];
    walks integer[];
    circling text[] := '{}';
    node integer;
begin
    if not exists (select from staging.service_row r
                   where r.import_key = check_service_parents.import_key and r.made_in = pg_current_xact_id()
                       and r.parent_code is not null) then
        return;
    end if;
    with service as materialized (
        select a.*, (row_number() over ())::integer as number from ranking.arriving_parents(check_service_parents.import_key) a
    )
    select array_agg(s.code order by s.number), array_agg(coalesce(p.number, 0) order by s.number)
    into codes, parents
    from service s left join service p on p.code = s.parent_code;
    walks := array_fill(0, array[cardinality(codes)]);
    for walk in 1 .. cardinality(codes) loop
        node := walk;
        while node <> 0 and walks[node] = 0 loop
            walks[node] := walk;
            node := parents[node];
        end loop;
        while node <> 0 and walks[node] = walk loop
            circling := array_append(circling, codes[node]);
            -- It belongs to no walk any more, so that the circle is followed once.
            walks[node] := -1;
            node := parents[node];
        end loop;
    end loop;
    insert into staging.finding
    select check_service_parents.import_key, r.line, true, 'parent_code', 'parent_is_self', r.code, null
    from staging.service_row r
    where r.import_key = check_service_parents.import_key and r.made_in = pg_current_xact_id()
        and r.parent_code is not null and r.code in (select unnest(circling));
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
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.complete_services(check_services.import_key);
    perform ranking.check_service_parents(check_services.import_key);
end
$$;

create function ranking.store_services(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language sql security definer set search_path = registry, pg_temp as $$
    with sound as materialized (
        -- The known values of the fields for which the file has no column.
        select row.*, dated.day, a.id as agency_id
        from staging.service_row r
        cross join lateral (select coalesce(r.effective_on, store_services.effective_on) as day) dated
        cross join lateral jsonb_populate_record(r, coalesce(ranking.known_service_cells(r.code, dated.day), '{}')
            - (select ranking.columns_of_file(store_services.import_key))) row
        join registry.agency a on a.code = r.agency_code
        where r.import_key = store_services.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), listed as materialized (
        select s.code, s.parent_code, row_number() over () as number from sound s
    ), numbered as materialized (
        select l.*, whole.number as parent_number,
            l.parent_code is null or exists (select from registry.service k where k.code = l.parent_code) as is_root
        from listed l left join listed whole on whole.code = l.parent_code
    ), part as (
        select array_agg(n.parent_number order by n.number) as wholes, array_agg(n.number order by n.number) as parts
        from numbered n where n.parent_number is not null
    ), storable as (
        -- If a service is refused, its parts are refused too.
        select n.code from numbered n where n.is_root
        union
        select n.code
        from part
        cross join lateral ranking.first_reached(
            part.wholes, part.parts, array(select n.number from numbered n where n.is_root)) reached
        join numbered n on n.number = reached.id
    ), made as (
        insert into registry.service (code) select s.code from storable s order by s.code collate "C"
        on conflict do nothing returning id, code
    ), identity as (
        select id, code, false as is_new from registry.service union all select id, code, true from made
    ), read as (
        select i.id, i.is_new, r.day as effective_on, r.title,
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
