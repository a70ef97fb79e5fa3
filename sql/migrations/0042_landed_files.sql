-- Which columns a file on its way in has: an absent column says nothing about its field.
create unlogged table staging.landed_file (
    import_key uuid primary key,
    -- Names of columns, as the kind of file knows them.
    columns text[] not null,
    made_in xid8 not null default pg_current_xact_id()
);
grant select, insert, delete on staging.landed_file to pishkhan_commands;
