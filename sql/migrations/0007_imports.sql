-- Imports: what was read from a file, changed by hand or refused. Facts name the import that brought them.
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
    constraint import_kind_is_known check
        (kind in ('offices', 'declarations', 'scores', 'association_scores', 'satisfaction_scores', 'reviews',
                  'violations', 'correction', 'agencies', 'services', 'mou_targets', 'delegations', 'contracts')),
    constraint import_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint import_rows_add_up check (rows_read = inserted + changed + unchanged + refused)
);
create index import_period_id_idx on registry.import (period_id);
create index import_actor_id_idx on registry.import (actor_id);
create constraint trigger import_is_recorded after insert on registry.import
    deferrable initially deferred for each row execute function registry.record_import();
create trigger import_is_append_only before update or delete or truncate on registry.import
    for each statement execute function registry.refuse_change();
grant select on registry.import to pishkhan_views;
grant select, insert on registry.import to pishkhan_commands;

-- Kept until its file is mended, and no longer.
create table registry.refused_row (
    import_id bigint not null references registry.import,
    line integer not null,
    row_text text not null,
    reason text not null,
    primary key (import_id, line)
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
