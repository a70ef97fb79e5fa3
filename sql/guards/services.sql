-- Rules for changes of contracts.

-- A contract may only end, once.
create or replace function registry.guard_contract() returns trigger
language plpgsql as $$
begin
    if old.ended_on is not null
        or (new.id, new.office_id, new.province_id, new.service_id, new.registered_on, new.origin, new.revision)
            is distinct from
           (old.id, old.office_id, old.province_id, old.service_id, old.registered_on, old.origin, old.revision) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'contract ' || old.id;
    end if;
    return new;
end
$$;

create or replace function registry.owner_of_service(service_id integer, day date) returns integer
language sql stable as $$
    select v.agency_id from registry.service_version v
    where v.service_id = owner_of_service.service_id and v.effective_on <= owner_of_service.day
    order by v.effective_on desc, v.revision desc limit 1
$$;

-- The account of an agency registers and ends contracts of services that its agency owns today: a former owner may not
-- use an earlier day. The agency must also own the service on the day on which the contract begins or ends.
create or replace function registry.guard_contract_agency() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    acting_agency integer := registry.actor_agency();
    day date := coalesce(new.ended_on, new.registered_on);
begin
    if acting_agency is not null and (
        acting_agency is distinct from registry.owner_of_service(new.service_id, day)
        or acting_agency is distinct from registry.owner_of_service(
            new.service_id, registry.day_in_tehran(clock_timestamp()))) then
        raise exception using errcode = 'RK508', message = 'service_of_another_agency',
            detail = (select s.code from registry.service s where s.id = new.service_id);
    end if;
    return new;
end
$$;
