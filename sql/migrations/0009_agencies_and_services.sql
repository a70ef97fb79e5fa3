-- Agencies, their services and the targets of their memoranda: append-only versions; on a day the newest one counts.
create table registry.agency (
    id integer generated always as identity primary key,
    code text not null,
    constraint agency_code_is_unique unique (code),
    constraint agency_code_is_given check (code <> '' and length(code) <= 40)
);

-- From effective_on until the next version it was so; of two for the same day the later revision counts.
create table registry.agency_version (
    agency_id integer not null references registry.agency,
    effective_on date not null,
    revision bigint not null,
    title text not null,
    primary key (agency_id, effective_on, revision),
    constraint agency_title_is_given check (title <> ''),
    constraint agency_version_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index agency_version_revision_idx on registry.agency_version (revision);

create table registry.service (
    id integer generated always as identity primary key,
    code text not null,
    constraint service_code_is_unique unique (code),
    -- The length of a code is not published; the one public sample has ten digits.
    constraint service_code_is_digits check (code ~ '^[0-9]{4,12}$')
);

create table registry.service_version (
    service_id integer not null references registry.service,
    effective_on date not null,
    revision bigint not null,
    title text not null,
    -- The owner; a service moves to another agency by a later version.
    agency_id integer not null references registry.agency,
    parent_id integer references registry.service,
    recipients text[] not null,
    is_sovereign boolean not null,
    is_delegable boolean not null,
    delegable_reason text,
    -- In the order information, request, production, delivery: the access channels, and whether the field of the
    -- counter offices is completed.
    stage_channels text[] not null,
    stage_counter boolean[] not null,
    primary key (service_id, effective_on, revision),
    constraint service_title_is_given check (title <> ''),
    constraint service_is_not_its_own_parent check (parent_id <> service_id),
    constraint recipients_are_known check (recipients <@ array['g2c', 'g2b', 'g2g']),
    constraint service_has_four_stages check (cardinality(stage_channels) = 4 and cardinality(stage_counter) = 4),
    constraint service_version_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index service_version_agency_id_idx on registry.service_version (agency_id);
create index service_version_parent_id_idx on registry.service_version (parent_id);
create index service_version_revision_idx on registry.service_version (revision);

-- A count of services to be delegated. `first_year` = 0: the memorandum does not say from which year it counts;
-- `first_year` = `year`: the target of that year alone; else the sum of both years and those between.
create table registry.mou_target (
    agency_id integer not null references registry.agency,
    sub_indicator text not null,
    year smallint not null,
    first_year smallint not null,
    revision bigint not null,
    -- Null: the target was taken back.
    target integer,
    mou_number text,
    primary key (agency_id, sub_indicator, year, first_year, revision),
    constraint sub_indicator_is_well_formed check (sub_indicator ~ '^[1-9]/[1-9][0-9]?$'),
    constraint target_years_are_plausible check
        (year between 1380 and 1500 and (first_year = 0 or first_year between 1380 and year)),
    constraint target_is_a_count check (target between 0 and 100000),
    constraint mou_target_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index mou_target_revision_idx on registry.mou_target (revision);

alter table registry.import drop constraint import_kind_is_known;
alter table registry.import add constraint import_kind_is_known check
    (kind in ('offices', 'declarations', 'association_scores', 'satisfaction_scores', 'violations', 'correction',
              'agencies', 'services', 'mou_targets', 'delegations', 'contracts'));

do $$
declare
    subject text;
begin
    foreach subject in array array['agency', 'agency_version', 'service', 'service_version', 'mou_target'] loop
        execute format(
            'create trigger %I before update or delete or truncate on registry.%I
                 for each statement execute function registry.refuse_change()',
            subject || '_is_append_only', subject);
        execute format('grant select on registry.%I to pishkhan_views, pishkhan_commands', subject);
        execute format('grant insert on registry.%I to pishkhan_commands', subject);
    end loop;
end
$$;
