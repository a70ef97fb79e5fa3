-- Owner: pishkhan_commands
-- Import of existing contracts. They are stored as found, even above the ceiling; the work list shows them.

-- Leaves out a row whose end may lie before its start: that is a separate finding.
create function ranking.days_of_contract(registered_on date, ended_on date) returns daterange
language sql immutable
begin atomic
    select daterange(registered_on, case when ended_on >= registered_on then ended_on end);
end;

-- The known end is kept if the file has no column for it. It is also kept if the cell is as empty as when a file
-- brought the contract, which another act has ended since.
create function ranking.complete_contracts(import_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    update staging.contract_row r set ended_on = k.ended_on
    from registry.contract k
    join registry.office o on o.id = k.office_id
    join registry.service s on s.id = k.service_id
    where r.import_key = complete_contracts.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and o.code = r.office_code and s.code = r.service_code and k.registered_on = r.registered_on
        and r.ended_on is null and k.ended_on is not null
        and (not (select ranking.file_says(complete_contracts.import_key, 'ended_on'))
             or k.origin = 'found' and not exists (select from registry.import i where i.id = k.end_revision))
$$;

create function ranking.check_contracts(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.complete_contracts(check_contracts.import_key);
    -- Finds another contract of the same office and service that holds on a day of this one.
    insert into staging.finding
    select check_contracts.import_key, r.line, true, 'registered_on', 'contract_overlaps', r.service_code, null
    from staging.contract_row r
    join registry.office o on o.code = r.office_code
    join registry.service s on s.code = r.service_code
    join registry.contract k on k.office_id = o.id and k.service_id = s.id and k.registered_on <> r.registered_on
        and daterange(k.registered_on, k.ended_on) && ranking.days_of_contract(r.registered_on, r.ended_on)
    where r.import_key = check_contracts.import_key and r.made_in = pg_current_xact_id();
    insert into staging.finding
    select distinct check_contracts.import_key, later.line, true, 'registered_on', 'contract_overlaps',
        later.service_code, null
    from staging.contract_row later
    join staging.contract_row r on r.import_key = later.import_key and r.office_code = later.office_code
        and r.service_code = later.service_code and r.line < later.line and r.registered_on <> later.registered_on
        and ranking.days_of_contract(r.registered_on, r.ended_on)
            && ranking.days_of_contract(later.registered_on, later.ended_on)
    where later.import_key = check_contracts.import_key and later.made_in = pg_current_xact_id();
    -- A contract that has ended keeps its end.
    insert into staging.finding
    select check_contracts.import_key, r.line, true, 'ended_on', 'contract_has_ended', r.ended_on::text, k.ended_on::text
    from staging.contract_row r
    join registry.office o on o.code = r.office_code
    join registry.service s on s.code = r.service_code
    join registry.contract k on k.office_id = o.id and k.service_id = s.id and k.registered_on = r.registered_on
    where r.import_key = check_contracts.import_key and r.made_in = pg_current_xact_id()
        and k.ended_on is not null and k.ended_on is distinct from r.ended_on;
end
$$;

create function ranking.sound_contracts(import_key uuid)
returns table (office_id bigint, province_id integer, service_id integer, registered_on date, ended_on date)
language sql stable security definer set search_path = registry, pg_temp as $$
    select o.id, o.province_id, s.id, r.registered_on, r.ended_on
    from staging.contract_row r
    join registry.office o on o.code = r.office_code
    join registry.service s on s.code = r.service_code
    where r.import_key = sound_contracts.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty)
$$;

create function ranking.store_contracts(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    select count(*)::integer into accepted from ranking.sound_contracts(store_contracts.import_key);
    update registry.contract k set ended_on = c.ended_on, end_revision = store_contracts.revision
    from ranking.sound_contracts(store_contracts.import_key) c
    where k.office_id = c.office_id and k.service_id = c.service_id and k.registered_on = c.registered_on
        and k.ended_on is null and c.ended_on is not null;
    get diagnostics changed = row_count;
    insert into registry.contract (office_id, province_id, service_id, registered_on, ended_on, origin, revision,
        end_revision)
    select c.office_id, c.province_id, c.service_id, c.registered_on, c.ended_on, 'found', store_contracts.revision,
        case when c.ended_on is not null then store_contracts.revision end
    from ranking.sound_contracts(store_contracts.import_key) c
    where not exists (select from registry.contract k
                      where k.office_id = c.office_id and k.service_id = c.service_id
                          and k.registered_on = c.registered_on)
    order by c.office_id, c.service_id, c.registered_on;
    get diagnostics inserted = row_count;
    return next;
end
$$;
