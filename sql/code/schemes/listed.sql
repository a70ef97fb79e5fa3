-- Owner: pishkhan_views
-- Adopted and proposed schemes, and the simulations of proposed ones.

-- Only readers of unpublished results see a scheme before it is confirmed.
create view ranking.scheme with (security_barrier) as
select s.id, s.code, s.version, s.title_fa, s.title_en, s.is_sample, s.legal_basis, s.valid_from, s.valid_to, s.hash,
    s.document, s.non_participation_policy, s.most_moved, p.proposed_at, c.confirmed_at, c.exceeded, c.overrule,
    c.scheme_id is not null as is_confirmed, coalesce(s.id = (select registry.scheme_in_use()), false) as is_in_use
from registry.scheme s
left join registry.scheme_proposal p on p.scheme_id = s.id
left join registry.scheme_confirmation c on c.scheme_id = s.id
where (select registry.actor_is_known())
    and (c.scheme_id is not null or (select registry.actor_may('read_unpublished')));

create view ranking.scheme_simulation with (security_barrier) as
select s.id, s.scheme_id, e.half_year, p.number, p.digest as publication_digest, s.offices, s.ranked, s.moved,
    s.entered, s.missing, s.line_code, s.line_offices, s.line_gained, s.line_lost, s.digest, s.simulated_at,
    s.publication_id = (select registry.newest_publication()) as is_newest
from registry.scheme_simulation s
join registry.publication p on p.id = s.publication_id
join registry.evaluation_period e on e.id = p.period_id;

-- Offices that would move; of provinces in the actor's scope.
create view ranking.simulated_move with (security_barrier) as
select m.simulation_id, m.code, pr.code as province_code, pr.name_fa as province, pr.name_en as province_en, m.kind,
    m.rank_before, m.rank_after, m.total_before, m.total_after
from registry.simulated_move m
join registry.province pr on pr.id = m.province_id;

grant select on ranking.scheme, ranking.scheme_simulation, ranking.simulated_move to pishkhan_app;

-- The text of a simulation, whose digest the record holds; it names offices of every province.
create function ranking.simulation_text(simulation integer) returns bytea
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not (registry.actor_is_national() and registry.actor_may('read_unpublished')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    return (select s.text from registry.scheme_simulation s where s.id = simulation_text.simulation);
end
$$;
grant execute on function ranking.simulation_text(integer) to pishkhan_app;
