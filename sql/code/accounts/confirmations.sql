-- Owner: pishkhan_commands
-- Tokens and identities that open an account of the headquarters need two persons: one gives them, another confirms.

-- Lets these tokens and identities be given only one after the other, so that only one is the first. Locked before the
-- account's row.
create function ranking.wait_for_proofs() returns void
language sql
begin atomic
    select pg_advisory_xact_lock(hashtext('registry.access_token'));
end;

-- Who has confirmed a token or identity that the actor gives: the actor, if the account belongs to the same person or
-- if there is no second person yet; otherwise nobody so far.
create function ranking.confirmed_at_once(account_id integer) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    giver text := registry.person_of(registry.actor());
begin
    if not exists (select from registry.account a join registry.role r on r.name = a.role
                   where a.id = confirmed_at_once.account_id and r.needs_two_persons) then
        return null;
    end if;
    if giver <> registry.person_of(confirmed_at_once.account_id) and registry.has_second_person(giver) then
        return null;
    end if;
    return registry.actor();
end
$$;

create function ranking.require_other_giver(given_by integer, account_id integer) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.person_of(registry.actor()) = registry.person_of(require_other_giver.given_by) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = require_other_giver.account_id);
    end if;
end
$$;

-- True if it was unconfirmed before.
create function ranking.confirm_token(token integer) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.access_token;
begin
    perform ranking.require_national('confirm_token');
    known := ranking.locked_token(confirm_token.token);
    if known.confirmed_by is not null then
        return false;
    end if;
    perform ranking.require_other_giver(known.given_by, known.account_id);
    update registry.access_token t set confirmed_by = registry.actor() where t.id = known.id;
    perform registry.record_act('confirm_token', (select a.name from registry.account a where a.id = known.account_id),
        null, jsonb_build_object('token', known.id, 'label', known.label));
    return true;
end
$$;
grant execute on function ranking.confirm_token(integer) to pishkhan_app;

-- True if it was unconfirmed before.
create function ranking.confirm_identity(issuer text, subject text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.external_identity;
begin
    perform ranking.require_national('confirm_identity');
    select * into known from registry.external_identity i
    where i.issuer = confirm_identity.issuer and i.subject = confirm_identity.subject and i.unlinked_at is null
    for update;
    if known.id is null then
        raise exception using errcode = 'RK610', message = 'no_such_identity', detail = confirm_identity.issuer;
    end if;
    if known.confirmed_by is not null then
        return false;
    end if;
    perform ranking.require_other_giver(known.given_by, known.account_id);
    update registry.external_identity i set confirmed_by = registry.actor() where i.id = known.id;
    perform registry.record_act('confirm_identity',
        (select a.name from registry.account a where a.id = known.account_id), null,
        jsonb_build_object('issuer', confirm_identity.issuer));
    return true;
end
$$;
grant execute on function ranking.confirm_identity(text, text) to pishkhan_app;
