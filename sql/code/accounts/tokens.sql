-- Owner: pishkhan_commands
-- Tokens and outside identities of accounts. The database gets only the digest of a secret, never the secret.

create function ranking.require_token_holder(name text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account := ranking.locked_account(require_token_holder.name);
begin
    if exists (select from registry.role r where r.name = account.role and r.is_built_in) then
        raise exception using errcode = 'RK505', message = 'account_is_fixed', detail = account.name;
    end if;
    if not account.is_active then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = account.name;
    end if;
    return account.id;
end
$$;

create function ranking.issue_token(account text, label text, digest bytea, expires_at timestamptz) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    holder integer;
    new_token integer;
begin
    perform ranking.require_national('issue_token');
    perform ranking.wait_for_proofs();
    holder := ranking.require_token_holder(issue_token.account);
    insert into registry.access_token (account_id, label, digest, made_at, expires_at, confirmed_by)
    values (holder, issue_token.label, issue_token.digest, clock_timestamp(), issue_token.expires_at,
        ranking.confirmed_at_once(holder))
    returning id into new_token;
    perform registry.record_act('issue_token', issue_token.account, null, jsonb_build_object(
        'token', new_token, 'label', issue_token.label, 'expires_at', issue_token.expires_at));
    return new_token;
end
$$;
grant execute on function ranking.issue_token(text, text, bytea, timestamptz) to pishkhan_app;

-- The first token of the headquarters, for the account that asks; null if an account of the headquarters has had one.
create function ranking.issue_first_token(label text, digest bytea, expires_at timestamptz) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
begin
    perform ranking.require_national('issue_token');
    -- Of two set-ups at once the second one waits here and then finds the token of the first.
    perform ranking.wait_for_proofs();
    if exists (select from registry.access_token t join registry.account a on a.id = t.account_id
               where a.role = 'headquarters') then
        return null;
    end if;
    select * into account from registry.account a where a.id = registry.actor();
    return ranking.issue_token(
        account.name, issue_first_token.label, issue_first_token.digest, issue_first_token.expires_at);
end
$$;
grant execute on function ranking.issue_first_token(text, bytea, timestamptz) to pishkhan_app;

create function ranking.locked_token(token integer) returns registry.access_token
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.access_token;
begin
    select * into known from registry.access_token t
    where t.id = locked_token.token and (t.revoked_at is null or t.revoked_at > clock_timestamp()) for update;
    if known.id is null then
        raise exception using errcode = 'RK608', message = 'no_such_token', detail = locked_token.token::text;
    end if;
    return known;
end
$$;

-- Replaces a token by a new one; the old one ends at once or at `old_until`.
create function ranking.rotate_token(token integer, digest bytea, expires_at timestamptz, old_until timestamptz)
returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    old registry.access_token;
    account text;
    new_token integer;
begin
    perform ranking.require_national('rotate_token');
    perform ranking.wait_for_proofs();
    old := ranking.locked_token(rotate_token.token);
    select a.name into account from registry.account a where a.id = old.account_id;
    insert into registry.access_token (account_id, label, digest, made_at, expires_at, confirmed_by)
    values (ranking.require_token_holder(account), old.label, rotate_token.digest, clock_timestamp(),
        rotate_token.expires_at, ranking.confirmed_at_once(old.account_id))
    returning id into new_token;
    update registry.access_token t
    set revoked_at = least(old.revoked_at, greatest(rotate_token.old_until, clock_timestamp()))
    where t.id = old.id;
    perform registry.record_act('rotate_token', account, null, jsonb_build_object(
        'token', new_token, 'replaced', old.id, 'label', old.label, 'expires_at', rotate_token.expires_at,
        'old_until', rotate_token.old_until));
    return new_token;
end
$$;
grant execute on function ranking.rotate_token(integer, bytea, timestamptz, timestamptz) to pishkhan_app;

create function ranking.revoke_token(token integer, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    old registry.access_token;
begin
    perform ranking.require_national('revoke_token');
    old := ranking.locked_token(revoke_token.token);
    update registry.access_token t set revoked_at = clock_timestamp() where t.id = old.id;
    perform registry.record_act('revoke_token', (select a.name from registry.account a where a.id = old.account_id),
        revoke_token.reason, jsonb_build_object('token', old.id, 'label', old.label));
end
$$;
grant execute on function ranking.revoke_token(integer, text) to pishkhan_app;

create function ranking.link_identity(issuer text, subject text, account text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    holder integer;
begin
    perform ranking.require_national('link_identity');
    perform ranking.wait_for_proofs();
    holder := ranking.require_token_holder(link_identity.account);
    -- A violated constraint would write the subject, which may name a person, into the server's log.
    if exists (select from registry.external_identity i
               where (i.issuer, i.subject) = (link_identity.issuer, link_identity.subject) and i.unlinked_at is null) then
        perform registry.refuse_constraint('identity_is_linked_to_one_account');
    end if;
    insert into registry.external_identity (issuer, subject, account_id, linked_at, confirmed_by)
    values (link_identity.issuer, link_identity.subject, holder, clock_timestamp(),
        ranking.confirmed_at_once(holder));
    -- The subject may name a person, and the record is never deleted.
    perform registry.record_act('link_identity', link_identity.account, null,
        jsonb_build_object('issuer', link_identity.issuer));
end
$$;
grant execute on function ranking.link_identity(text, text, text) to pishkhan_app;

create function ranking.unlink_identity(issuer text, subject text, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    holder integer;
begin
    perform ranking.require_national('unlink_identity');
    update registry.external_identity i set unlinked_at = clock_timestamp()
    where i.issuer = unlink_identity.issuer and i.subject = unlink_identity.subject and i.unlinked_at is null
    returning i.account_id into holder;
    if holder is null then
        raise exception using errcode = 'RK610', message = 'no_such_identity', detail = unlink_identity.issuer;
    end if;
    perform registry.record_act('unlink_identity', (select a.name from registry.account a where a.id = holder),
        unlink_identity.reason, jsonb_build_object('issuer', unlink_identity.issuer));
end
$$;
grant execute on function ranking.unlink_identity(text, text, text) to pishkhan_app;

-- The holder of a token, before any account acts. The program compares the digest in constant time.
create function ranking.token_holder(token integer)
returns table (
    digest bytea, expires_at timestamptz, revoked_at timestamptz, account text, role text, agency text,
    is_active boolean, is_confirmed boolean
)
language sql stable security definer set search_path = registry, pg_temp as $$
    select t.digest, t.expires_at, t.revoked_at, a.name, a.role, g.code, a.is_active,
        t.confirmed_by is not null or not r.needs_two_persons
    from registry.access_token t
    join registry.account a on a.id = t.account_id
    join registry.role r on r.name = a.role
    left join registry.agency g on g.id = a.agency_id
    where t.id = token_holder.token
$$;
grant execute on function ranking.token_holder(integer) to pishkhan_app;

create function ranking.identity_holder(issuer text, subject text)
returns table (account text, role text, agency text, is_active boolean, is_confirmed boolean)
language sql stable security definer set search_path = registry, pg_temp as $$
    select a.name, a.role, g.code, a.is_active, i.confirmed_by is not null or not r.needs_two_persons
    from registry.external_identity i
    join registry.account a on a.id = i.account_id
    join registry.role r on r.name = a.role
    left join registry.agency g on g.id = a.agency_id
    where i.issuer = identity_holder.issuer and i.subject = identity_holder.subject and i.unlinked_at is null
$$;
grant execute on function ranking.identity_holder(text, text) to pishkhan_app;
