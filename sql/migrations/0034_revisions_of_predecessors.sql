-- What an office followed, and how, is a fact like others: it comes by an import, and the newest revision counts. Rows of
-- imports that left no row of their own may be there already, so only new ones are checked.
alter table registry.office_predecessor
    drop constraint office_predecessor_pkey,
    add primary key (office_id, predecessor_id, revision),
    add constraint office_predecessor_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred not valid;
create index office_predecessor_revision_idx on registry.office_predecessor (revision);
