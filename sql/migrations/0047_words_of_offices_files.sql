-- What the last offices file said about an office, where that is not what the office's newest version of a file holds:
-- a correction by hand stays when the next file repeats what the last one said.
create table registry.office_said (
    office_id bigint not null,
    province_id integer not null,
    -- The revision of the import.
    revision bigint not null,
    -- Fields by their names; null where the file said that there is none.
    said jsonb not null,
    primary key (office_id, revision),
    constraint office_said_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id)
);
create index office_said_office_id_province_id_idx on registry.office_said (office_id, province_id);
create trigger office_said_is_append_only before update or delete or truncate on registry.office_said
    for each statement execute function registry.refuse_change();
alter table registry.office_said enable row level security;
create policy office_said_is_kept_in_scope on registry.office_said for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
grant select, insert on registry.office_said to pishkhan_commands;

-- What a file on its way in says about offices that were corrected by hand.
create unlogged table staging.office_said_row (
    import_key uuid not null,
    line integer not null,
    office_id bigint not null,
    province_id integer not null,
    said jsonb not null,
    made_in xid8 not null default pg_current_xact_id()
);
grant select, insert, delete on staging.office_said_row to pishkhan_commands;

alter table registry.office drop constraint floor_area_is_plausible, drop constraint staff_count_is_plausible,
    add constraint floor_area_is_plausible check (floor_area between 0 and 10000),
    add constraint staff_count_is_plausible check (staff_count between 0 and 100);
