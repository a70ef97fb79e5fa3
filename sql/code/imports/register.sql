-- Owner: pishkhan_commands
-- Import of agencies, services, targets, delegations and contracts: what all of them share, and which does what. Each has
-- a file of its own.

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
            perform ranking.complete_mou_targets(check_register.import_key);
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
    if store_register.kind in ('agencies', 'services') then
        perform ranking.require_past_day(store_register.effective_on);
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
