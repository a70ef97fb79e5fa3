-- Who may do and read what: every account has one role; a role has a reach and its deeds. Roles, reaches and deeds stand
-- in these two tables and nowhere else. A deed is a kind of act as the record writes it, or a reading (`read_…`).

-- Reach: the whole country; the provinces given to the account; the services of its agency, offered anywhere; or what
-- is published.
create table registry.role (
    name text primary key,
    title_fa text not null,
    title_en text not null,
    reach text not null,
    -- Its accounts come with the database: nobody makes, disables or enters one.
    is_built_in boolean not null default false,
    constraint role_reach_is_known check (reach in ('country', 'provinces', 'services', 'publications'))
);

create table registry.role_deed (
    role text not null references registry.role,
    deed text not null,
    primary key (role, deed),
    constraint deed_is_one_plain_word check (deed ~ '^[a-z]+(_[a-z]+)*$')
);

insert into registry.role (name, title_fa, title_en, reach, is_built_in) values
    ('headquarters', 'ستاد', 'Headquarters', 'country', false),
    ('provincial', 'منطقه', 'Provincial regulator', 'provinces', false),
    ('agency', 'دستگاه اجرایی', 'Agency', 'services', false),
    ('auditor', 'بازرس', 'Auditor', 'country', false),
    ('system', 'سامانه', 'System', 'country', true),
    ('public', 'همگان', 'Public', 'publications', true);

insert into registry.role_deed (role, deed)
select granted.role, deed
from (values
    ('headquarters', array['import', 'correct_office', 'adopt_scheme', 'plan_period', 'open_period', 'close_period',
        'reopen_period', 'rank', 'publish', 'assign_region', 'name_association', 'register_contract', 'end_contract',
        'make_account', 'disable_account', 'enable_account', 'change_role', 'issue_token', 'rotate_token',
        'revoke_token', 'link_identity', 'unlink_identity',
        'read_registry', 'read_facts', 'read_unpublished', 'read_record', 'read_accounts', 'read_indicators',
        'read_work_list']),
    ('provincial', array['import', 'correct_office', 'register_contract', 'end_contract',
        'read_registry', 'read_facts', 'read_unpublished', 'read_indicators', 'read_work_list']),
    ('agency', array['register_contract', 'end_contract', 'read_indicators', 'read_work_list']),
    ('auditor', array['read_registry', 'read_facts', 'read_unpublished', 'read_record', 'read_accounts',
        'read_indicators', 'read_work_list']),
    ('system', array['open_period', 'close_period', 'rank', 'publish', 'read_facts', 'read_unpublished'])
) granted (role, deeds), unnest(granted.deeds) deed;

alter table registry.account add column role text references registry.role;
alter table registry.account add column agency_id integer references registry.agency;
update registry.account set role = case scope when 'national' then 'headquarters' else 'provincial' end;
alter table registry.account alter column role set not null;
alter table registry.account add constraint only_an_agencys_account_has_an_agency check
    ((role = 'agency') = (agency_id is not null));
create index account_role_idx on registry.account (role);
create index account_agency_id_idx on registry.account (agency_id);

create function registry.actor_may(deed text) returns boolean
language sql stable security definer
begin atomic
    select exists (
        select from registry.account
        join registry.role_deed granted on granted.role = account.role and granted.deed = actor_may.deed
        where account.id = registry.actor() and account.is_active);
end;

create or replace function registry.actor_provinces() returns integer[]
language sql stable security definer
begin atomic
    select coalesce(
        (select case role.reach
                    when 'provinces' then array(select scoped.province_id from registry.account_province scoped
                                                where scoped.account_id = account.id)
                    else array(select province.id from registry.province)
                end
         from registry.account
         join registry.role on role.name = account.role
         where account.id = registry.actor() and account.is_active),
        '{}'::integer[]);
end;

create or replace function registry.actor_is_national() returns boolean
language sql stable security definer
begin atomic
    select exists (
        select from registry.account
        join registry.role on role.name = account.role
        where account.id = registry.actor() and account.is_active and role.reach = 'country');
end;

-- Of an agency's account; null for every other.
create function registry.actor_agency() returns integer
language sql stable security definer
begin atomic
    select account.agency_id from registry.account where account.id = registry.actor() and account.is_active;
end;

alter table registry.account drop column scope;

-- The public asks without an account of its own; the clock takes the steps of the periods.
insert into registry.account (name, person, role) values ('public', 'public', 'public'), ('clock', 'clock', 'system');

-- One chained row an act, written in the act's own transaction; the head is the last thing that it locks. Every change
-- of the registry is an act, so an account whose role lacks the deed changes nothing.
create or replace function registry.record_act(kind text, subject text, reason text, detail jsonb) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    head registry.act_head;
    actor_id integer := registry.actor();
    recorded_at timestamptz := clock_timestamp();
    new_hash bytea;
begin
    if not exists (select from registry.account where id = actor_id and is_active) then
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    if not registry.actor_may(record_act.kind) then
        raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = record_act.kind;
    end if;
    select * into strict head from registry.act_head for update;
    new_hash := registry.act_hash(
        head.hash, head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject,
        record_act.reason, record_act.detail);
    insert into registry.act (id, kind, actor_id, recorded_at, subject, reason, detail, previous_hash, hash)
    values (head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject, record_act.reason,
            record_act.detail, head.hash, new_hash);
    update registry.act_head set act_count = head.act_count + 1, hash = new_hash;
    return head.act_count + 1;
end
$$;

grant execute on function registry.actor_may(text), registry.actor_agency()
    to pishkhan_views, pishkhan_commands, pishkhan_app;
grant select on registry.role, registry.role_deed to pishkhan_views, pishkhan_commands;
