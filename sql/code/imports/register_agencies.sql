-- Owner: pishkhan_commands
-- Import of agencies and of the targets of their memoranda: national facts. A version is stored if it differs from the
-- one that held on its day; nothing is overwritten.

create function ranking.store_agencies(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
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

create function ranking.known_mou_target(agency text, sub_indicator text, year integer, first_year integer)
returns setof registry.mou_target
language sql stable security definer
begin atomic
    select t from registry.mou_target t join registry.agency a on a.id = t.agency_id
    where a.code = known_mou_target.agency and t.sub_indicator = known_mou_target.sub_indicator
        and t.year = known_mou_target.year and t.first_year = coalesce(known_mou_target.first_year, 0)
    order by t.revision desc limit 1;
end;

-- An absent column leaves the known value; an empty cell takes it away, with a notice. Without the column of the first
-- year, a row means the only target of its year.
create function ranking.check_mou_targets(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language sql security definer set search_path = registry, pg_temp as $$
    update staging.mou_target_row r
    set first_year = (
        select nullif(min(t.first_year), 0) from registry.mou_target t join registry.agency a on a.id = t.agency_id
        where a.code = r.agency_code and t.sub_indicator = r.sub_indicator and t.year = r.year
        having count(distinct t.first_year) = 1)
    where r.import_key = check_mou_targets.import_key and r.made_in = pg_current_xact_id()
        and not (select ranking.file_says(check_mou_targets.import_key, 'first_year'));

    update staging.mou_target_row r
    set mou_number = (select k.mou_number
                      from ranking.known_mou_target(r.agency_code, r.sub_indicator, r.year, r.first_year) k)
    where r.import_key = check_mou_targets.import_key and r.made_in = pg_current_xact_id()
        and not (select ranking.file_says(check_mou_targets.import_key, 'mou_number'));

    insert into staging.finding
    select check_mou_targets.import_key, r.line, false, field.name, 'value_cleared', field.known, null
    from staging.mou_target_row r
    cross join lateral ranking.known_mou_target(r.agency_code, r.sub_indicator, r.year, r.first_year) k
    cross join lateral (values ('target', k.target::text, r.target::text), ('mou_number', k.mou_number, r.mou_number))
        field (name, known, said)
    where r.import_key = check_mou_targets.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and field.known is not null and field.said is null
$$;

create function ranking.store_mou_targets(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
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
