-- Licence holders and offices: the present facts, the earlier ones, and which office followed which.
create table registry.licence_holder (
    id bigint generated always as identity primary key,
    kind text not null,
    -- Personal data: never shown, never logged, never a public identifier.
    national_id text not null,
    name text not null,
    constraint holder_kind_is_known check (kind in ('natural', 'legal')),
    constraint holder_national_id_fits_kind check
        (national_id ~ case kind when 'natural' then '^[0-9]{10}$' else '^[0-9]{11}$' end),
    constraint holder_is_registered_once unique (national_id)
);
create trigger holder_is_never_deleted before delete or truncate on registry.licence_holder
    for each statement execute function registry.refuse_change();
grant select (id, kind, name) on registry.licence_holder to pishkhan_views;
grant select, insert, update on registry.licence_holder to pishkhan_commands;

-- Earlier names of holders: the name until a change, with the import that brought the new one.
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

-- That its locality lies in its county, its county in its province, and that its holder is known, is proved by the
-- statement's trigger: `office_county_is_known`, `office_locality_is_in_its_county`, `office_holder_is_known`.
create table registry.office (
    id bigint generated always as identity primary key,
    code text not null,
    province_id integer not null,
    county_id integer not null,
    locality_id integer not null,
    kind text not null,
    holder_id bigint not null,
    licence_number text not null,
    licensed_on date not null,
    expires_on date,
    state text not null,
    manager_name text,
    deputy_name text,
    address text,
    postal_code text,
    tenure text,
    -- Tenths of a square metre.
    floor_area integer,
    equipment text,
    has_signboard boolean,
    is_accessible boolean,
    posts_tariff boolean,
    staff_count integer,
    insured_staff_count integer,
    disabled_staff_count integer,
    -- The first day on which these facts held, and the revision that brought them.
    effective_on date not null,
    revision bigint not null,
    constraint office_code_is_unique unique (code),
    constraint office_code_is_given check (code <> '' and length(code) <= 40),
    constraint office_province_is_its_own unique (id, province_id),
    constraint office_kind_is_known check (kind in ('urban', 'rural')),
    constraint office_state_is_known check (state in ('active', 'expired', 'suspended', 'revoked', 'closed')),
    constraint licence_expires_after_issue check (expires_on >= licensed_on),
    constraint postal_code_is_ten_digits check (postal_code ~ '^[0-9]{10}$'),
    constraint floor_area_is_plausible check (floor_area between 0 and 10000),
    constraint staff_counts_agree check (insured_staff_count <= staff_count and disabled_staff_count <= staff_count),
    constraint staff_count_is_plausible check (staff_count between 0 and 100)
);
create index office_province_id_county_id_idx on registry.office (province_id, county_id);
create index office_county_id_province_id_idx on registry.office (county_id, province_id);
create index office_locality_id_county_id_idx on registry.office (locality_id, county_id);
create index office_holder_id_idx on registry.office (holder_id);
create trigger new_office_refers_to_what_is_known after insert on registry.office
    referencing new table as written for each statement execute function registry.prove_references_of_offices();
create trigger changed_office_refers_to_what_is_known after update on registry.office
    referencing new table as written for each statement execute function registry.prove_references_of_offices();
create trigger office_keeps_its_identity before update on registry.office
    for each row execute function registry.keep_office_identity();
create trigger office_keeps_its_history after update on registry.office
    referencing old table as replaced for each statement execute function registry.keep_office_history();
create trigger office_is_never_deleted before delete or truncate on registry.office
    for each statement execute function registry.refuse_change();
alter table registry.office enable row level security;
create policy office_is_read_in_scope on registry.office for select to pishkhan_views
    using (province_id = any ((select registry.actor_provinces())::integer[]));
create policy office_is_kept_in_scope on registry.office for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy office_is_one_of_the_actors on registry.office as restrictive for all to pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.office to pishkhan_views;
grant select, insert, update on registry.office to pishkhan_commands;

-- The offices of an account whose scope is offices. An account belongs to the licence holder for whom it was made: when
-- the office has another holder, the account has the office no more.
create table registry.account_office (
    account_id integer not null references registry.account,
    office_id bigint not null,
    province_id integer not null,
    holder_id bigint not null references registry.licence_holder,
    primary key (account_id, office_id),
    constraint account_has_an_office_of_its_province foreign key (office_id, province_id)
        references registry.office (id, province_id)
);
create index account_office_office_id_idx on registry.account_office (office_id, province_id);
create index account_office_holder_id_idx on registry.account_office (holder_id);
alter table registry.account_office enable row level security;
create policy account_office_is_read_with_its_account on registry.account_office for select to pishkhan_views
    using (account_id = (select registry.actor()) or (select registry.actor_may('read_accounts')));
grant select on registry.account_office to pishkhan_views;

-- Earlier versions of an office, and late news about the past. A version holds from effective_on until the next one; of
-- two for the same day the later revision counts.
create table registry.office_history (
    like registry.office including constraints,
    constraint office_history_is_of_an_office foreign key (id, province_id) references registry.office (id, province_id),
    primary key (id, effective_on, revision)
);
create trigger office_history_is_append_only before update or delete or truncate on registry.office_history
    for each statement execute function registry.refuse_change();
alter table registry.office_history enable row level security;
create policy office_history_is_read_in_scope on registry.office_history for select to pishkhan_views
    using (province_id = any ((select registry.actor_provinces())::integer[]));
create policy office_history_is_kept_in_scope on registry.office_history for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.office_history to pishkhan_views;
grant select, insert on registry.office_history to pishkhan_commands;

-- The office that an office followed, and the kind of the succession; the newest revision counts.
create table registry.office_predecessor (
    office_id bigint not null references registry.office,
    predecessor_id bigint not null references registry.office,
    kind text not null,
    effective_on date not null,
    revision bigint not null,
    primary key (office_id, predecessor_id, revision),
    constraint predecessor_kind_is_known check (kind in ('move', 'merger', 'transfer', 'code_change')),
    constraint office_is_not_its_own_predecessor check (office_id <> predecessor_id),
    constraint office_predecessor_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index office_predecessor_predecessor_id_idx on registry.office_predecessor (predecessor_id);
create index office_predecessor_revision_idx on registry.office_predecessor (revision);
create trigger office_predecessor_is_append_only before update or delete or truncate on registry.office_predecessor
    for each statement execute function registry.refuse_change();
grant select on registry.office_predecessor to pishkhan_views;
grant select, insert on registry.office_predecessor to pishkhan_commands;

-- The fields of an office in the last offices file that differ from the newest version that a file brought. So a
-- correction by hand is kept if the next file repeats the last one.
create table registry.office_said (
    office_id bigint not null,
    province_id integer not null,
    -- The revision of the import.
    revision bigint not null,
    -- Fields by their names; null if the file said that there is none.
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
