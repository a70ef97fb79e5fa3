-- Landing tables of agencies, services, targets, delegations and contracts.
create unlogged table staging.agency_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    code text,
    title text,
    effective_on date,
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.service_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    code text,
    title text,
    agency_code text,
    parent_code text,
    for_citizens boolean,
    for_businesses boolean,
    for_government boolean,
    is_sovereign boolean,
    is_delegable boolean,
    delegable_reason text,
    information_channels text,
    information_counter boolean,
    request_channels text,
    request_counter boolean,
    production_channels text,
    production_counter boolean,
    delivery_channels text,
    delivery_counter boolean,
    effective_on date,
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.mou_target_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    agency_code text,
    sub_indicator text,
    year integer,
    first_year integer,
    target integer,
    mou_number text,
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.delegation_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    service_code text,
    mou_number text,
    mou_on date,
    valid_from date,
    withdrawn_on date,
    evidence text,
    area text,
    -- Names or codes, separated by `|`; a locality is written province/county/locality.
    places text,
    confirmed_on date,
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.contract_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    service_code text,
    registered_on date,
    ended_on date,
    made_in xid8 not null default pg_current_xact_id()
);

-- The places of staged delegations, each resolved once.
create unlogged table staging.delegation_place (
    import_key uuid not null,
    line integer not null,
    name text not null,
    province_id integer,
    locality_id integer
);

do $$
declare
    landing text;
    columns text;
begin
    foreach landing in array array['agency_row', 'service_row', 'mou_target_row', 'delegation_row', 'contract_row'] loop
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
        from pg_attribute
        where attrelid = format('staging.%I', landing)::regclass and attnum > 0 and attname <> 'made_in';
        execute format('grant insert (%s) on staging.%I to pishkhan_app', columns, landing);
        execute format('grant select, insert, update, delete on staging.%I to pishkhan_commands', landing);
    end loop;
end
$$;
grant select, insert, delete on staging.delegation_place to pishkhan_commands;
