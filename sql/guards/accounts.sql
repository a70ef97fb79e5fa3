-- Rules for changes of persons, accounts, tokens and identities.
create or replace function registry.set_account_person() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    written text := registry.person_key(new.person);
begin
    -- Without a name there is no person, and the missing one would be told instead of the name.
    if written = '' then
        perform registry.refuse_constraint('person_is_written_plainly');
    end if;
    insert into registry.person (key) values (written) on conflict do nothing;
    select p.id into strict new.person_id from registry.person p where p.key = written;
    return new;
end
$$;

-- An account is disabled, never deleted; a built-in account keeps its role; and the headquarters cannot lock itself
-- out.
create or replace function registry.guard_account() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if (new.id, new.name, new.person) is distinct from (old.id, old.name, old.person)
        or exists (select from registry.role where name in (old.role, new.role) and is_built_in) then
        raise exception using errcode = 'RK505', message = 'account_is_fixed', detail = old.name;
    end if;
    if old.role = 'headquarters' and old.is_active and (new.role <> 'headquarters' or not new.is_active) then
        -- Of two that leave at once, the second sees that the first has left.
        perform from registry.role where name = 'headquarters' for update;
        if not exists (select from registry.account
                       where role = 'headquarters' and is_active and id <> old.id) then
            raise exception using errcode = 'RK506', message = 'last_headquarters_account', detail = old.name;
        end if;
    end if;
    return new;
end
$$;

-- A token may only end and be confirmed, and its end may not move to a later time.
create or replace function registry.guard_access_token() returns trigger
language plpgsql as $$
begin
    if (new.id, new.account_id, new.label, new.digest, new.made_at, new.expires_at, new.is_session)
            is distinct from
            (old.id, old.account_id, old.label, old.digest, old.made_at, old.expires_at, old.is_session)
        or new.revoked_at is null and (old.revoked_at is not null or new.confirmed_by is not distinct from old.confirmed_by)
        or new.revoked_at > old.revoked_at then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'token ' || old.id;
    end if;
    return new;
end
$$;

-- An outside identity may only end and be confirmed, and it never begins again.
create or replace function registry.guard_external_identity() returns trigger
language plpgsql as $$
begin
    if (new.id, new.issuer, new.subject, new.account_id, new.linked_at)
            is distinct from (old.id, old.issuer, old.subject, old.account_id, old.linked_at)
        or old.unlinked_at is not null and new.unlinked_at is distinct from old.unlinked_at then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'identity ' || old.id;
    end if;
    return new;
end
$$;

-- The comparison key of an account's person.
create or replace function registry.person_of(account_id integer) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select account.person_key from registry.account where account.id = person_of.account_id
$$;
grant execute on function registry.person_of(integer) to pishkhan_commands;

-- True if a second person may already confirm what opens accounts: something confirmed belongs to another person than
-- the one with this key.
create or replace function registry.has_second_person(person text) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select exists (
        select from registry.access_token
        join registry.account on account.id = access_token.account_id
        where access_token.confirmed_by is not null and account.person_key <> has_second_person.person
    ) or exists (
        select from registry.external_identity
        join registry.account on account.id = external_identity.account_id
        where external_identity.confirmed_by is not null and account.person_key <> has_second_person.person
    )
$$;
grant execute on function registry.has_second_person(text) to pishkhan_commands;

create or replace function registry.guard_confirmation() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    giver text := registry.person_of(new.given_by);
begin
    if tg_op = 'UPDATE' and (
        new.given_by is distinct from old.given_by
        or old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed',
            detail = 'confirmation of ' || tg_table_name || ' ' || new.id;
    end if;
    if new.confirmed_by is null or tg_op = 'UPDATE' and old.confirmed_by is not null then
        return new;
    end if;
    if registry.person_of(new.confirmed_by) = giver and (
        tg_op = 'UPDATE'
        or giver <> registry.person_of(new.account_id) and registry.has_second_person(giver)) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms';
    end if;
    return new;
end
$$;
