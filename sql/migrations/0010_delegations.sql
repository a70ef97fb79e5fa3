-- Delegations of services to the counter offices, where they apply, and the regulator's word that they operate.
create table registry.delegation (
    id integer generated always as identity primary key,
    service_id integer not null references registry.service,
    mou_number text not null,
    constraint delegation_is_registered_once unique (service_id, mou_number),
    constraint mou_number_is_given check (mou_number <> '')
);

-- The newest revision counts.
create table registry.delegation_version (
    delegation_id integer not null references registry.delegation,
    revision bigint not null,
    mou_on date not null,
    valid_from date not null,
    -- The first day on which it no longer holds.
    withdrawn_on date,
    -- What was uploaded: the image of the first page, or letters.
    evidence text,
    area text not null,
    primary key (delegation_id, revision),
    constraint delegation_area_is_known check (area in ('country', 'provinces', 'localities')),
    constraint withdrawal_follows_the_start check (withdrawn_on >= valid_from),
    constraint delegation_version_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index delegation_version_revision_idx on registry.delegation_version (revision);

-- The provinces or localities of a version whose area is not the country.
create table registry.delegation_place (
    delegation_id integer not null,
    revision bigint not null,
    province_id integer references registry.province,
    locality_id integer references registry.locality,
    constraint delegation_place_is_of_a_version foreign key (delegation_id, revision)
        references registry.delegation_version (delegation_id, revision),
    constraint delegation_place_is_one_place check (num_nonnulls(province_id, locality_id) = 1),
    constraint delegation_place_is_named_once unique nulls not distinct
        (delegation_id, revision, province_id, locality_id)
);
create index delegation_place_province_id_idx on registry.delegation_place (province_id);
create index delegation_place_locality_id_idx on registry.delegation_place (locality_id);

-- The newest revision counts; null takes a confirmation back.
create table registry.delegation_confirmation (
    delegation_id integer not null references registry.delegation,
    revision bigint not null,
    confirmed_on date,
    primary key (delegation_id, revision),
    constraint delegation_confirmation_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index delegation_confirmation_revision_idx on registry.delegation_confirmation (revision);

do $$
declare
    subject text;
begin
    foreach subject in array array['delegation', 'delegation_version', 'delegation_place', 'delegation_confirmation']
    loop
        execute format(
            'create trigger %I before update or delete or truncate on registry.%I
                 for each statement execute function registry.refuse_change()',
            subject || '_is_append_only', subject);
        execute format('grant select on registry.%I to pishkhan_views, pishkhan_commands', subject);
        execute format('grant insert on registry.%I to pishkhan_commands', subject);
    end loop;
end
$$;
