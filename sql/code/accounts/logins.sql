-- Owner: pishkhan_commands
-- Log-in by password, and the sessions that it opens. The program stretches the password to a key; the database compares
-- the key's digest and gives no digest away.

-- The row in which the attempts on a name are counted: that of the account, or one of the 1024 of unknown names.
create function ranking.login_counter(account text) returns integer
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(
        (select a.id from registry.account a where a.name = login_counter.account),
        -1 - (hashtext(login_counter.account) & 1023))
$$;

-- How long a password opens nothing after so many failures in a row: from the fifth on one minute, then twice as long
-- each time, and never longer than a quarter of an hour.
create function ranking.login_wait(failures integer) returns interval
language sql immutable set search_path = pg_catalog as $$
    select case when login_wait.failures >= 5
        then least(interval '1 minute' * (1 << least(login_wait.failures - 5, 4)), interval '15 minutes') end
$$;

-- Counts an attempt as failed before the password is compared, so that many attempts at once are not more than the same
-- number one after the other; a success takes the count back. While the account waits nothing is counted, and the
-- program must compare nothing. An unknown name or an account without a password gets no salt.
create function ranking.begin_login(account text)
returns table (may_try boolean, salt bytea, rounds integer, block_size integer, parallelism integer)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    own_counter integer := ranking.login_counter(begin_login.account);
    known registry.login_attempt;
    tried timestamptz;
begin
    insert into registry.login_attempt as l (counter, failures, tried_at)
    values (own_counter, 0, registry.current_instant()) on conflict on constraint login_attempt_pkey do nothing;
    select * into strict known from registry.login_attempt l where l.counter = own_counter for update;
    tried := registry.current_instant();
    may_try := coalesce(known.waits_until <= tried, true);
    if may_try then
        update registry.login_attempt l
        set failures = known.failures + 1, tried_at = tried, waits_until = tried + ranking.login_wait(known.failures + 1)
        where l.counter = own_counter;
    end if;
    select p.salt, p.rounds, p.block_size, p.parallelism into salt, rounds, block_size, parallelism
    from registry.account_password p where p.account_id = own_counter and p.ended_at is null;
    return next;
end
$$;
grant execute on function ranking.begin_login(text) to pishkhan_app;

-- True if the key is that of the account's password. Otherwise the attempt stays counted as failed, and if the account
-- waits now, that is an act of the system: once until somebody logs in or unlocks it, however long the failures go on.
create function ranking.is_password(account_id integer, key bytea) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    actor text := current_setting('pishkhan.actor', true);
begin
    if exists (select from registry.account_password p
               where p.account_id = is_password.account_id and p.ended_at is null
                   and p.digest = sha256(is_password.key)) then
        perform ranking.forget_failures(is_password.account_id);
        return true;
    end if;
    update registry.login_attempt l set is_recorded = true
    where l.counter = is_password.account_id and l.waits_until is not null and not l.is_recorded
        and exists (select from registry.account_password p where p.account_id = l.counter and p.ended_at is null);
    if found then
        perform set_config('pishkhan.actor', (select a.id::text from registry.account a where a.name = 'clock'), true);
        perform registry.record_act('lock_login', a.name, null, jsonb_build_object('failures', l.failures))
        from registry.account a join registry.login_attempt l on l.counter = a.id where a.id = is_password.account_id;
        perform set_config('pishkhan.actor', coalesce(actor, ''), true);
    end if;
    return false;
end
$$;

create function ranking.forget_failures(account_id integer) returns void
language sql security definer set search_path = registry, pg_temp as $$
    update registry.login_attempt l set failures = 0, waits_until = null, is_recorded = false
    where l.counter = forget_failures.account_id
$$;

-- Opens a session if the key is right. No row: it is not. Without a number the account is disabled, or of a role that no
-- password opens.
create function ranking.open_session(account text, key bytea, digest bytea)
returns table (session integer, expires_at timestamptz, is_active boolean, is_confirmed boolean)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.account;
    opened timestamptz;
begin
    select * into known from registry.account a where a.name = open_session.account for no key update;
    if not ranking.is_password(known.id, open_session.key) then
        return;
    end if;
    is_active := known.is_active;
    is_confirmed := not (select r.needs_two_persons or r.is_built_in from registry.role r where r.name = known.role);
    if is_active and is_confirmed then
        opened := registry.current_instant();
        insert into registry.access_token as t (account_id, label, digest, made_at, expires_at, given_by, is_session)
        values (known.id, 'session', open_session.digest, opened, opened + interval '12 hours', known.id, true)
        returning t.id, t.expires_at into session, expires_at;
    end if;
    return next;
end
$$;
grant execute on function ranking.open_session(text, bytea, bytea) to pishkhan_app;

-- Stores the same password with other numbers. The key shows that the program has just seen the password.
create function ranking.renew_password(
    account text, key bytea, salt bytea, rounds integer, block_size integer, parallelism integer, digest bytea
) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.account_password p
    set salt = renew_password.salt, rounds = renew_password.rounds, block_size = renew_password.block_size,
        parallelism = renew_password.parallelism, digest = renew_password.digest
    where p.account_id = (select a.id from registry.account a where a.name = renew_password.account)
        and p.ended_at is null and p.digest = sha256(renew_password.key);
    return found;
end
$$;
grant execute on function ranking.renew_password(text, bytea, bytea, integer, integer, integer, bytea) to pishkhan_app;

create function ranking.set_password(
    account_id integer, salt bytea, rounds integer, block_size integer, parallelism integer, digest bytea
) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.account_password as p (account_id, salt, rounds, block_size, parallelism, digest, set_at)
    values (set_password.account_id, set_password.salt, set_password.rounds, set_password.block_size,
        set_password.parallelism, set_password.digest, registry.current_instant())
    on conflict on constraint account_password_pkey do update
    set salt = excluded.salt, rounds = excluded.rounds, block_size = excluded.block_size,
        parallelism = excluded.parallelism, digest = excluded.digest, set_at = excluded.set_at, ended_at = null;
    perform ranking.forget_failures(set_password.account_id);
end
$$;

-- Ends the sessions of an account, except one.
create function ranking.end_sessions(account_id integer, kept integer) returns void
language sql security definer set search_path = registry, pg_temp as $$
    update registry.access_token t set revoked_at = greatest(registry.current_instant(), t.made_at)
    where t.account_id = end_sessions.account_id and t.is_session and t.revoked_at is null
        and t.id is distinct from end_sessions.kept
$$;

-- Ends one of the actor's own sessions.
create function ranking.close_session(token integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.access_token t set revoked_at = greatest(registry.current_instant(), t.made_at)
    where t.id = close_session.token and t.account_id = ranking.require_actor() and t.is_session
        and t.revoked_at is null;
    if not found then
        raise exception using errcode = 'RK608', message = 'no_such_token', detail = close_session.token::text;
    end if;
end
$$;
grant execute on function ranking.close_session(integer) to pishkhan_app;

-- The actor's own new password. False if the old one is another: it counts as a failed log-in, so that a stolen session
-- does not try one after the other. All sessions end but the one in use.
create function ranking.change_password(
    old_key bytea, kept integer, salt bytea, rounds integer, block_size integer, parallelism integer, digest bytea
) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    actor_id integer := ranking.require_permission('change_password');
    account registry.account;
begin
    select * into strict account from registry.account a where a.id = actor_id for no key update;
    if not ranking.is_password(actor_id, change_password.old_key) then
        return false;
    end if;
    perform ranking.set_password(actor_id, change_password.salt, change_password.rounds, change_password.block_size,
        change_password.parallelism, change_password.digest);
    perform ranking.end_sessions(actor_id, change_password.kept);
    perform registry.record_act('change_password', account.name, null, '{}');
    return true;
end
$$;
grant execute on function ranking.change_password(bytea, integer, bytea, integer, integer, integer, bytea)
    to pishkhan_app;

-- True if the account had failed attempts; it need not wait any more.
create function ranking.unlock_login(account text, reason text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen registry.account;
begin
    perform ranking.require_permission('unlock_login');
    chosen := ranking.locked_account(unlock_login.account);
    perform ranking.require_reach(chosen.id, chosen.name);
    perform ranking.require_other_person(chosen.person);
    if not exists (select from registry.login_attempt l where l.counter = chosen.id and l.failures > 0) then
        return false;
    end if;
    perform ranking.forget_failures(chosen.id);
    perform registry.record_act('unlock_login', chosen.name, unlock_login.reason, '{}');
    return true;
end
$$;
grant execute on function ranking.unlock_login(text, text) to pishkhan_app;
