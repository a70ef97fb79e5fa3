-- Owner: pishkhan_views
-- The work list: offices above their ceiling on a day, and the services to hand over, with the cause and the due day.
-- Services that are no longer available in the office's place come first, because they must go in any case; then the
-- policy's order holds until the rest is within the ceiling. Nothing is removed. An agency reads its own services.

-- Where services may be offered on a day, by the places of their delegations: without a place, everywhere.
create function ranking.areas_of_services(day date)
returns table (service_id integer, province_id integer, locality_id integer)
language sql stable
begin atomic
    select o.service_id, p.province_id, p.locality_id
    from ranking.operating_delegation(areas_of_services.day) o
    left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision;
end;

-- The running contracts of offices with a ceiling, and whether their services are available in the office's place.
-- The planner inlines this function.
create function ranking.contracts_in_use(day date, office text, province text)
returns table (
    office_id bigint, code text, province_id integer, locality_id integer, rank smallint, state text,
    is_active boolean, ceiling integer, used integer, service_id integer, service_code text, registered_on date,
    origin text, is_available boolean
)
language sql stable
begin atomic
    with limited as materialized (
        select c.* from ranking.ceilings(
            contracts_in_use.day,
            case when contracts_in_use.office is not null then array[ranking.office_id_of(contracts_in_use.office)]
                 when contracts_in_use.province is not null then array(
                     select o.id from registry.office o
                     where o.province_id = (select ranking.known_province(contracts_in_use.province)))
            end) c
        where c.used > 0
            and (contracts_in_use.province is null
                 or c.province_id = (select ranking.known_province(contracts_in_use.province)))
    ), areas as materialized (
        select * from ranking.areas_of_services(contracts_in_use.day)
    )
    select c.office_id, c.code, c.province_id, c.locality_id, c.rank, c.state, c.is_active, c.ceiling, c.used,
        k.service_id, s.code as service_code, k.registered_on, k.origin,
        k.service_id in (select a.service_id from areas a where a.province_id is null and a.locality_id is null)
            or (k.service_id, c.province_id) in (
                select a.service_id, a.province_id from areas a where a.province_id is not null)
            or (k.service_id, c.locality_id) in (
                select a.service_id, a.locality_id from areas a where a.locality_id is not null) as is_available
    from limited c
    join registry.contract k on k.office_id = c.office_id
        and k.registered_on <= contracts_in_use.day
        and (k.ended_on is null or k.ended_on > contracts_in_use.day)
    join registry.service s on s.id = k.service_id;
end;

-- Every contract to be handed over, before its cause is looked up.
create function ranking.excess_contracts(day date, office text, agency text, province text)
returns table (
    office_id bigint, office_code text, province_id integer, locality_id integer, rank smallint, state text,
    ceiling integer, used integer, list_position integer, service_id integer, service_code text, service_title text,
    agency_code text, registered_on date, origin text, reason text
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with policy as materialized (
        select p.contract_order from ranking.hand_over_policy_on(excess_contracts.day) p
    ), ordered as (
        select offered.*, row_number() over (
            partition by offered.office_id order by offered.is_available,
                case policy.contract_order when 'newest_contract_first' then '1900-01-01'::date - offered.registered_on
                     when 'oldest_contract_first' then offered.registered_on - '1900-01-01'::date end,
                offered.service_code collate "C")::integer as list_position
        from ranking.contracts_in_use(excess_contracts.day, excess_contracts.office, excess_contracts.province) offered
        cross join policy
    )
    select o.office_id, o.code, o.province_id, o.locality_id, o.rank, o.state, o.ceiling, o.used, o.list_position, o.service_id,
        o.service_code, v.title, a.code, o.registered_on, o.origin,
        case when not o.is_active then 'office_not_active' when not o.is_available then 'service_not_available'
             else 'above_ceiling' end
    from ordered o
    left join lateral ranking.service_on(o.service_id, excess_contracts.day) v on true
    left join registry.agency a on a.id = v.agency_id
    where (select ranking.require_permission('read_work_list')) is not null
        and (o.list_position <= o.used - o.ceiling or not o.is_available)
        and ((select registry.actor_agency()) is null or a.id = (select registry.actor_agency()))
        and (excess_contracts.agency is null or a.code = excess_contracts.agency)
$$;

-- A page by province, office and order, after the item of the cursor; `page_size` null gives all. The totals are those
-- of the whole list.
create function ranking.work_list(
    day date, office text, agency text, province text, after_province text, after_office text, after_place integer,
    page_size integer
)
returns table (
    office_code text, province_code text, province_name text, locality_name text, rank smallint, state text,
    ceiling integer, used integer, excess integer, list_position integer, service_code text, service_title text,
    agency_code text, registered_on date, origin text, reason text, cause text, cause_on date, due_on date,
    is_sample_term boolean, contracts bigint, offices bigint
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with listed as materialized (
        select c.*, p.code as province_code, p.name_fa as province_name
        from ranking.excess_contracts(work_list.day, work_list.office, work_list.agency, work_list.province) c
        join registry.province p on p.id = c.province_id
    ), counted as materialized (
        select count(*) as contracts, count(distinct l.office_id) as offices from listed l
    ), page as materialized (
        select l.* from listed l
        where work_list.after_office is null
            or (l.province_code, l.office_code collate "C", l.list_position)
                > (work_list.after_province, work_list.after_office collate "C", work_list.after_place)
        order by l.province_code, l.office_code collate "C", l.list_position
        limit work_list.page_size
    ), before as materialized (
        select b.* from ranking.places_before(
            work_list.day, array(select distinct l.office_id from page l where l.reason <> 'service_not_available')) b
    ), since as (
        select distinct on (l.office_id, l.list_position) l.office_id, l.list_position, b.happened_on, b.causes
        from page l
        join before b on b.office_id = l.office_id
            and (b.happened_on <= l.registered_on
                 or case l.reason when 'office_not_active' then b.was_active
                         else not b.was_active or b.excess_before < l.list_position end)
        order by l.office_id, l.list_position, b.happened_on desc
    ), caused as (
        select l.*, coalesce(gone.happened_on, since.happened_on) as cause_on,
            coalesce(gone.cause, ranking.cause_for(l.reason, since.causes)) as cause
        from page l
        left join lateral (
            select u.* from ranking.unavailable_since(l.service_id, l.office_id, l.registered_on, work_list.day) u
            where l.reason = 'service_not_available'
        ) gone on true
        left join since on since.office_id = l.office_id and since.list_position = l.list_position
    )
    select c.office_code, c.province_code, c.province_name, lo.name_fa, c.rank, c.state, c.ceiling, c.used,
        greatest(c.used - c.ceiling, 0), c.list_position, c.service_code, c.service_title, c.agency_code, c.registered_on,
        c.origin, c.reason, c.cause, c.cause_on, c.cause_on + case c.cause
            when 'rank_change' then policy.rank_change_days when 'suspension' then policy.suspension_days
            when 'closure' then policy.closure_days when 'withdrawal' then policy.withdrawal_days
            else policy.other_days end,
        policy.is_sample, counted.contracts, counted.offices
    from caused c
    cross join counted
    join registry.locality lo on lo.id = c.locality_id
    -- The number of days that was granted when the cause arose: a later policy does not shorten a running term.
    left join lateral ranking.hand_over_policy_on(c.cause_on) policy on true
    order by c.province_code, c.office_code collate "C", c.list_position
$$;
grant execute on function ranking.work_list(date, text, text, text, text, text, integer, integer) to pishkhan_app;

create view ranking.hand_over_policy with (security_barrier) as
select id, effective_on, contract_order, rank_change_days, suspension_days, closure_days, withdrawal_days, other_days,
    legal_basis, is_sample
from registry.hand_over_policy
where (select registry.actor_is_known());
grant select on ranking.hand_over_policy to pishkhan_app;
