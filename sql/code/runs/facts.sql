-- Owner: pishkhan_owner
-- The input of a run: the census and the facts frozen with it, in their newest version up to a revision. No rule of a
-- scheme is applied. The owner of the tables owns this: the facts behind published ranks are public in every province,
-- so that everybody can check the ranks; other facts need `read_facts` and lie in the actor's scope.

-- The provinces whose facts of a census the actor may read.
create function ranking.readable_provinces(census bigint) returns integer[]
language sql stable set search_path = registry, pg_temp as $$
    select case
        when exists (select from registry.publication p where p.census_id = readable_provinces.census)
            then array(select p.id from registry.province p)
        when registry.actor_is_bound_to_sources() then '{}'::integer[]
        else registry.actor_fact_provinces() end
$$;

-- The only offices whose facts of a census the actor may read; null for actors that are not bound to offices, and for a
-- published census.
create function ranking.only_readable_offices(census bigint) returns bigint[]
language sql stable set search_path = registry, pg_temp as $$
    select case
        when registry.actor_is_bound_to_offices()
            and not exists (select from registry.publication p where p.census_id = only_readable_offices.census)
            then registry.actor_offices() end
$$;

-- Every office of a census by code, or the one named office. Planned anew for each call, because the two uses need
-- different plans.
create function ranking.office_facts(census bigint, only_office bigint default null, up_to bigint default null)
returns table (
    office_id bigint, code text, province_id integer, kind text, licence_state text, licensed_on date,
    took_part boolean, is_released boolean,
    declared_value bigint[], confirmed_value bigint[], verdict smallint[], respondents integer[],
    earlier_scheme_id integer, earlier_value bigint[], was_carried_already boolean,
    decision_numbers text[], decision_kinds text[], decision_days date[], found_here boolean[], is_late boolean[],
    decision_holders bigint[], first_known text[]
)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    provinces integer[] := ranking.readable_provinces(office_facts.census);
    offices bigint[] := ranking.only_readable_offices(office_facts.census);
begin
    return query
    select o.office_id, o.code, o.province_id, o.kind, o.licence_state, o.licensed_on, f.took_part, f.is_released,
        f.declared_value, f.confirmed_value, f.verdict, f.respondents, f.earlier_scheme_id, f.earlier_value,
        f.was_carried_already, f.decision_number, f.decision_kind, f.decision_day, f.decision_was_here,
        f.decision_is_late, f.decision_holder, f.decision_first_known
    from registry.census_office o
    join registry.census_fact f on f.census_id = o.census_id and f.office_id = o.office_id
    where o.census_id = office_facts.census
        and o.province_id = any (provinces)
        and (offices is null or o.office_id = any (offices))
        and (office_facts.only_office is null or o.office_id = office_facts.only_office)
        and (office_facts.up_to is null or f.revision <= office_facts.up_to)
        and not exists (
            select from registry.census_fact newer
            where newer.census_id = office_facts.census and newer.census_id = f.census_id
                and newer.office_id = f.office_id and newer.number > f.number
                and (office_facts.up_to is null or newer.revision <= office_facts.up_to))
    order by o.code collate "C";
end
$$;
grant execute on function ranking.office_facts(bigint, bigint, bigint) to pishkhan_app;
