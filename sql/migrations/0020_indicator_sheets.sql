-- Published sheets of the agency indicator: never changed; a correction is a further number.
create table registry.indicator_sheet (
    id integer generated always as identity primary key,
    agency_id integer not null references registry.agency,
    rules_id integer not null references registry.indicator_rules,
    item text not null,
    year smallint not null,
    number integer not null,
    cut_off_on date not null,
    -- Facts of later revisions are not in the sheet.
    revision bigint not null,
    -- The bytes of which the digest is: one line of canonical JSON in UTF-8.
    sheet bytea not null,
    digest text not null,
    actor_id integer not null references registry.account,
    published_at timestamptz not null,
    constraint indicator_sheet_number_is_unique unique (agency_id, item, year, number),
    constraint indicator_sheet_numbers_count_from_one check (number >= 1),
    constraint indicator_sheet_digest_is_of_its_bytes check (digest = encode(sha256(sheet), 'hex'))
);
create index indicator_sheet_rules_id_idx on registry.indicator_sheet (rules_id);
create index indicator_sheet_actor_id_idx on registry.indicator_sheet (actor_id);
create trigger indicator_sheet_is_append_only before update or delete or truncate on registry.indicator_sheet
    for each statement execute function registry.refuse_change();
grant select on registry.indicator_sheet to pishkhan_views, pishkhan_commands;
grant insert on registry.indicator_sheet to pishkhan_commands;
