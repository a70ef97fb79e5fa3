-- Owner: pishkhan_commands
-- Registers and ends contracts. The office's row is locked, so that of two registrations for the last place one wins;
-- its key is not locked, so that facts of the office may be stored meanwhile.

create function ranking.locked_office(code text, permission text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    office_id bigint;
begin
    perform ranking.require_permission(locked_office.permission);
    select o.id into office_id from registry.office o where o.code = locked_office.code for no key update;
    if office_id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = locked_office.code;
    end if;
    return office_id;
end
$$;

create function ranking.known_service(code text) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    service_id integer;
begin
    select s.id into service_id from registry.service s where s.code = known_service.code;
    if service_id is null then
        raise exception using errcode = 'RK605', message = 'unknown_service', detail = known_service.code;
    end if;
    return service_id;
end
$$;
grant execute on function ranking.known_service(text) to pishkhan_views;

-- Refuses a contract with a past first day, unless the office is active and has a free place on each day since. The
-- contract holds on those days too, so an earlier day does not avoid a lower ceiling.
create function ranking.require_place_until(office_id bigint, office text, day date, today date) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    full_day record;
begin
    select later.day, c.state, c.is_active, c.reserved, c.ceiling into full_day
    from (
        select e.happened_on
        from ranking.ceiling_events(require_place_until.today, array[require_place_until.office_id]) e
        union
        select require_place_until.today
    ) later (day)
    cross join lateral ranking.ceilings(later.day, array[require_place_until.office_id]) c
    where later.day > require_place_until.day and (not c.is_active or c.reserved >= c.ceiling)
    order by later.day limit 1;
    if full_day.day is null then
        return;
    end if;
    if not full_day.is_active then
        raise exception using errcode = 'RK701', message = 'office_not_active',
            detail = format('%s: %s, %s', require_place_until.office, full_day.state, full_day.day);
    end if;
    raise exception using errcode = 'RK706', message = 'service_ceiling_reached',
        detail = format('%s/%s, %s', full_day.reserved, full_day.ceiling, full_day.day);
end
$$;

-- Refuses a service that is not delegated in the place of the office, or that the office offers already.
create function ranking.require_offerable(
    office_id bigint, locality_id integer, service_id integer, service text, day date
) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if not exists (select from ranking.available_services(require_offerable.locality_id, require_offerable.day) a
                   where a.service_id = require_offerable.service_id) then
        raise exception using errcode = 'RK703', message = 'service_not_delegated_there',
            detail = require_offerable.service;
    end if;
    if exists (select from registry.contract k
               where k.office_id = require_offerable.office_id and k.service_id = require_offerable.service_id
                   and (k.ended_on is null or k.ended_on > require_offerable.day)) then
        raise exception using errcode = 'RK705', message = 'service_offered_already',
            detail = require_offerable.service;
    end if;
end
$$;

-- `locality`: the city or village of the service; null means the licensed place.
create function ranking.register_contract(office text, service text, day date, locality text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    office_key bigint := ranking.locked_office(register_contract.office, 'register_contract');
    service_key integer := ranking.known_service(register_contract.service);
    place record;
    contract_id bigint;
begin
    select c.*, l.name_key into place
    from ranking.ceilings(register_contract.day, array[office_key]) c join registry.locality l on l.id = c.locality_id;
    if place.office_id is null or not place.is_active then
        raise exception using errcode = 'RK701', message = 'office_not_active',
            detail = register_contract.office || ': ' || coalesce(place.state, 'unknown');
    end if;
    if registry.name_key(register_contract.locality) <> place.name_key then
        raise exception using errcode = 'RK704', message = 'outside_licensed_locality', detail = register_contract.locality;
    end if;
    perform ranking.require_offerable(
        office_key, place.locality_id, service_key, register_contract.service, register_contract.day);
    if place.reserved >= place.ceiling then
        raise exception using errcode = 'RK706', message = 'service_ceiling_reached',
            detail = format('%s/%s', place.reserved, place.ceiling);
    end if;
    perform ranking.require_place_until(office_key, register_contract.office, register_contract.day,
        (clock_timestamp() at time zone 'Asia/Tehran')::date);
    insert into registry.contract (office_id, province_id, service_id, registered_on, origin, revision)
    values (office_key, place.province_id, service_key, register_contract.day, 'registered', ranking.next_revision())
    returning contract.id into contract_id;
    perform registry.record_act('register_contract', register_contract.office, null,
        jsonb_build_object('service', register_contract.service, 'day', register_contract.day,
            'used', place.reserved + 1, 'ceiling', place.ceiling));
    return contract_id;
end
$$;
grant execute on function ranking.register_contract(text, text, date, text) to pishkhan_app;

create function ranking.end_contract(office text, service text, day date, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    office_key bigint := ranking.locked_office(end_contract.office, 'end_contract');
    service_key integer := ranking.known_service(end_contract.service);
    contract registry.contract;
begin
    select k.* into contract from registry.contract k
    where k.office_id = office_key and k.service_id = service_key and k.ended_on is null;
    if contract.id is null then
        raise exception using errcode = 'RK606', message = 'unknown_contract',
            detail = end_contract.office || ' – ' || end_contract.service;
    end if;
    if end_contract.day < contract.registered_on then
        raise exception using errcode = 'RK707', message = 'contract_ends_before_its_start',
            detail = contract.registered_on::text;
    end if;
    update registry.contract k set ended_on = end_contract.day, end_revision = ranking.next_revision()
    where k.id = contract.id;
    perform registry.record_act('end_contract', end_contract.office, end_contract.reason,
        jsonb_build_object('service', end_contract.service, 'day', end_contract.day));
end
$$;
grant execute on function ranking.end_contract(text, text, date, text) to pishkhan_app;
