-- Contracts: which office offers which service, from a day until a day. One contract of an office and a service at a
-- time; a contract changes once, when it ends, and is never deleted.
create table registry.contract (
    id bigint generated always as identity primary key,
    office_id bigint not null,
    province_id integer not null,
    service_id integer not null references registry.service,
    registered_on date not null,
    -- The first day on which it no longer holds.
    ended_on date,
    -- Registered under the ceiling, or found to exist when contracts were first taken in.
    origin text not null,
    revision bigint not null,
    end_revision bigint,
    constraint contract_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint contract_origin_is_known check (origin in ('registered', 'found')),
    constraint contract_ends_after_its_start check (ended_on >= registered_on),
    constraint ended_contract_has_its_revision check ((ended_on is null) = (end_revision is null)),
    constraint office_offers_a_service_once_at_a_time exclude using gist (
        int8range(office_id, office_id, '[]') with &&, int4range(service_id, service_id, '[]') with &&,
        daterange(registered_on, ended_on) with &&)
);
create index contract_office_id_province_id_idx on registry.contract (office_id, province_id);
create index contract_service_id_province_id_idx on registry.contract (service_id, province_id);
create index contract_province_id_idx on registry.contract (province_id);

create function registry.guard_contract() returns trigger
language plpgsql as $$
begin
    if old.ended_on is not null
        or (new.id, new.office_id, new.province_id, new.service_id, new.registered_on, new.origin, new.revision)
            is distinct from
           (old.id, old.office_id, old.province_id, old.service_id, old.registered_on, old.origin, old.revision) then
        raise exception using errcode = 'RK303', message = 'contract_only_ends', detail = old.id::text;
    end if;
    return new;
end
$$;
create trigger contract_only_ends before update on registry.contract
    for each row execute function registry.guard_contract();
create trigger contract_is_never_deleted before delete or truncate on registry.contract
    for each statement execute function registry.refuse_change();

alter table registry.contract enable row level security;
create policy contract_is_read_in_scope on registry.contract for select to pishkhan_views
    using (province_id = any ((select registry.actor_provinces())::integer[]));
create policy contract_is_kept_in_scope on registry.contract for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.contract to pishkhan_views;
grant select, insert, update on registry.contract to pishkhan_commands;
