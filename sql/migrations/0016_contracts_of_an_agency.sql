-- The account of an agency registers and ends contracts of the agency's own services only: of those it owns on the day
-- on which the contract begins or ends.
create function registry.guard_contract_agency() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    acting_agency integer := registry.actor_agency();
    day date := coalesce(new.ended_on, new.registered_on);
begin
    if acting_agency is not null and acting_agency is distinct from (
        select v.agency_id from registry.service_version v
        where v.service_id = new.service_id and v.effective_on <= day
        order by v.effective_on desc, v.revision desc limit 1) then
        raise exception using errcode = 'RK508', message = 'service_of_another_agency',
            detail = (select s.code from registry.service s where s.id = new.service_id);
    end if;
    return new;
end
$$;
create trigger contract_is_of_the_actors_agency before insert or update on registry.contract
    for each row execute function registry.guard_contract_agency();
