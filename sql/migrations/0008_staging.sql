-- Landing tables: rows of an import or a run on their way in, in the transaction that brings them. The columns
-- `made_in` are defaults that the application may not write.
create unlogged table staging.office_row (
    import_key uuid not null,
    line integer not null,
    -- A cell of the row did not parse: the row is checked but never stored. Codes of the faults, by spaces.
    is_faulty boolean not null,
    faults text,
    code text,
    kind text,
    province text,
    county text,
    locality text,
    holder_national_id text,
    holder_name text,
    licence_number text,
    licensed_on date,
    expires_on date,
    state text,
    manager_name text,
    deputy_name text,
    address text,
    postal_code text,
    tenure text,
    floor_area integer,
    equipment text,
    has_signboard boolean,
    is_accessible boolean,
    posts_tariff boolean,
    staff_count integer,
    insured_staff_count integer,
    disabled_staff_count integer,
    effective_on date,
    predecessor_code text,
    predecessor_kind text,
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.declaration_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    declared_value bigint[],
    confirmed_value bigint[],
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.association_score_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    value bigint[],
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.satisfaction_score_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    mean bigint,
    respondents integer,
    survey_mode text,
    made_in xid8 not null default pg_current_xact_id()
);

create unlogged table staging.violation_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    decision_number text,
    kind text,
    decided_on date,
    is_final boolean,
    made_in xid8 not null default pg_current_xact_id()
);

-- What the database found wrong with staged rows.
create unlogged table staging.finding (
    import_key uuid not null,
    line integer not null,
    is_error boolean not null,
    column_name text not null,
    code text not null,
    value text,
    detail text
);
create index finding_import_key_line_idx on staging.finding (import_key, line);

-- Every distinct way in which an import names a place, resolved once.
create unlogged table staging.place_row (
    import_key uuid not null,
    kind text,
    province text,
    county text,
    locality text,
    province_id integer,
    county_id integer,
    locality_id integer
);

create unlogged table staging.assessment_row (
    run_key uuid not null,
    office_id bigint not null,
    standing text not null,
    rank_origin text,
    rank smallint,
    rank_before_caps smallint,
    total integer,
    penalty integer not null,
    full_maximum integer not null,
    available_maximum integer not null,
    value bigint[] not null,
    points integer[] not null,
    line_state smallint[] not null,
    group_points integer[] not null,
    penalty_decision text[] not null,
    penalty_kind text[] not null,
    penalty_occurrence smallint[] not null,
    penalty_points integer[] not null,
    made_in xid8 not null default pg_current_xact_id()
);

do $$
declare
    landing text;
    columns text;
begin
    foreach landing in array array['office_row', 'declaration_row', 'association_score_row', 'satisfaction_score_row',
        'violation_row', 'assessment_row'] loop
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
        from pg_attribute
        where attrelid = format('staging.%I', landing)::regclass and attnum > 0 and attname <> 'made_in';
        execute format('grant insert (%s) on staging.%I to pishkhan_app', columns, landing);
        execute format('grant select, insert, update, delete on staging.%I to pishkhan_commands', landing);
    end loop;
end
$$;
grant select, insert, delete on staging.finding, staging.place_row to pishkhan_commands;
