-- Rules for the adoption of schemes.

-- The publication of the latest half-year, in its highest number.
create or replace function registry.newest_publication() returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return (select p.id from registry.publication p join registry.evaluation_period e on e.id = p.period_id
            order by e.first_on desc, p.number desc limit 1);
end
$$;

-- The scheme before a new one: that of the latest half-year that was opened.
create or replace function registry.scheme_in_use() returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return (select e.scheme_id from registry.evaluation_period e where e.scheme_id is not null
            order by e.first_on desc limit 1);
end
$$;
grant execute on function registry.newest_publication(), registry.scheme_in_use()
    to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The actor proposes, not a person whom the statement names.
create or replace function registry.guard_scheme_proposal() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not registry.actor_may('propose_scheme') or new.proposed_by is distinct from registry.actor_person() then
        perform registry.refuse_constraint('proposal_is_made_by_the_actor');
    end if;
    return new;
end
$$;

-- The actor confirms, not a person whom the statement names. The effect on the newest publication must be known, and
-- the share of the ranked offices that move is at most the bound of the scheme in use, or a reason overrules it.
create or replace function registry.guard_scheme_confirmation() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    newest integer := registry.newest_publication();
    bound smallint := (select s.most_moved from registry.scheme s where s.id = registry.scheme_in_use());
    simulation registry.scheme_simulation;
begin
    if not registry.actor_may('confirm_scheme') or new.confirmed_by is null
        or new.confirmed_by is distinct from registry.actor_person() then
        perform registry.refuse_constraint('confirmation_is_made_by_the_actor');
    end if;
    select * into simulation from registry.scheme_simulation s
    where s.scheme_id = new.scheme_id and s.publication_id = newest;
    if newest is not null and simulation.id is null then
        raise exception using errcode = 'RK132', message = 'simulation_is_outdated', detail = (
            select e.half_year || ' ' || p.number from registry.publication p
            join registry.evaluation_period e on e.id = p.period_id where p.id = newest);
    end if;
    new.exceeded := case when simulation.moved * 100::bigint > bound * simulation.ranked::bigint then bound end;
    if new.exceeded is null then
        new.overrule := null;
    elsif coalesce(btrim(new.overrule), '') = '' then
        raise exception using errcode = 'RK133', message = 'scheme_moves_too_many',
            detail = format('%s / %s > %s%%', simulation.moved, simulation.ranked, bound);
    end if;
    return new;
end
$$;

-- A simulation counts the offices of its publication, and the moves that are stored with it.
create or replace function registry.guard_scheme_simulation() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    published record;
    stored record;
begin
    select count(*) as offices, count(a.rank) as ranked into published from registry.assessment a
    where a.run_id = (select p.run_id from registry.publication p where p.id = new.publication_id);
    select count(m.rank_before) as moved, count(*) - count(m.rank_before) as entered into stored
    from registry.simulated_move m where m.simulation_id = new.id;
    if (new.offices, new.ranked, new.moved, new.entered)
        <> (published.offices, published.ranked, stored.moved, stored.entered) then
        perform registry.refuse_constraint('simulation_counts_its_moves');
    end if;
    return null;
end
$$;

-- A simulated move is stored in the transaction of its simulation, and begins at the published rank.
create or replace function registry.guard_simulated_moves() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off as $$
begin
    if exists (
        select from added m
        left join registry.scheme_simulation s on s.id = m.simulation_id and s.made_in = pg_current_xact_id()
        left join registry.publication p on p.id = s.publication_id
        left join registry.assessment a on a.run_id = p.run_id and a.office_id = m.office_id
        left join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
        where a.office_id is null
            or (m.province_id, m.code, m.kind, m.rank_before, m.total_before)
                is distinct from (c.province_id, c.code, c.kind, a.rank, a.total)
    ) then
        perform registry.refuse_constraint('simulated_move_starts_from_the_publication');
    end if;
    return null;
end
$$;
