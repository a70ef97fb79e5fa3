-- Owner: pishkhan_commands
-- Makes and disables accounts, and gives them roles. The actor must be another person than the owner of the account.

create function ranking.locked_account(name text) returns registry.account
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
begin
    select * into account from registry.account a where a.name = locked_account.name
    for no key update;
    if account.id is null then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = locked_account.name;
    end if;
    return account;
end
$$;

create function ranking.require_other_person(person text) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if exists (select from registry.account a
               where a.id = registry.actor() and a.person_key = registry.person_key(require_other_person.person)) then
        raise exception using errcode = 'RK507', message = 'nobody_grants_to_himself';
    end if;
end
$$;

create function ranking.require_given_role(role text) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not exists (select from registry.role r where r.name = require_given_role.role and not r.is_built_in) then
        raise exception using errcode = 'RK609', message = 'unknown_role', detail = require_given_role.role;
    end if;
end
$$;

create function ranking.known_office(code text) returns registry.office
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known registry.office;
begin
    select * into known from registry.office o where o.code = known_office.code;
    if known.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = known_office.code;
    end if;
    return known;
end
$$;
grant execute on function ranking.known_office(text) to pishkhan_owner;

create function ranking.agency_of_account(code text) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    agency_id integer;
begin
    select g.id into agency_id from registry.agency g where g.code = agency_of_account.code;
    if agency_id is null and agency_of_account.code is not null then
        raise exception using errcode = 'RK607', message = 'unknown_agency', detail = agency_of_account.code;
    end if;
    return agency_id;
end
$$;

create function ranking.make_account(
    name text, person text, role text, provinces text[], agency text, regions integer[], offices text[]
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account_id integer;
begin
    perform ranking.require_national('make_account');
    perform ranking.require_given_role(make_account.role);
    perform ranking.require_other_person(make_account.person);
    insert into registry.account (name, person, role, agency_id)
    values (make_account.name, registry.written_person(make_account.person), make_account.role,
        ranking.agency_of_account(make_account.agency))
    returning id into account_id;
    perform ranking.assign_scope(account_id, make_account.provinces, make_account.regions, make_account.offices);
    perform registry.record_act('make_account', make_account.name, null, jsonb_build_object(
        'role', make_account.role, 'provinces', make_account.provinces, 'agency', make_account.agency,
        'regions', make_account.regions, 'offices', make_account.offices));
    return account_id;
end
$$;
grant execute on function ranking.make_account(text, text, text, text[], text, integer[], text[]) to pishkhan_app;

create function ranking.change_role(
    name text, role text, provinces text[], agency text, regions integer[], offices text[], reason text
) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
begin
    perform ranking.require_national('change_role');
    if coalesce(trim(change_role.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_given_role(change_role.role);
    account := ranking.locked_account(change_role.name);
    perform ranking.require_other_person(account.person);
    update registry.account a
    set role = change_role.role, agency_id = ranking.agency_of_account(change_role.agency)
    where a.id = account.id;
    perform ranking.assign_scope(account.id, change_role.provinces, change_role.regions, change_role.offices);
    perform registry.record_act('change_role', change_role.name, change_role.reason, jsonb_build_object(
        'before', account.role, 'role', change_role.role, 'provinces', change_role.provinces,
        'agency', change_role.agency, 'regions', change_role.regions, 'offices', change_role.offices));
end
$$;
grant execute on function ranking.change_role(text, text, text[], text, integer[], text[], text) to pishkhan_app;

-- Refuses an account outside the actor's scope as one that does not exist.
create function ranking.require_reach(account_id integer, name text) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not registry.actor_reaches(require_reach.account_id) then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = require_reach.name;
    end if;
end
$$;

-- True if it was active before. From now on its tokens are not accepted, and its sessions are over. A region disables
-- accounts of its own provinces' offices only.
create function ranking.disable_account(name text, reason text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
begin
    perform ranking.require_permission('disable_account');
    if coalesce(trim(disable_account.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    account := ranking.locked_account(disable_account.name);
    perform ranking.require_reach(account.id, account.name);
    perform ranking.require_other_person(account.person);
    if not account.is_active then
        return false;
    end if;
    update registry.account a set is_active = false where a.id = account.id;
    perform ranking.end_sessions(account.id, null);
    perform registry.record_act('disable_account', disable_account.name, disable_account.reason, '{}');
    return true;
end
$$;
grant execute on function ranking.disable_account(text, text) to pishkhan_app;

create function ranking.enable_account(name text, reason text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account registry.account;
begin
    perform ranking.require_permission('enable_account');
    if coalesce(trim(enable_account.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    account := ranking.locked_account(enable_account.name);
    perform ranking.require_reach(account.id, account.name);
    perform ranking.require_other_person(account.person);
    if account.is_active then
        return false;
    end if;
    update registry.account a set is_active = true where a.id = account.id;
    perform registry.record_act('enable_account', enable_account.name, enable_account.reason, '{}');
    return true;
end
$$;
grant execute on function ranking.enable_account(text, text) to pishkhan_app;
