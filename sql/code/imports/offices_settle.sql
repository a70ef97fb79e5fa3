-- Owner: pishkhan_commands
-- Import of offices: what a file leaves unchanged. An absent column says nothing. A cell that repeats the last file is
-- not news, so that a correction by hand is kept. Only a decision undoes a decision.

create function ranking.optional_office_fields() returns text[]
language sql immutable
begin atomic
    select array['expires_on', 'manager_name', 'deputy_name', 'address', 'postal_code', 'tenure', 'floor_area', 'equipment',
        'has_signboard', 'is_accessible', 'posts_tariff', 'staff_count', 'insured_staff_count',
        'disabled_staff_count'];
end;

-- The fields that a file or a correction by hand gives for an office, besides its identity: columns of the landing
-- table and of the register with the same names.
create function ranking.office_fields() returns text[]
language sql immutable
begin atomic
    select array['licence_number', 'licensed_on', 'state'] || ranking.optional_office_fields();
end;

-- Licence states that only a decision sets or ends, never a file.
create function ranking.is_by_decision(state text) returns boolean
language sql immutable
begin atomic
    select is_by_decision.state in ('suspended', 'revoked');
end;

-- The version of each known office that a row may change: today's, or for late news the one of that day.
create function ranking.known_versions(import_key uuid, effective_on date)
returns table (line integer, is_late boolean, known registry.office)
language sql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select r.line, coalesce(r.effective_on, known_versions.effective_on) < o.effective_on,
        case when coalesce(r.effective_on, known_versions.effective_on) >= o.effective_on then o
            else coalesce((
                select jsonb_populate_record(null::registry.office, to_jsonb(h)) from registry.office_history h
                where h.id = o.id and h.effective_on <= coalesce(r.effective_on, known_versions.effective_on)
                order by h.effective_on desc, h.revision desc limit 1), o) end
    from staging.office_row r join registry.office o on o.code = r.code
    where r.import_key = known_versions.import_key and r.made_in = pg_current_xact_id()
$$;

create function ranking.keep_absent_fields(import_key uuid, effective_on date, columns text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    execute format($sql$
        update staging.office_row r set %s
        from ranking.known_versions($1, $2) k
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and k.line = r.line
        $sql$,
        (select string_agg(format('%1$I = (k.known).%1$I', field), ', ')
         from unnest(ranking.optional_office_fields()) field where field <> all (keep_absent_fields.columns)))
    using keep_absent_fields.import_key, keep_absent_fields.effective_on;
end
$$;

-- Offices of the file that were changed by other means than a file, with the last file's values.
create function ranking.hand_corrected_offices(import_key uuid, effective_on date)
returns table (line integer, known registry.office, said jsonb)
language plpgsql stable security definer set search_path = registry, pg_temp
set jit = off set work_mem = '64MB' as $$
begin
    return query
    with known as materialized (
        select v.line as known_line, v.known as version
        from ranking.known_versions(hand_corrected_offices.import_key, hand_corrected_offices.effective_on) v
        where not v.is_late
    ), file_revision as materialized (
        select f.revision from ranking.revisions_of_office_files() f (revision)
    )
    select k.known_line, k.version, coalesce(word.said, to_jsonb(k.version))
    from known k
    left join lateral (
        select said.said from (
            select s.said, s.revision, true as is_word from registry.office_said s where s.office_id = (k.version).id
            union all
            select to_jsonb(h), h.revision, false from registry.office_history h
            where h.id = (k.version).id and h.revision in (select f.revision from file_revision f)
        ) said
        order by said.revision desc, said.is_word desc limit 1
    ) word on true
    where (k.version).revision not in (select f.revision from file_revision f)
        or exists (select from registry.office_said s where s.office_id = (k.version).id);
end
$$;

-- The rows of a file about corrected offices, with their present versions, the last file's values and the places.
create function ranking.corrected_rows(import_key uuid, effective_on date)
returns table (
    line integer, known registry.office, now jsonb, said jsonb, landed jsonb, locality_id integer, locality_name text,
    county_name text
)
language sql stable
begin atomic
    select c.line, c.known, to_jsonb(c.known) as now, c.said, to_jsonb(r) as landed, place.locality_id,
        now_place.name_fa as locality_name, now_county.name_fa as county_name
    from ranking.hand_corrected_offices(corrected_rows.import_key, corrected_rows.effective_on) c
    join staging.office_row r on r.import_key = corrected_rows.import_key and r.line = c.line
        and r.made_in = pg_current_xact_id() and not r.is_faulty
    left join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    join registry.locality now_place on now_place.id = (c.known).locality_id
    join registry.county now_county on now_county.id = (c.known).county_id;
end;

-- The statement that replaces the values ($3) of a landed row ($1, $2).
create function ranking.rewriting_of_office_row() returns text
language sql immutable set search_path = registry, pg_temp as $function$
    select format($sql$
        update staging.office_row r set (%1$s) = row(%2$s)
        from jsonb_populate_record(null::staging.office_row, $3) s
        where r.import_key = $1 and r.line = $2 and r.made_in = pg_current_xact_id()
        $sql$, string_agg(quote_ident(field), ', '), string_agg(format('s.%I', field), ', '))
    from unnest('{county,locality}' || ranking.office_fields()) field
$function$;

-- The cells of a row that contradict both the last file's values and those that hold now. The planner inlines this
-- function.
create function ranking.correction_conflicts(cells jsonb, said jsonb, now jsonb, state text)
returns table (column_name text, value text, held text)
language sql stable
begin atomic
    select cell.key, cell.value #>> '{}',
        -- Names and addresses are personal.
        case when cell.key = any (array['manager_name', 'deputy_name', 'address', 'postal_code']) then '…'
            else coalesce(correction_conflicts.now ->> cell.key, '-') end
    from jsonb_each(correction_conflicts.cells) cell
    where cell.value <> correction_conflicts.said -> cell.key and cell.value <> correction_conflicts.now -> cell.key
        and correction_conflicts.said -> cell.key <> correction_conflicts.now -> cell.key
        -- A decided state has its own finding, that no file changes it, whatever the last file said.
        and not (cell.key = 'state' and (ranking.is_by_decision(correction_conflicts.state)
                                         or ranking.is_by_decision(correction_conflicts.now ->> 'state')));
end;

-- The fields of corrected offices. A value that repeats the last file leaves the correction; a value that contradicts
-- both is a finding.
create function ranking.keep_corrections(import_key uuid, effective_on date, columns text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp set jit = off as $$
declare
    corrected record;
    cells jsonb;
    kept jsonb;
    moved boolean := false;
    rewrite text := ranking.rewriting_of_office_row();
begin
    for corrected in
        select * from ranking.corrected_rows(keep_corrections.import_key, keep_corrections.effective_on)
    loop
        select jsonb_object_agg(cell.key, cell.value) into cells
        from jsonb_each(corrected.landed) cell
        where cell.key = any (keep_corrections.columns) and cell.key = any (ranking.office_fields());
        insert into staging.office_said_row (import_key, line, office_id, province_id, said)
        values (keep_corrections.import_key, corrected.line, (corrected.known).id, (corrected.known).province_id,
            corrected.said || cells || jsonb_strip_nulls(jsonb_build_object('locality_id', corrected.locality_id)));
        insert into staging.finding
        select keep_corrections.import_key, corrected.line, true, c.column_name, 'correction_conflict', c.value, c.held
        from ranking.correction_conflicts(cells, corrected.said, corrected.now, corrected.landed ->> 'state') c;
        select coalesce(jsonb_object_agg(cell.key, corrected.now -> cell.key), '{}') into kept
        from jsonb_each(cells) cell where cell.value = corrected.said -> cell.key;
        if corrected.locality_id = (corrected.said ->> 'locality_id')::integer
            and corrected.locality_id <> (corrected.known).locality_id then
            kept := kept || jsonb_build_object('locality', corrected.locality_name, 'county', corrected.county_name);
            moved := true;
        end if;
        execute rewrite using keep_corrections.import_key, corrected.line, corrected.landed || kept;
    end loop;
    if moved then
        perform ranking.resolve_places(keep_corrections.import_key);
    end if;
end
$$;

-- Finds values that an empty cell takes away.
create function ranking.check_cleared_fields(import_key uuid, effective_on date, columns text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    cells text := (
        select string_agg(format('(%1$L, r.%1$I is null and (k.known).%1$I is not null)', field), ', ')
        from unnest(ranking.optional_office_fields()) field where field = any (check_cleared_fields.columns));
begin
    if cells is null then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, r.line, false, cell.name, 'value_cleared', null, null
        from staging.office_row r
        join ranking.known_versions($1, $2) k on k.line = r.line
        cross join lateral (values %s) cell (name, is_cleared)
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and not r.is_faulty and cell.is_cleared
        $sql$, cells) using check_cleared_fields.import_key, check_cleared_fields.effective_on;
end
$$;

-- A file that tells a suspended or revoked licence as it stands by a sanction tells nothing new: the register keeps the
-- state without the sanction, so that none remains when the sanction ends.
create function ranking.keep_sanctioned_states(import_key uuid, effective_on date) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with known as materialized (
        select k.line, (k.known).id as office_id, (k.known).state as state
        from ranking.known_versions(keep_sanctioned_states.import_key, keep_sanctioned_states.effective_on) k
    ), day as (
        select distinct coalesce(r.effective_on, keep_sanctioned_states.effective_on) as day
        from staging.office_row r
        where r.import_key = keep_sanctioned_states.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_by_decision(r.state)
    ), sanctioned as materialized (
        select day.day, s.office_id, s.state from day cross join lateral registry.sanctioned_offices(day.day) s
    )
    update staging.office_row r set state = known.state
    from known join sanctioned on sanctioned.office_id = known.office_id
    where r.import_key = keep_sanctioned_states.import_key and r.made_in = pg_current_xact_id()
        and known.line = r.line and sanctioned.state = r.state
        and sanctioned.day = coalesce(r.effective_on, keep_sanctioned_states.effective_on);
$$;

-- Finds counts that disagree only with values that the file leaves out, and states that a file cannot change.
create function ranking.check_settled_offices(import_key uuid, effective_on date) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with settled as materialized (
        select r.line, r.effective_on, r.licensed_on, r.expires_on, r.state, r.staff_count, r.insured_staff_count,
            r.disabled_staff_count, (k.known).state as known_state, (k.known).effective_on as known_from
        from staging.office_row r
        join ranking.known_versions(check_settled_offices.import_key, check_settled_offices.effective_on) k
            on k.line = r.line
        where r.import_key = check_settled_offices.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
    )
    insert into staging.finding
    select check_settled_offices.import_key, s.line, fault.is_error, fault.column_name, fault.code, fault.value,
        fault.detail
    from settled s
    cross join lateral (
        select true as is_error, told.name as column_name, 'staff_counts_disagree' as code, told.count::text as value,
            s.staff_count::text as detail
        from (values ('insured_staff_count', s.insured_staff_count), ('disabled_staff_count', s.disabled_staff_count))
            told (name, count)
        where told.count > s.staff_count
        union all
        select true, 'licensed_on', 'days_reversed', s.licensed_on::text, null where s.expires_on < s.licensed_on
        union all
        select true, 'state', 'state_is_by_decision', s.state, s.known_state
        where s.state <> s.known_state
            and (ranking.is_by_decision(s.state) or ranking.is_by_decision(s.known_state))
            -- Before the day on which it is first known, an office counts as new.
            and s.known_from <= coalesce(s.effective_on, check_settled_offices.effective_on)
        union all
        select false, 'state', 'office_reopened', s.state, null
        where s.known_state = 'closed' and s.state <> 'closed' and not ranking.is_by_decision(s.state)
            and s.known_from <= coalesce(s.effective_on, check_settled_offices.effective_on)
    ) fault;
$$;

-- Checks that one licence has one office, and that one holder has one name in a file. Rows are numbered only where a
-- licence or a holder is repeated: that costs two sorts of the whole file.
create function ranking.check_licences_and_names(import_key uuid) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set enable_sort = off set jit = off set work_mem = '64MB' as $$
begin
    if exists (select from staging.office_row r
               where r.import_key = check_licences_and_names.import_key and r.made_in = pg_current_xact_id()
               group by r.licence_number having min(r.code collate "C") <> max(r.code collate "C"))
        or exists (select from staging.office_row r
                   where r.import_key = check_licences_and_names.import_key and r.made_in = pg_current_xact_id()
                   group by r.holder_national_id having min(r.holder_name collate "C") <> max(r.holder_name collate "C"))
    then
        perform ranking.check_licences_and_names_of_file(check_licences_and_names.import_key);
    end if;

    insert into staging.finding
    select check_licences_and_names.import_key, r.line, true, 'licence_number', 'licence_of_other_office',
        r.licence_number, min(o.code)
    from staging.office_row r
    join registry.office o on o.licence_number = r.licence_number and o.code <> r.code
    where r.import_key = check_licences_and_names.import_key and r.made_in = pg_current_xact_id()
        and r.predecessor_code is distinct from o.code and o.state not in ('closed', 'revoked')
        -- A row that repeats a code or a licence has that fault, and likely another's code.
        and not exists (select from staging.office_row earlier
                        where earlier.import_key = r.import_key and earlier.line < r.line
                            and earlier.licence_number = r.licence_number)
        and not exists (select from staging.office_row earlier
                        where earlier.import_key = r.import_key and earlier.line < r.line and earlier.code = r.code)
        -- An office of the file says itself which licence it has now.
        and not exists (select from staging.office_row other
                        where other.import_key = r.import_key and other.code = o.code)
    group by r.line, r.licence_number;
end
$$;

-- The same within the file: a licence of two offices, a holder with two names. The first line is the right one.
create function ranking.check_licences_and_names_of_file(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with numbered as materialized (
        select r.line, r.code, r.licence_number, r.holder_national_id, r.holder_name, r.predecessor_code,
            first_value(r.code) over licence as first_code,
            first_value(r.line) over holder as holder_line, first_value(r.holder_name) over holder as first_name
        from staging.office_row r
        where r.import_key = check_licences_and_names_of_file.import_key and r.made_in = pg_current_xact_id()
        window licence as (partition by r.licence_number collate "C" order by r.line),
            holder as (partition by r.holder_national_id collate "C" order by r.line)
    )
    insert into staging.finding
    select check_licences_and_names_of_file.import_key, n.line, true, 'licence_number', 'licence_of_other_office',
        n.licence_number, n.first_code
    from numbered n
    where n.licence_number is not null and n.first_code <> n.code
        and n.predecessor_code is distinct from n.first_code
    union all
    select check_licences_and_names_of_file.import_key, n.line, true, 'holder_name', 'holder_has_two_names',
        n.holder_name, n.holder_line::text
    from numbered n
    where n.holder_national_id is not null and n.first_name <> n.holder_name;
$$;

create function ranking.settle_offices(import_key uuid, effective_on date) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    columns text[] := ranking.columns_of_file(settle_offices.import_key);
begin
    if not exists (select from staging.office_row r join registry.office o on o.code = r.code
                   where r.import_key = settle_offices.import_key and r.made_in = pg_current_xact_id()) then
        return;
    end if;
    if not ranking.optional_office_fields() <@ columns then
        perform ranking.keep_absent_fields(settle_offices.import_key, settle_offices.effective_on, columns);
    end if;
    perform ranking.keep_corrections(settle_offices.import_key, settle_offices.effective_on, columns);
    if exists (select from registry.sanction) then
        perform ranking.keep_sanctioned_states(settle_offices.import_key, settle_offices.effective_on);
    end if;
    perform ranking.check_cleared_fields(settle_offices.import_key, settle_offices.effective_on, columns);
    perform ranking.check_settled_offices(settle_offices.import_key, settle_offices.effective_on);
end
$$;

create function ranking.store_words_of_file(import_key uuid, revision bigint) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.office_said
    select s.office_id, s.province_id, store_words_of_file.revision, s.said
    from staging.office_said_row s
    where s.import_key = store_words_of_file.import_key and s.made_in = pg_current_xact_id()
        and s.line in (select r.line from ranking.accepted_office(store_words_of_file.import_key) r)
        and s.said is distinct from (select known.said from registry.office_said known
                                     where known.office_id = s.office_id order by known.revision desc limit 1);
$$;
