-- Agencies, their services and the targets of their memoranda; delegations of services to the counter offices;
-- contracts of offices; and how services are handed over.

-- A version holds from effective_on until the next one; of two for the same day the later revision counts.
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
create trigger agency_version_is_append_only before update or delete or truncate on registry.agency_version
    for each statement execute function registry.refuse_change();
grant select on registry.agency_version to pishkhan_views, pishkhan_commands;
grant insert on registry.agency_version to pishkhan_commands;

create table registry.service (
    id integer generated always as identity primary key,
    code text not null,
    constraint service_code_is_unique unique (code),
    -- The length of a code is not published; the one public sample has ten digits.
    constraint service_code_is_digits check (code ~ '^[0-9]{4,12}$')
);
create trigger service_is_append_only before update or delete or truncate on registry.service
    for each statement execute function registry.refuse_change();
grant select on registry.service to pishkhan_views, pishkhan_commands;
grant insert on registry.service to pishkhan_commands;

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
    -- Neither has a published list of values.
    level text,
    mode text,
    documents text,
    request_url text,
    guide_url text,
    faq_url text,
    -- The fields of the service level agreement.
    sla_url text,
    -- The unit that answers questions.
    unit text,
    phone text,
    primary key (service_id, effective_on, revision),
    constraint service_title_is_given check (title <> ''),
    constraint service_is_not_its_own_parent check (parent_id <> service_id),
    constraint recipients_are_known check (recipients <@ array['g2c', 'g2b', 'g2g']),
    constraint service_has_four_stages check (cardinality(stage_channels) = 4 and cardinality(stage_counter) = 4),
    constraint service_links_are_web_addresses check (
        request_url ~ '^https?://' and guide_url ~ '^https?://' and faq_url ~ '^https?://' and sla_url ~ '^https?://'),
    constraint service_version_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index service_version_agency_id_idx on registry.service_version (agency_id);
create index service_version_parent_id_idx on registry.service_version (parent_id);
create index service_version_revision_idx on registry.service_version (revision);
create trigger service_version_is_append_only before update or delete or truncate on registry.service_version
    for each statement execute function registry.refuse_change();
grant select on registry.service_version to pishkhan_views, pishkhan_commands;
grant insert on registry.service_version to pishkhan_commands;

-- The number of services to be delegated. `first_year` = 0: the memorandum does not say from which year it counts;
-- `first_year` = `year`: the target of that year alone; otherwise the sum of both years and those between.
create table registry.mou_target (
    agency_id integer not null references registry.agency,
    sub_indicator text not null,
    year smallint not null,
    first_year smallint not null,
    revision bigint not null,
    -- Null means that the target was taken back.
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
create trigger mou_target_is_append_only before update or delete or truncate on registry.mou_target
    for each statement execute function registry.refuse_change();
grant select on registry.mou_target to pishkhan_views, pishkhan_commands;
grant insert on registry.mou_target to pishkhan_commands;

-- Delegations of services to the counter offices.
create table registry.delegation (
    id integer generated always as identity primary key,
    service_id integer not null references registry.service,
    mou_number text not null,
    constraint delegation_is_registered_once unique (service_id, mou_number),
    constraint mou_number_is_given check (mou_number <> '')
);
create trigger delegation_is_append_only before update or delete or truncate on registry.delegation
    for each statement execute function registry.refuse_change();
grant select on registry.delegation to pishkhan_views, pishkhan_commands;
grant insert on registry.delegation to pishkhan_commands;

-- The newest revision counts.
create table registry.delegation_version (
    delegation_id integer not null references registry.delegation,
    revision bigint not null,
    mou_on date not null,
    valid_from date not null,
    -- The first day on which it no longer holds.
    withdrawn_on date,
    -- The uploaded document: the image of the first page, or letters.
    evidence text,
    area text not null,
    primary key (delegation_id, revision),
    constraint delegation_area_is_known check (area in ('country', 'provinces', 'localities')),
    constraint withdrawal_follows_the_start check (withdrawn_on >= valid_from),
    constraint delegation_version_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index delegation_version_revision_idx on registry.delegation_version (revision);
create trigger delegation_version_is_append_only before update or delete or truncate on registry.delegation_version
    for each statement execute function registry.refuse_change();
grant select on registry.delegation_version to pishkhan_views, pishkhan_commands;
grant insert on registry.delegation_version to pishkhan_commands;

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
create trigger delegation_place_is_append_only before update or delete or truncate on registry.delegation_place
    for each statement execute function registry.refuse_change();
grant select on registry.delegation_place to pishkhan_views, pishkhan_commands;
grant insert on registry.delegation_place to pishkhan_commands;

-- The regulator's confirmation that a delegation operates. The newest revision counts; null takes a confirmation back.
create table registry.delegation_confirmation (
    delegation_id integer not null references registry.delegation,
    revision bigint not null,
    confirmed_on date,
    primary key (delegation_id, revision),
    constraint delegation_confirmation_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index delegation_confirmation_revision_idx on registry.delegation_confirmation (revision);
create trigger delegation_confirmation_is_append_only before update or delete or truncate
    on registry.delegation_confirmation for each statement execute function registry.refuse_change();
grant select on registry.delegation_confirmation to pishkhan_views, pishkhan_commands;
grant insert on registry.delegation_confirmation to pishkhan_commands;

-- Contracts: which office offers which service, from a day until a day. An office has one contract for a service at a
-- time; a contract changes once, when it ends, and is never deleted.
create table registry.contract (
    id bigint generated always as identity primary key,
    office_id bigint not null,
    province_id integer not null,
    service_id integer not null references registry.service,
    registered_on date not null,
    -- The first day on which it no longer holds.
    ended_on date,
    -- Registered within the ceiling, or found to exist when contracts were first imported.
    origin text not null,
    revision bigint not null,
    end_revision bigint,
    constraint contract_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint contract_origin_is_known check (origin in ('registered', 'found')),
    constraint contract_ends_after_its_start check (ended_on >= registered_on),
    constraint ended_contract_has_its_revision check ((ended_on is null) = (end_revision is null)),
    constraint office_offers_a_service_once_at_a_time exclude using gist (
        int8range(office_id, office_id, '[]') with &&, int4range(service_id, service_id, '[]') with &&,
        daterange(registered_on, ended_on) with &&)
);
create index contract_office_id_province_id_idx on registry.contract (office_id, province_id);
create index contract_service_id_province_id_idx on registry.contract (service_id, province_id);
create index contract_province_id_idx on registry.contract (province_id);
create trigger contract_only_ends before update on registry.contract
    for each row execute function registry.guard_contract();
create trigger contract_is_of_the_actors_agency before insert or update on registry.contract
    for each row execute function registry.guard_contract_agency();
create trigger contract_is_never_deleted before delete or truncate on registry.contract
    for each statement execute function registry.refuse_change();
alter table registry.contract enable row level security;
create policy contract_is_read_in_scope on registry.contract for select to pishkhan_views
    using (province_id = any ((select registry.actor_provinces())::integer[]));
create policy contract_is_kept_in_scope on registry.contract for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.contract to pishkhan_views;
grant select, insert, update on registry.contract to pishkhan_commands;

-- The order in which an office above its ceiling hands services over, and the number of days after the cause: versions
-- by the day from which they hold. No regulation publishes either, so the first version is a SAMPLE.
create table registry.hand_over_policy (
    id integer generated always as identity primary key,
    -- Of two for the same day the later one counts.
    effective_on date not null,
    contract_order text not null,
    rank_change_days smallint not null,
    suspension_days smallint not null,
    -- After a licence was closed, was revoked or has expired.
    closure_days smallint not null,
    withdrawal_days smallint not null,
    -- After the office moved, or if it was above its ceiling when its contracts were imported.
    other_days smallint not null,
    legal_basis text not null,
    is_sample boolean not null,
    constraint hand_over_order_is_known check
        (contract_order in ('newest_contract_first', 'oldest_contract_first', 'service_code')),
    constraint hand_over_days_are_plausible check
        (least(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) >= 0
         and greatest(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) <= 1000),
    constraint hand_over_basis_is_given check (legal_basis <> '')
);
create index hand_over_policy_effective_on_idx on registry.hand_over_policy (effective_on, id);
create trigger hand_over_policy_is_append_only before update or delete or truncate on registry.hand_over_policy
    for each statement execute function registry.refuse_change();
grant select on registry.hand_over_policy to pishkhan_views, pishkhan_commands;
grant insert on registry.hand_over_policy to pishkhan_commands;

insert into registry.hand_over_policy (effective_on, contract_order, rank_change_days, suspension_days, closure_days,
    withdrawal_days, other_days, legal_basis, is_sample)
-- From the first day of 1200, the earliest day that files may name.
values ('1821-03-21', 'newest_contract_first', 30, 30, 30, 30, 30, 'نمونه (SAMPLE): مهلت واگذاری منتشر نشده است.', true);
