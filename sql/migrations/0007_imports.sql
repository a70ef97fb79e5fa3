-- Imports: what was read from a file, and which rows were refused. Facts name the import that brought them.

-- The kinds of file, one row each: the landing table, the key of its rows, and the functions that check and store them.
-- `sql/code` imports every kind by this table alone (ranking.check_import, store_import, refused_lines).
create table registry.import_kind (
    code text primary key,
    -- Beside `import`: who imports values of a source is the scheme's word.
    permission text not null,
    -- A table of schema staging.
    landing text not null,
    -- Columns of the landing table: no two rows of a file have equal values in all of them. A finding is shown at the
    -- first column.
    row_key text[] not null,
    -- Functions of schema ranking; check_import and store_import state their arguments.
    check_function text,
    store_function text not null,
    -- True if the rows are facts of one half-year.
    is_of_period boolean not null default false,
    -- True if only an account of the whole country may import such a file.
    is_national boolean not null default false,
    -- Files of all kinds with the same lock are imported one after the other.
    write_lock text,
    -- A table of the registry whose codes the file brings, and the finding for a code that is missing there.
    register text,
    unknown_code text
);
grant select on registry.import_kind to pishkhan_commands;

-- Columns with codes that a file of another kind brings.
create table registry.import_reference (
    kind text not null references registry.import_kind,
    -- Of the landing table.
    column_name text not null,
    refers_to text not null references registry.import_kind,
    primary key (kind, column_name)
);
create index import_reference_refers_to_idx on registry.import_reference (refers_to);
grant select on registry.import_reference to pishkhan_commands;

insert into registry.import_kind (code, permission, landing, row_key, check_function, store_function, is_of_period,
    is_national, write_lock, register, unknown_code)
values
    ('offices', 'import_register', 'office_row', '{code}', 'check_offices', 'store_offices', false, false,
     'registry.office', 'office', 'office_unknown'),
    ('declarations', 'import', 'submission_row', '{office_code}', 'check_submissions', 'store_said', true, false,
     null, null, null),
    ('scores', 'import', 'submission_row', '{office_code}', 'check_submissions', 'store_said', true, false,
     null, null, null),
    ('association_scores', 'import', 'submission_row', '{office_code}', 'check_submissions', 'store_said', true, false,
     null, null, null),
    ('satisfaction_scores', 'import', 'submission_row', '{office_code}', 'check_submissions', 'store_said', true, false,
     null, null, null),
    ('reviews', 'import', 'submission_row', '{office_code}', 'check_submissions', 'store_said', true, false,
     null, null, null),
    ('violations', 'record_violations', 'violation_row', '{decision_number,office_code,kind}', 'check_violations',
     'store_violations', true, false, null, null, null),
    ('agencies', 'import_register', 'agency_row', '{code}', null, 'store_agencies', false, true,
     'registry.service', 'agency', 'agency_unknown'),
    ('services', 'import_register', 'service_row', '{code}', 'check_services', 'store_services', false, true,
     'registry.service', 'service', 'service_unknown'),
    ('mou_targets', 'import_register', 'mou_target_row', '{agency_code,sub_indicator,year,first_year}',
     'check_mou_targets', 'store_mou_targets', false, true, 'registry.service', null, null),
    ('delegations', 'import_register', 'delegation_row', '{mou_number,service_code}', 'check_delegations',
     'store_delegations', false, true, 'registry.service', null, null),
    ('contracts', 'import_register', 'contract_row', '{office_code,service_code,registered_on}', 'check_contracts',
     'store_contracts', false, false, 'registry.service', null, null);

insert into registry.import_reference values
    ('declarations', 'office_code', 'offices'), ('scores', 'office_code', 'offices'),
    ('association_scores', 'office_code', 'offices'), ('satisfaction_scores', 'office_code', 'offices'),
    ('reviews', 'office_code', 'offices'), ('violations', 'office_code', 'offices'),
    ('services', 'agency_code', 'agencies'), ('services', 'parent_code', 'services'),
    ('mou_targets', 'agency_code', 'agencies'), ('delegations', 'service_code', 'services'),
    ('contracts', 'office_code', 'offices'), ('contracts', 'service_code', 'services');

create table registry.import (
    -- A revision.
    id bigint primary key,
    kind text not null,
    period_id integer references registry.evaluation_period,
    actor_id integer not null references registry.account,
    file_name text not null,
    digest text not null,
    accepts_valid boolean not null,
    rows_read integer not null,
    inserted integer not null,
    changed integer not null,
    unchanged integer not null,
    refused integer not null,
    recorded_at timestamptz not null,
    constraint import_kind_is_known foreign key (kind) references registry.import_kind,
    constraint import_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint import_rows_add_up check (rows_read = inserted + changed + unchanged + refused)
);
create index import_kind_idx on registry.import (kind);
create index import_period_id_idx on registry.import (period_id);
create index import_actor_id_idx on registry.import (actor_id);
create constraint trigger import_is_recorded after insert on registry.import
    deferrable initially deferred for each row execute function registry.record_import();
create trigger import_is_append_only before update or delete or truncate on registry.import
    for each statement execute function registry.refuse_change();
grant select on registry.import to pishkhan_views;
grant select, insert on registry.import to pishkhan_commands;

-- Kept until its file is corrected, and no longer.
create table registry.refused_row (
    import_id bigint not null references registry.import,
    -- In the order of the file; for a CSV file the line.
    position integer not null,
    -- Null if the file is one table.
    sheet text,
    line integer not null,
    row_text text not null,
    reason text not null,
    primary key (import_id, position)
);
create trigger refused_row_is_append_only before update or truncate on registry.refused_row
    for each statement execute function registry.refuse_change();
create trigger refused_row_is_counted after insert on registry.refused_row
    referencing new table as changed for each statement execute function registry.count_refused_rows();
create trigger removed_refused_row_is_counted after delete on registry.refused_row
    referencing old table as changed for each statement execute function registry.count_refused_rows();
create trigger refused_row_is_kept_for_its_time before delete on registry.refused_row
    for each row execute function registry.guard_refused_row();
grant select on registry.refused_row to pishkhan_views;
grant select, insert on registry.refused_row to pishkhan_commands;
