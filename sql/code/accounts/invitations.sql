-- Owner: pishkhan_commands
-- Invitations: a region or the headquarters opens an account for a person, who sets the password with a secret. The
-- database gets only the digest of the secret.

create function ranking.withdraw_open_invitation(account_id integer) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.invitation i set withdrawn_at = greatest(registry.current_instant(), i.made_at)
    where i.account_id = withdraw_open_invitation.account_id and i.accepted_at is null and i.withdrawn_at is null;
    return found;
end
$$;

-- Ends the password of an account, its open invitation and its sessions.
create function ranking.close_log_in(account_id integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.account_password p set ended_at = greatest(registry.current_instant(), p.set_at)
    where p.account_id = close_log_in.account_id and p.ended_at is null;
    perform ranking.withdraw_open_invitation(close_log_in.account_id);
    perform ranking.end_sessions(close_log_in.account_id, null);
end
$$;

-- The account that is invited, locked: a new one of an office, or a known one within the inviter's reach. A known account
-- of an office gets the named office besides; a named person must be its own.
create function ranking.account_to_invite(name text, person text, office text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
    given registry.office;
begin
    if account_to_invite.office is not null then
        given := ranking.known_office(account_to_invite.office);
    end if;
    if account_to_invite.person is not null then
        perform ranking.require_other_person(account_to_invite.person);
    end if;
    if given.id is not null and account_to_invite.person is not null then
        insert into registry.account as a (name, person, role)
        values (account_to_invite.name, registry.written_person(account_to_invite.person), 'office')
        on conflict on constraint account_name_is_unique do nothing
        returning * into account;
        if account.id is not null then
            perform ranking.give_office(account.id, given.id);
            return account.id;
        end if;
    end if;
    account := ranking.locked_account(account_to_invite.name);
    -- The name of a new account is not free; to whom it belongs is not told.
    if given.id is not null and not registry.actor_reaches(account.id) then
        perform registry.refuse_constraint('account_name_is_unique');
    end if;
    perform ranking.require_reach(account.id, account.name);
    if not account.is_active then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = account.name;
    end if;
    perform ranking.require_other_person(account.person);
    if registry.person_key(account_to_invite.person) <> account.person_key then
        raise exception using errcode = 'RK505', message = 'account_is_fixed', detail = account.name;
    end if;
    if given.id is not null then
        if account.role <> 'office' then
            perform registry.refuse_constraint('only_an_offices_account_has_offices');
        end if;
        perform ranking.give_office(account.id, given.id);
    end if;
    return account.id;
end
$$;

-- Invites an account, or invites it again: the earlier invitation, the password and the sessions are over at once.
create function ranking.invite_account(account text, person text, office text, digest bytea)
returns table (invitation integer, invited text, expires_at timestamptz)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen integer;
    had_password boolean;
    made timestamptz;
begin
    perform ranking.require_permission('invite_account');
    chosen := ranking.account_to_invite(invite_account.account, invite_account.person, invite_account.office);
    had_password := exists (select from registry.account_password p where p.account_id = chosen);
    perform ranking.close_log_in(chosen);
    made := registry.current_instant();
    invited := invite_account.account;
    insert into registry.invitation as i (account_id, digest, made_at, expires_at)
    values (chosen, invite_account.digest, made, made + interval '168 hours')
    returning i.id, i.expires_at into invitation, expires_at;
    perform registry.record_act('invite_account', invited, null, jsonb_build_object(
        'invitation', invitation, 'office', invite_account.office, 'is_reset', had_password, 'expires_at', expires_at));
    return next;
end
$$;
grant execute on function ranking.invite_account(text, text, text, bytea) to pishkhan_app;

-- True if an invitation was open.
create function ranking.withdraw_invitation(account text, reason text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen registry.account;
begin
    perform ranking.require_permission('withdraw_invitation');
    chosen := ranking.locked_account(withdraw_invitation.account);
    perform ranking.require_reach(chosen.id, chosen.name);
    if not ranking.withdraw_open_invitation(chosen.id) then
        return false;
    end if;
    perform registry.record_act('withdraw_invitation', chosen.name, withdraw_invitation.reason, '{}');
    return true;
end
$$;
grant execute on function ranking.withdraw_invitation(text, text) to pishkhan_app;

-- Invites the person of an office's new holder. The sessions of accounts that were made for an earlier holder end; those
-- that have no other office cannot log in any more.
create function ranking.hand_over_account(office text, account text, person text, digest bytea)
returns table (invitation integer, invited text, expires_at timestamptz)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    given registry.office;
    lost record;
    left_by text[] := '{}';
begin
    perform ranking.require_permission('hand_over_account');
    given := ranking.known_office(hand_over_account.office);
    for lost in
        select a.id, a.name, l.has_another from registry.accounts_that_lost(given.id) l
        join registry.account a on a.id = l.account_id
        where a.name <> hand_over_account.account
        order by a.id
    loop
        perform from registry.account a where a.id = lost.id for no key update;
        if lost.has_another then
            perform ranking.end_sessions(lost.id, null);
        else
            perform ranking.close_log_in(lost.id);
        end if;
        left_by := left_by || lost.name;
    end loop;
    select i.invitation, i.invited, i.expires_at into invitation, invited, expires_at
    from ranking.invite_account(
        hand_over_account.account, hand_over_account.person, given.code, hand_over_account.digest) i;
    perform registry.record_act('hand_over_account', given.code, null,
        jsonb_build_object('account', invited, 'left_by', left_by));
    return next;
end
$$;
grant execute on function ranking.hand_over_account(text, text, text, bytea) to pishkhan_app;

-- The invitation of a shown secret; without the secret none is known.
create function ranking.shown_invitation(number integer, digest bytea) returns registry.invitation
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known registry.invitation;
begin
    select * into known from registry.invitation i
    where i.id = shown_invitation.number and i.digest = shown_invitation.digest;
    if known.id is null then
        raise exception using errcode = 'RK521', message = 'invitation_unknown';
    end if;
    if known.accepted_at is not null or known.withdrawn_at is not null then
        raise exception using errcode = 'RK523', message = 'invitation_ended';
    end if;
    if known.expires_at <= registry.current_instant() then
        raise exception using errcode = 'RK522', message = 'invitation_expired';
    end if;
    return known;
end
$$;

-- The account of a secret, before its password is chosen.
create function ranking.invited_account(number integer, digest bytea) returns table (account text, is_active boolean)
language sql stable security definer set search_path = registry, pg_temp as $$
    select a.name, a.is_active from ranking.shown_invitation(invited_account.number, invited_account.digest) i
    join registry.account a on a.id = i.account_id
$$;
grant execute on function ranking.invited_account(integer, bytea) to pishkhan_app;

-- Sets the first password, as the account itself. Of two that show one secret, the second finds it used.
create function ranking.accept_invitation(
    number integer, secret_digest bytea, salt bytea, rounds integer, block_size integer, parallelism integer,
    digest bytea
) returns text
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
    shown registry.invitation;
begin
    perform from registry.account a
    where a.id = (select i.account_id from registry.invitation i where i.id = accept_invitation.number)
    for no key update;
    shown := ranking.shown_invitation(accept_invitation.number, accept_invitation.secret_digest);
    select * into strict account from registry.account a where a.id = shown.account_id;
    perform set_config('pishkhan.actor', account.id::text, true);
    perform ranking.require_actor();
    update registry.invitation i set accepted_at = registry.current_instant() where i.id = shown.id;
    perform ranking.set_password(account.id, accept_invitation.salt, accept_invitation.rounds,
        accept_invitation.block_size, accept_invitation.parallelism, accept_invitation.digest);
    perform ranking.end_sessions(account.id, null);
    perform registry.record_act('accept_invitation', account.name, null, jsonb_build_object('invitation', shown.id));
    return account.name;
end
$$;
grant execute on function ranking.accept_invitation(integer, bytea, bytea, integer, integer, integer, bytea)
    to pishkhan_app;
