-- Owner: pishkhan_commands
-- The common part of the imports of agencies, services, targets, delegations and contracts. Each has its own file.

create function ranking.agency_on(agency_id integer, day date) returns registry.agency_version
language sql stable security definer
begin atomic
    select v from registry.agency_version v
    where v.agency_id = agency_on.agency_id and v.effective_on <= agency_on.day
    order by v.effective_on desc, v.revision desc limit 1;
end;

create function ranking.service_on(service_id integer, day date) returns registry.service_version
language sql stable security definer
begin atomic
    select v from registry.service_version v
    where v.service_id = service_on.service_id and v.effective_on <= service_on.day
    order by v.effective_on desc, v.revision desc limit 1;
end;

grant execute on function ranking.agency_on(integer, date), ranking.service_on(integer, date) to pishkhan_views;

-- True if a staged row may be stored: without a fault of its own and without an error of the database.
create function ranking.is_sound(import_key uuid, line integer, is_faulty boolean) returns boolean
language sql stable security definer
begin atomic
    select not is_sound.is_faulty
        and not exists (select from staging.finding f
                        where f.import_key = is_sound.import_key and f.line = is_sound.line and f.is_error);
end;
