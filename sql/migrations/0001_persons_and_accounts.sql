-- Persons, their accounts and roles, and the tokens and identities of programs. A person may have several accounts;
-- duties that exclude each other bind the person.
grant usage on schema registry to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The form in which names are compared: letters and digits only, one form for each letter.
create function registry.name_key(name text) returns text
language sql immutable strict parallel safe
begin atomic
    -- Letters beyond the second list have no counterpart and are dropped: spaces, joiners, marks, punctuation.
    select translate(
        lower(name_key.name collate "C"),
        'يىئكأإٱؤۀة۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩' || ' ' || U&'\00A0\00AD\200C\200D\200E\200F\0640\064B\064C\064D\064E\064F\0650\0651\0652\0654'
            || '-_.,()''"«»/' || U&'\060C',
        'یییکاااوهه01234567890123456789'
    );
end;
grant execute on function registry.name_key(text) to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The form in which a person is stored: composed letters, one space between words, none around them.
create function registry.written_person(person text) returns text
language sql immutable strict parallel safe
begin atomic
    select btrim(regexp_replace(normalize(written_person.person, NFC), '\s+', ' ', 'g'));
end;

-- The form in which persons are compared: names that differ only in letter forms, accents, case or spaces are the same
-- person.
create function registry.person_key(person text) returns text
language sql immutable strict parallel safe
begin atomic
    select registry.name_key(translate(
        regexp_replace(normalize(person_key.person, NFKD), U&'[\0300-\036F\064B-\065F\0670]', '', 'g'),
        U&'\06D5\06C1\06BE\06AA', U&'\0647\0647\0647\06A9'));
end;
grant execute on function registry.written_person(text), registry.person_key(text) to pishkhan_commands;

-- Every account has one role; a role has a scope and permissions. Only these two tables hold them. A permission is a
-- kind of act as the record writes it, or a kind of reading (`read_…`).
--
-- The scope is the whole country; the provinces of the account; its offices; the services of its agency, wherever they
-- are offered; or published results.
create table registry.role (
    name text primary key,
    title_fa text not null,
    title_en text not null,
    scope text not null,
    -- Its accounts come with the database: they cannot be made, disabled or logged into.
    is_built_in boolean not null default false,
    -- It may give access to others: a token or identity of its accounts works only after another person has confirmed
    -- it.
    needs_two_persons boolean not null default false,
    constraint role_scope_is_known check (scope in ('country', 'provinces', 'offices', 'services', 'publications'))
);
grant select on registry.role to pishkhan_views, pishkhan_commands;

create table registry.role_permission (
    role text not null references registry.role,
    permission text not null,
    primary key (role, permission),
    constraint permission_is_one_plain_word check (permission ~ '^[a-z]+(_[a-z]+)*$')
);
grant select on registry.role_permission to pishkhan_views, pishkhan_commands;

insert into registry.role (name, title_fa, title_en, scope, is_built_in, needs_two_persons) values
    ('headquarters', 'ستاد', 'Headquarters', 'country', false, true),
    ('provincial', 'ادارهٔ کل استان', 'Provincial regulator', 'provinces', false, false),
    ('office', 'دفتر', 'Office', 'offices', false, false),
    ('association', 'انجمن صنفی استان', 'Provincial guild association', 'provinces', false, false),
    ('reviewer', 'بازبین منطقه', 'Reviewer of the region', 'provinces', false, false),
    ('group_member', 'عضو کارگروه', 'Member of the working group', 'provinces', false, false),
    ('committee', 'کمیتهٔ رسیدگی به تخلفات', 'Violation committee', 'provinces', false, false),
    ('agency', 'دستگاه اجرایی', 'Agency', 'services', false, false),
    ('auditor', 'بازرس', 'Auditor', 'country', false, false),
    ('system', 'سامانه', 'System', 'country', true, false),
    ('public', 'همگان', 'Public', 'publications', true, false);

insert into registry.role_permission (role, permission)
select granted.role, permission
from (values
    ('headquarters', array['make_account', 'disable_account', 'enable_account', 'change_role', 'issue_token',
        'rotate_token', 'revoke_token', 'confirm_token', 'link_identity', 'unlink_identity', 'confirm_identity',
        'assign_region', 'name_association', 'add_place', 'rename_place', 'split_county',
        'import', 'import_register', 'record_violations', 'correct_office', 'review', 'amend_facts', 'confirm_amendment',
        'adopt_scheme', 'plan_period', 'schedule_period', 'open_period', 'close_period', 'reopen_period', 'rank',
        'publish', 'publish_correction', 'overrule_step', 'confirm_overrule', 'set_window', 'release_offices',
        'end_release',
        'register_contract', 'end_contract', 'set_hand_over_policy', 'adopt_indicator_rules', 'publish_indicator',
        'keep_clock', 'forget_messages', 'forget_requests', 'forget_refused_rows',
        'read_registry', 'read_facts', 'read_unpublished', 'read_record', 'read_accounts', 'read_step_failures',
        'read_indicators', 'read_work_list']),
    ('provincial', array['import', 'import_register', 'record_violations', 'correct_office', 'register_contract',
        'end_contract', 'read_registry', 'read_facts', 'read_unpublished', 'read_indicators', 'read_work_list']),
    ('office', array['import', 'read_facts']),
    ('association', array['import', 'read_own_sources']),
    ('reviewer', array['import', 'review', 'read_registry', 'read_facts', 'read_unpublished']),
    ('group_member', array['read_registry', 'read_facts', 'read_unpublished']),
    ('committee', array['import', 'record_violations', 'read_registry']),
    ('agency', array['register_contract', 'end_contract', 'read_indicators', 'read_work_list']),
    -- The reason why a step could not be taken may name unpublished results.
    ('auditor', array['read_registry', 'read_facts', 'read_unpublished', 'read_record', 'read_accounts',
        'read_step_failures', 'read_indicators', 'read_work_list']),
    -- The clock: it takes due steps, reports them, and sends the messages.
    ('system', array['open_period', 'close_period', 'rank', 'publish', 'keep_clock', 'forget_messages',
        'forget_requests', 'forget_refused_rows', 'read_facts', 'read_unpublished', 'read_step_failures'])
) granted (role, permissions), unnest(granted.permissions) permission;

-- The agency of an agency's account. Its other fields come with its services.
create table registry.agency (
    id integer generated always as identity primary key,
    code text not null,
    constraint agency_code_is_unique unique (code),
    constraint agency_code_is_given check (code <> '' and length(code) <= 40)
);
create trigger agency_is_append_only before update or delete or truncate on registry.agency
    for each statement execute function registry.refuse_change();
grant select on registry.agency to pishkhan_views, pishkhan_commands;
grant insert on registry.agency to pishkhan_commands;

-- The person behind accounts.
create table registry.person (
    id integer generated always as identity primary key,
    -- In the form in which persons are compared.
    key text not null,
    constraint person_is_known_once unique (key),
    constraint person_key_is_given check (key <> ''),
    -- Letters of different alphabets look alike: with Latin a and Cyrillic а the program would see two persons, and
    -- people one.
    constraint person_is_of_one_alphabet check (key ~ '^([a-z0-9]*|[ءابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی0-9]*)$')
);
create trigger person_is_append_only before update or delete or truncate on registry.person
    for each statement execute function registry.refuse_change();
grant select on registry.person to pishkhan_views, pishkhan_commands;

create table registry.account (
    id integer generated always as identity primary key,
    name text not null,
    -- The name as it is written.
    person text not null,
    is_active boolean not null default true,
    role text not null references registry.role,
    agency_id integer references registry.agency,
    person_key text not null generated always as (registry.person_key(person)) stored,
    person_id integer not null references registry.person,
    constraint account_name_is_unique unique (name),
    constraint account_name_is_plain check (name ~ '^[a-z][a-z0-9._-]{0,62}$'),
    constraint person_is_written_plainly check
        (person = registry.written_person(person) and registry.person_key(person) <> '' and length(person) <= 200),
    constraint only_an_agencys_account_has_an_agency check ((role = 'agency') = (agency_id is not null))
);
create index account_role_idx on registry.account (role);
create index account_agency_id_idx on registry.account (agency_id);
create index account_person_id_idx on registry.account (person_id);
-- The number of rows of each account in tables in which any account may make many.
create table registry.account_share (
    account_id integer primary key references registry.account,
    findings integer not null default 0,
    refused_rows integer not null default 0,
    constraint findings_are_within_the_accounts_share check (findings between 0 and 200000),
    constraint refused_rows_are_within_the_accounts_share check (refused_rows between 0 and 500000)
);
grant select on registry.account_share to pishkhan_commands;

create trigger account_has_its_person before insert on registry.account
    for each row execute function registry.set_account_person();
create trigger account_keeps_its_identity before update on registry.account
    for each row execute function registry.guard_account();
create trigger account_is_never_deleted before delete or truncate on registry.account
    for each statement execute function registry.refuse_change();
grant select on registry.account to pishkhan_views, pishkhan_commands;
grant insert, update on registry.account to pishkhan_commands;

-- The operator is the only account of the command line until accounts are made. The public reads as its own account,
-- and the clock takes the steps of the periods as its own.
insert into registry.account (name, person, role) values
    ('operator', 'operator', 'headquarters'), ('public', 'public', 'public'), ('clock', 'clock', 'system');

-- Two persons stand behind accounts that may give access to others. A holder of a token or an outside identity acts as
-- its account, so one that opens such an account works only after another person than its giver has confirmed it. A
-- token or identity for an account of the giver's own person needs no second person, because the giver can already act
-- as that account. The very first one for a second person needs none either, because there is no other person yet.

-- A token. Only the digest of its secret is stored.
create table registry.access_token (
    id integer generated always as identity primary key,
    account_id integer not null references registry.account,
    -- The purpose, in the words of the person who asked for it.
    label text not null,
    -- SHA-256 of 256 random bits: with so many bits a slow hash would add nothing.
    digest bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- The token opens nothing from this instant on; it may lie in the future if a new token replaces it.
    revoked_at timestamptz,
    given_by integer not null default registry.actor() references registry.account,
    -- Null until a person confirms it; needed only if the account's role needs two persons.
    confirmed_by integer references registry.account,
    constraint token_label_is_given check (label <> '' and length(label) <= 200),
    constraint token_digest_is_sha256 check (length(digest) = 32),
    constraint token_digest_is_unique unique (digest),
    constraint token_expires_after_it_was_made check (expires_at > made_at),
    constraint token_is_revoked_after_it_was_made check (revoked_at >= made_at)
);
create index access_token_account_id_idx on registry.access_token (account_id);
create index access_token_given_by_idx on registry.access_token (given_by);
create index access_token_confirmed_by_idx on registry.access_token (confirmed_by);
create trigger access_token_only_ends before update on registry.access_token
    for each row execute function registry.guard_access_token();
create trigger access_token_is_confirmed_by_another before insert or update on registry.access_token
    for each row execute function registry.guard_confirmation();
create trigger access_token_is_never_deleted before delete or truncate on registry.access_token
    for each statement execute function registry.refuse_change();
grant select (id, account_id, label, made_at, expires_at, revoked_at, given_by, confirmed_by) on registry.access_token
    to pishkhan_views;
grant select, insert, update on registry.access_token to pishkhan_commands;

-- An identity that an outside issuer confirms.
create table registry.external_identity (
    id integer generated always as identity primary key,
    issuer text not null,
    subject text not null,
    account_id integer not null references registry.account,
    linked_at timestamptz not null,
    unlinked_at timestamptz,
    given_by integer not null default registry.actor() references registry.account,
    confirmed_by integer references registry.account,
    constraint identity_names_are_given check (issuer <> '' and subject <> ''),
    constraint identity_is_linked_to_one_account exclude using btree (issuer with =, subject with =)
        where (unlinked_at is null),
    constraint identity_is_unlinked_after_it_was_linked check (unlinked_at >= linked_at)
);
create index external_identity_account_id_idx on registry.external_identity (account_id);
create index external_identity_given_by_idx on registry.external_identity (given_by);
create index external_identity_confirmed_by_idx on registry.external_identity (confirmed_by);
create trigger external_identity_only_ends before update on registry.external_identity
    for each row execute function registry.guard_external_identity();
create trigger external_identity_is_confirmed_by_another before insert or update on registry.external_identity
    for each row execute function registry.guard_confirmation();
create trigger external_identity_is_never_deleted before delete or truncate on registry.external_identity
    for each statement execute function registry.refuse_change();
grant select on registry.external_identity to pishkhan_views;
grant select, insert, update on registry.external_identity to pishkhan_commands;
