-- A holder who is called otherwise from now on: the name until then stays, with the import that brought the other.
create table registry.holder_rename (
    holder_id bigint not null references registry.licence_holder,
    revision bigint not null,
    earlier_name text not null,
    primary key (holder_id, revision),
    constraint holder_rename_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index holder_rename_revision_idx on registry.holder_rename (revision);
create trigger holder_rename_is_append_only before update or delete or truncate on registry.holder_rename
    for each statement execute function registry.refuse_change();
grant select, insert on registry.holder_rename to pishkhan_commands;
