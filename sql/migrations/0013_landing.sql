-- Landing tables, and answers to requests: the rows of an import or a run in the transaction that brings them, the
-- progress of imports, and the answers that were given. The columns `made_in` are defaults that the application may not
-- write.
grant usage on schema staging to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The columns of an incoming file: an absent column says nothing about its field.
create unlogged table staging.landed_file (
    import_key uuid primary key,
    -- Names of columns as the kind of file defines them.
    columns text[] not null,
    made_in xid8 not null default pg_current_xact_id()
);
grant select, insert, delete on staging.landed_file to pishkhan_commands;

create unlogged table staging.office_row (
    import_key uuid not null,
    -- A number for the row in the order of the file: for a CSV file its physical line.
    line integer not null,
    -- True if a cell of the row could not be parsed: the row is checked but never stored. Codes of the faults, with
    -- spaces between them.
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

-- The values of an incoming file for offices that were corrected by hand.
create unlogged table staging.office_said_row (
    import_key uuid not null,
    line integer not null,
    office_id bigint not null,
    province_id integer not null,
    said jsonb not null,
    made_in xid8 not null default pg_current_xact_id()
);
grant select, insert, delete on staging.office_said_row to pishkhan_commands;

-- Rows of the files of all sources, with confirmed values if the file has them.
create unlogged table staging.submission_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    value bigint[],
    respondents integer[],
    survey_mode text,
    -- Criteria whose columns the file has, and those among them whose cells are filled.
    said bigint,
    given bigint,
    -- For the reviewed criteria: the confirmed values, and which cells are filled.
    confirmed bigint[],
    judged bigint,
    reason text,
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
    made_in xid8 not null default pg_current_xact_id(),
    level text,
    mode text,
    documents text,
    request_url text,
    guide_url text,
    faq_url text,
    sla_url text,
    unit text,
    phone text
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

-- The places of staged delegations, each resolved once.
create unlogged table staging.delegation_place (
    import_key uuid not null,
    line integer not null,
    name text not null,
    province_id integer,
    locality_id integer
);
grant select, insert, delete on staging.delegation_place to pishkhan_commands;

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

-- Every distinct name of a place in an import, resolved once.
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
grant select, insert, delete on staging.place_row to pishkhan_commands;

-- The database's findings about staged rows.
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
grant select, insert, delete on staging.finding to pishkhan_commands;

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

-- The application writes every column except `made_in`.
do $$
declare
    landing text;
    columns text;
begin
    foreach landing in array array['office_row', 'submission_row', 'violation_row', 'agency_row', 'service_row',
        'mou_target_row', 'delegation_row', 'contract_row', 'assessment_row'] loop
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
        from pg_attribute
        where attrelid = format('staging.%I', landing)::regclass and attnum > 0 and attname <> 'made_in';
        execute format('grant insert (%s) on staging.%I to pishkhan_app', columns, landing);
        execute format('grant select, insert, update, delete on staging.%I to pishkhan_commands', landing);
    end loop;
end
$$;

-- The progress and the findings of an import that came as a request. They are written outside the import's own
-- transaction, so that they can be seen while it runs and after it was refused. They are deleted later, so they are
-- kept with the landing tables.
create table staging.import_attempt (
    account_id integer not null references registry.account,
    -- The key of the request.
    key text not null,
    kinds text not null,
    half_year text,
    is_check_only boolean not null,
    state text not null,
    bytes_received bigint not null,
    rows_read integer not null,
    error_count integer not null,
    finding_count integer not null,
    began_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (account_id, key),
    constraint attempt_key_is_plain check (key ~ '^[!-~]{1,200}$'),
    constraint attempt_state_is_known check
        (state in ('receiving', 'checking', 'stored', 'unchanged', 'checked', 'refused', 'failed')),
    constraint attempt_counts_are_not_negative check
        (bytes_received >= 0 and rows_read >= 0 and error_count between 0 and finding_count)
);
create index import_attempt_changed_at_idx on staging.import_attempt (changed_at);
alter table staging.import_attempt enable row level security;
create policy import_attempt_is_read_by_its_account_and_the_records_readers on staging.import_attempt
    for select to pishkhan_views
    using (account_id = any ((select registry.readable_attempt_accounts())::integer[]));
create policy import_attempt_is_kept_by_its_account on staging.import_attempt for all to pishkhan_commands
    using (account_id = (select registry.actor())) with check (account_id = (select registry.actor()));
grant select on staging.import_attempt to pishkhan_views;
grant select, insert, update, delete on staging.import_attempt to pishkhan_commands;

create table staging.import_finding (
    account_id integer not null,
    key text not null,
    -- In the order of files and lines, from 1.
    position integer not null,
    file_name text not null,
    -- Null if the file is one table; for a CSV file the line is the physical one.
    sheet text,
    line integer,
    column_title text,
    value text,
    code text not null,
    severity text not null,
    arguments jsonb not null,
    primary key (account_id, key, position),
    constraint finding_is_of_an_attempt foreign key (account_id, key)
        references staging.import_attempt (account_id, key) on delete cascade,
    constraint finding_severity_is_known check (severity in ('error', 'notice'))
);
create trigger import_finding_is_counted after insert on staging.import_finding
    referencing new table as changed for each statement execute function registry.count_findings();
create trigger removed_import_finding_is_counted after delete on staging.import_finding
    referencing old table as changed for each statement execute function registry.count_findings();
alter table staging.import_finding enable row level security;
create policy import_finding_is_read_by_its_account_and_the_records_readers on staging.import_finding
    for select to pishkhan_views
    using (account_id = any ((select registry.readable_attempt_accounts())::integer[]));
create policy import_finding_is_kept_by_its_account on staging.import_finding for all to pishkhan_commands
    using (account_id = (select registry.actor())) with check (account_id = (select registry.actor()));
grant select on staging.import_finding to pishkhan_views;
grant select, insert, update, delete on staging.import_finding to pishkhan_commands;

-- The answer to a request that changed something, stored with its act, so that the same request sent again changes
-- nothing and gets the same answer.
create table registry.answered_request (
    account_id integer not null references registry.account,
    -- Chosen by the client.
    key text not null,
    -- SHA-256 of the request: method, path, query and body.
    digest bytea not null,
    status smallint not null,
    content_type text not null,
    location text,
    body bytea not null,
    answered_at timestamptz not null,
    primary key (account_id, key),
    constraint request_key_is_plain check (key ~ '^[!-~]{1,200}$'),
    constraint request_digest_is_sha256 check (length(digest) = 32),
    constraint answered_request_succeeded check (status between 200 and 299)
);
create index answered_request_answered_at_idx on registry.answered_request (answered_at);
alter table registry.answered_request enable row level security;
create policy answered_request_is_its_accounts on registry.answered_request for all to pishkhan_commands
    using (account_id = (select registry.actor())) with check (account_id = (select registry.actor()));
grant select, insert on registry.answered_request to pishkhan_commands;
