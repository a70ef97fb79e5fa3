-- Log-in by password: invitations of accounts, passwords, failed attempts, and sessions.
--
-- A password opens no account of a role that needs two persons: whoever gives the invitation could set the password
-- alone. The headquarters goes on with tokens and outside identities.
insert into registry.role_permission (role, permission)
select granted.role, permission
from (values
    ('headquarters', array['invite_account', 'withdraw_invitation', 'hand_over_account', 'unlock_login',
        'change_password']),
    ('provincial', array['invite_account', 'withdraw_invitation', 'hand_over_account', 'unlock_login',
        'disable_account', 'enable_account', 'accept_invitation', 'change_password']),
    ('office', array['accept_invitation', 'change_password']),
    ('association', array['accept_invitation', 'change_password']),
    ('reviewer', array['accept_invitation', 'change_password']),
    ('group_member', array['accept_invitation', 'change_password']),
    ('committee', array['accept_invitation', 'change_password']),
    ('agency', array['accept_invitation', 'change_password']),
    ('auditor', array['accept_invitation', 'change_password']),
    -- Nobody has logged in when a log-in is locked, so the system is the one who does it.
    ('system', array['lock_login'])
) granted (role, permissions), unnest(granted.permissions) permission;

-- A session is a token of a short life that a password has opened.
alter table registry.access_token add column is_session boolean not null default false,
    add constraint session_is_short check (not is_session or expires_at <= made_at + interval '24 hours');
grant select (is_session) on registry.access_token to pishkhan_views;

-- The password of an account. The password itself never reaches the database. The program stretches it by scrypt with
-- these numbers, and sends the key; stored is the key's SHA-256, so that nobody logs in with what is stored.
create table registry.account_password (
    account_id integer primary key references registry.account,
    salt bytea not null,
    rounds integer not null,
    block_size integer not null,
    parallelism integer not null,
    digest bytea not null,
    set_at timestamptz not null,
    -- From here on it opens nothing, until another is set.
    ended_at timestamptz,
    constraint password_salt_is_long_enough check (length(salt) between 16 and 64),
    constraint password_cost_is_bounded check (
        rounds between 1024 and 1048576 and (rounds & (rounds - 1)) = 0
        and block_size between 1 and 32 and parallelism between 1 and 16),
    constraint password_digest_is_sha256 check (length(digest) = 32),
    constraint password_ends_after_it_was_set check (ended_at >= set_at),
    constraint instants_are_of_the_calendar check (
        set_at >= '1821-03-21 00:00+00' and set_at < '2222-03-21 00:00+00'
        and ended_at >= '1821-03-21 00:00+00' and ended_at < '2222-03-21 00:00+00')
);
create trigger account_password_opens_no_headquarters before insert or update on registry.account_password
    for each row execute function registry.guard_password();
create trigger account_password_is_never_deleted before delete or truncate on registry.account_password
    for each statement execute function registry.refuse_change();
grant select, insert, update on registry.account_password to pishkhan_commands;

-- How often in a row an account was tried without success, and until when its password opens nothing. A name that no
-- account has is counted too, in one of 1024 rows below zero, so that it is answered in the same time.
create table registry.login_attempt (
    counter integer primary key,
    failures integer not null,
    tried_at timestamptz not null,
    waits_until timestamptz,
    -- True if the record has the act of this lock.
    is_recorded boolean not null default false,
    constraint login_failures_are_counted check (failures >= 0),
    -- Whoever fails on purpose delays an account, and never closes it for good.
    constraint login_wait_is_bounded check (waits_until <= tried_at + interval '15 minutes'),
    constraint instants_are_of_the_calendar check (
        tried_at >= '1821-03-21 00:00+00' and tried_at < '2222-03-21 00:00+00'
        and waits_until >= '1821-03-21 00:00+00' and waits_until < '2222-03-21 00:00+00')
);
grant select, insert, update on registry.login_attempt to pishkhan_commands;

-- An invitation to set the password of an account. Only the digest of its secret is stored.
create table registry.invitation (
    id integer generated always as identity primary key,
    account_id integer not null references registry.account,
    digest bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    given_by integer not null default registry.actor() references registry.account,
    -- The persons of the giver and of the account, which a trigger fills in.
    giver_id integer not null references registry.person,
    person_id integer not null references registry.person,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    constraint invitation_digest_is_sha256 check (length(digest) = 32),
    constraint invitation_digest_is_unique unique (digest),
    constraint invitation_lasts_seven_days check (expires_at = made_at + interval '168 hours'),
    constraint nobody_invites_himself check (giver_id <> person_id),
    constraint account_has_one_open_invitation exclude using btree (account_id with =)
        where (accepted_at is null and withdrawn_at is null),
    constraint invitation_ends_once check (accepted_at is null or withdrawn_at is null),
    constraint invitation_is_accepted_in_time check (accepted_at >= made_at and accepted_at < expires_at),
    constraint invitation_is_withdrawn_after_it_was_made check (withdrawn_at >= made_at),
    constraint instants_are_of_the_calendar check (
        made_at >= '1821-03-21 00:00+00' and made_at < '2222-03-21 00:00+00'
        and expires_at >= '1821-03-21 00:00+00' and expires_at < '2222-03-21 00:00+00'
        and accepted_at >= '1821-03-21 00:00+00' and accepted_at < '2222-03-21 00:00+00'
        and withdrawn_at >= '1821-03-21 00:00+00' and withdrawn_at < '2222-03-21 00:00+00')
);
create index invitation_account_id_idx on registry.invitation (account_id);
create index invitation_given_by_idx on registry.invitation (given_by);
create index invitation_giver_id_idx on registry.invitation (giver_id);
create index invitation_person_id_idx on registry.invitation (person_id);
create trigger invitation_names_its_persons before insert on registry.invitation
    for each row execute function registry.set_invitation_persons();
create trigger invitation_only_ends before update on registry.invitation
    for each row execute function registry.guard_invitation();
create trigger invitation_is_never_deleted before delete or truncate on registry.invitation
    for each statement execute function registry.refuse_change();
grant select (id, account_id, made_at, expires_at, given_by, accepted_at, withdrawn_at) on registry.invitation
    to pishkhan_views;
grant select, insert, update on registry.invitation to pishkhan_commands;

-- Whoever may invite an account may see it.
create policy account_office_is_read_by_who_invites on registry.account_office for select to pishkhan_views
    using (account_id = any ((select registry.reachable_accounts())::integer[]));
