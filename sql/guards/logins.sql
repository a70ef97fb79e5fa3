-- Rules for passwords and invitations, and which accounts an inviter reaches.

-- True if the actor's scope holds the account: that of the country holds every account, that of provinces the accounts
-- that were given offices of these provinces and of no other. An account that an office has left counts with it.
create or replace function registry.actor_reaches(account_id integer) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.actor_is_national() then
        return true;
    end if;
    return exists (
            select from registry.account a join registry.role r on r.name = a.role
            where a.id = registry.actor() and a.is_active and r.scope = 'provinces')
        and exists (
            select from registry.account a join registry.role r on r.name = a.role
            where a.id = actor_reaches.account_id and r.scope = 'offices')
        and (select coalesce(bool_and(own.province_id = any (registry.actor_provinces())), false)
             from registry.account_office own where own.account_id = actor_reaches.account_id);
end
$$;
grant execute on function registry.actor_reaches(integer) to pishkhan_commands;

-- The accounts that an actor of some provinces may invite; whoever reads all accounts needs no list.
create or replace function registry.reachable_accounts() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    provinces integer[] := registry.actor_provinces();
begin
    if registry.actor_is_national() or not registry.actor_may('invite_account') then
        return '{}';
    end if;
    return array(
        select a.id from registry.account_office own
        join registry.account a on a.id = own.account_id
        join registry.role r on r.name = a.role and r.scope = 'offices'
        group by a.id having bool_and(own.province_id = any (provinces)));
end
$$;
grant execute on function registry.reachable_accounts() to pishkhan_views, pishkhan_app;

-- Accounts that were made for an earlier holder of an office, and whether they still have another office.
create or replace function registry.accounts_that_lost(office_id bigint)
returns table (account_id integer, has_another boolean)
language sql stable security definer set search_path = registry, pg_temp as $$
    select lost.account_id, exists (
        select from registry.account_office own join registry.office o on o.id = own.office_id
        where own.account_id = lost.account_id and o.holder_id = own.holder_id)
    from registry.account_office lost join registry.office o on o.id = lost.office_id
    where lost.office_id = accounts_that_lost.office_id and o.holder_id <> lost.holder_id
    order by lost.account_id
$$;
grant execute on function registry.accounts_that_lost(bigint) to pishkhan_commands;

-- Refuses an account that no password may open.
create or replace function registry.require_password_role(account_id integer) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if exists (select from registry.account a join registry.role r on r.name = a.role
               where a.id = require_password_role.account_id and (r.is_built_in or r.needs_two_persons)) then
        perform registry.refuse_constraint('no_password_opens_the_headquarters');
    end if;
end
$$;

-- A password may be replaced and may end; its account stays.
create or replace function registry.guard_password() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if tg_op = 'UPDATE' and new.account_id <> old.account_id then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'password ' || old.account_id;
    end if;
    -- A password that ends may be of an account that has another role by now.
    if new.ended_at is null then
        perform registry.require_password_role(new.account_id);
    end if;
    return new;
end
$$;

create or replace function registry.set_invitation_persons() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.require_password_role(new.account_id);
    new.giver_id := (select a.person_id from registry.account a where a.id = new.given_by);
    new.person_id := (select a.person_id from registry.account a where a.id = new.account_id);
    return new;
end
$$;

-- An invitation may only be accepted or withdrawn, once.
create or replace function registry.guard_invitation() returns trigger
language plpgsql as $$
begin
    if (new.id, new.account_id, new.digest, new.made_at, new.expires_at, new.given_by, new.giver_id, new.person_id)
            is distinct from
            (old.id, old.account_id, old.digest, old.made_at, old.expires_at, old.given_by, old.giver_id, old.person_id)
        or old.accepted_at is not null or old.withdrawn_at is not null then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'invitation ' || old.id;
    end if;
    return new;
end
$$;
