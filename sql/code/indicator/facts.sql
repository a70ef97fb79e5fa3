-- Owner: pishkhan_views
-- Facts of the agency indicator on a cut-off day, without anything that happened later, so that a past day always gives
-- the same answer. `as_of` (a revision, null for all) also leaves out what was learned later.

create function ranking.known_agency(code text) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    agency_id integer;
begin
    select a.id into agency_id from registry.agency a where a.code = known_agency.code;
    if agency_id is null then
        raise exception using errcode = 'RK607', message = 'unknown_agency', detail = known_agency.code;
    end if;
    return agency_id;
end
$$;
grant execute on function ranking.known_agency(text) to pishkhan_app, pishkhan_commands;

-- An agency whose indicator the actor may see line by line: an agency's account only its own.
create function ranking.readable_agency(code text) returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    agency_id integer := ranking.known_agency(readable_agency.code);
begin
    perform ranking.require_permission('read_indicators');
    if registry.actor_agency() <> agency_id then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'read_indicators';
    end if;
    return agency_id;
end
$$;

-- The title on a day, or the first known one, up to a revision.
create function ranking.agency_title_as_of(agency_id integer, day date, as_of bigint) returns text
language sql stable security definer
begin atomic
    select v.title from registry.agency_version v
    where v.agency_id = agency_title_as_of.agency_id
        and (agency_title_as_of.as_of is null or v.revision <= agency_title_as_of.as_of)
    order by v.effective_on <= agency_title_as_of.day desc,
        case when v.effective_on <= agency_title_as_of.day then v.effective_on end desc, v.effective_on,
        v.revision desc
    limit 1;
end;
grant execute on function ranking.agency_title_as_of(integer, date, bigint) to pishkhan_app;

create function ranking.agency_title(agency_id integer, day date) returns text
language sql stable security definer
begin atomic
    select ranking.agency_title_as_of(agency_title.agency_id, agency_title.day, null);
end;

create function ranking.services_as_of(day date, as_of bigint) returns setof registry.service_version
language sql stable security definer
begin atomic
    select distinct on (v.service_id) v.* from registry.service_version v
    where v.effective_on <= services_as_of.day
        and (services_as_of.as_of is null or v.revision <= services_as_of.as_of)
    order by v.service_id, v.effective_on desc, v.revision desc;
end;

-- Services that an agency has on the cut-off day or had before: a handful, which the planner must know to look up their
-- contracts.
create function ranking.indicator_services(agency text, cut_off date, as_of bigint)
returns table (
    service_id integer, code text, title text, owner_code text, owner_title text, parent_code text,
    is_sovereign boolean, is_delegable boolean, delegable_reason text, stage_counter boolean[]
)
language sql stable security definer rows 20 set search_path = registry, pg_temp set jit = off as $$
    select s.id, s.code, v.title, o.code,
        ranking.agency_title_as_of(o.id, indicator_services.cut_off, indicator_services.as_of), p.code,
        v.is_sovereign, v.is_delegable, v.delegable_reason, v.stage_counter
    from ranking.services_as_of(indicator_services.cut_off, indicator_services.as_of) v
    join registry.service s on s.id = v.service_id
    join registry.agency o on o.id = v.agency_id
    left join registry.service p on p.id = v.parent_id
    where (select ranking.readable_agency(indicator_services.agency)) is not null and v.service_id in (
        select owned.service_id from registry.service_version owned
        where owned.agency_id = (select ranking.known_agency(indicator_services.agency))
            and owned.effective_on <= indicator_services.cut_off
            and (indicator_services.as_of is null or owned.revision <= indicator_services.as_of)
            -- A statement about the same day that was corrected later never held.
            and not exists (
                select from registry.service_version later
                where later.service_id = owned.service_id and later.effective_on = owned.effective_on
                    and later.revision > owned.revision
                    and (indicator_services.as_of is null or later.revision <= indicator_services.as_of)))
    order by s.code collate "C"
$$;
grant execute on function ranking.indicator_services(text, date, bigint) to pishkhan_app;

-- Memoranda of those services that began by the cut-off day, without later withdrawals and confirmations.
create function ranking.indicator_delegations(agency text, cut_off date, as_of bigint)
returns table (
    service_code text, mou_number text, mou_on date, valid_from date, withdrawn_on date, confirmed_on date,
    evidence text, area text
)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select s.code, d.mou_number, v.mou_on, v.valid_from,
        case when v.withdrawn_on <= indicator_delegations.cut_off then v.withdrawn_on end,
        case when c.confirmed_on <= indicator_delegations.cut_off then c.confirmed_on end, v.evidence, v.area
    from ranking.indicator_services(
        indicator_delegations.agency, indicator_delegations.cut_off, indicator_delegations.as_of) s
    join registry.delegation d on d.service_id = s.service_id
    cross join lateral (
        select * from registry.delegation_version version
        where version.delegation_id = d.id
            and (indicator_delegations.as_of is null or version.revision <= indicator_delegations.as_of)
        order by version.revision desc limit 1
    ) v
    left join lateral (
        select confirmation.confirmed_on from registry.delegation_confirmation confirmation
        where confirmation.delegation_id = d.id
            and (indicator_delegations.as_of is null or confirmation.revision <= indicator_delegations.as_of)
        order by confirmation.revision desc limit 1
    ) c on true
    where v.valid_from <= indicator_delegations.cut_off
    order by s.code collate "C", v.valid_from, d.mou_number collate "C"
$$;
grant execute on function ranking.indicator_delegations(text, date, bigint) to pishkhan_app;

create function ranking.indicator_targets(agency text, sub_indicator text, as_of bigint)
returns table (year smallint, first_year smallint, target integer, mou_number text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select newest.year, nullif(newest.first_year, 0), newest.target, newest.mou_number
    from (
        select distinct on (t.year, t.first_year) t.*
        from registry.mou_target t
        where t.agency_id = (select ranking.readable_agency(indicator_targets.agency))
            and t.sub_indicator = indicator_targets.sub_indicator
            and (indicator_targets.as_of is null or t.revision <= indicator_targets.as_of)
        order by t.year, t.first_year, t.revision desc
    ) newest
    where newest.target is not null
    order by newest.year, newest.first_year
$$;
grant execute on function ranking.indicator_targets(text, text, bigint) to pishkhan_app;

-- The locality of an office on a day, as known up to a revision; before its first version, that of the first version.
create function ranking.office_place_as_of(office_id bigint, day date, as_of bigint) returns integer
language sql stable security definer
begin atomic
    select version.locality_id
    from (
        select o.locality_id, o.effective_on, o.revision from registry.office o where o.id = office_place_as_of.office_id
        union all
        select h.locality_id, h.effective_on, h.revision from registry.office_history h
        where h.id = office_place_as_of.office_id
    ) version
    where office_place_as_of.as_of is null or version.revision <= office_place_as_of.as_of
    order by version.effective_on <= office_place_as_of.day desc,
        case when version.effective_on <= office_place_as_of.day then version.effective_on end desc,
        version.effective_on, version.revision desc
    limit 1;
end;

-- The offices that offer those services on the cut-off day, within the actor's scope, with the rank in force.
create function ranking.indicator_offices(agency text, cut_off date, as_of bigint)
returns table (service_code text, office_code text, province text, locality text, rank smallint, registered_on date)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select s.code, o.code, p.name_fa, l.name_fa, a.rank, k.registered_on
    from ranking.indicator_services(indicator_offices.agency, indicator_offices.cut_off, indicator_offices.as_of) s
    join registry.contract k on k.service_id = s.service_id and k.registered_on <= indicator_offices.cut_off
        and (k.ended_on is null or k.ended_on > indicator_offices.cut_off
             or k.end_revision > indicator_offices.as_of)
        and (indicator_offices.as_of is null or k.revision <= indicator_offices.as_of)
    join registry.office o on o.id = k.office_id
    join registry.province p on p.id = o.province_id
    left join registry.locality l
        on l.id = ranking.office_place_as_of(o.id, indicator_offices.cut_off, indicator_offices.as_of)
    left join lateral (
        -- The same as `publication_on`, up to a revision.
        select x.run_id from registry.publication x join registry.evaluation_period e on e.id = x.period_id
        where (x.published_at at time zone 'Asia/Tehran')::date <= indicator_offices.cut_off
            and (indicator_offices.as_of is null or x.revision <= indicator_offices.as_of)
        order by e.first_on desc, x.number desc limit 1
    ) publication on true
    left join registry.assessment a on a.run_id = publication.run_id and a.office_id = o.id
    order by s.code collate "C", o.code collate "C"
$$;
grant execute on function ranking.indicator_offices(text, date, bigint) to pishkhan_app;

create view ranking.indicator_rules with (security_barrier) as
select r.id, r.item, r.year, r.version, r.hash, r.document
from registry.indicator_rules r
where (select registry.actor_is_known());

create view ranking.indicator_sheet with (security_barrier) as
select a.code as agency, s.item, s.year, s.number, s.cut_off_on, s.revision, s.sheet, s.digest, s.published_at,
    r.version as rules_version, r.hash as rules_hash
from registry.indicator_sheet s
join registry.agency a on a.id = s.agency_id
join registry.indicator_rules r on r.id = s.rules_id
where (select registry.actor_is_known());

grant select on ranking.indicator_rules, ranking.indicator_sheet to pishkhan_app;
