-- Owner: pishkhan_views
-- Results of runs: assessments of the current and earlier runs.

create view ranking.census with (security_barrier) as
select id, period_id, census_on, office_count from registry.census
where id = any ((select registry.actor_censuses())::bigint[]);

create view ranking.run with (security_barrier) as
select id, period_id, census_id, digest, ran_at, facts_revision from registry.run
where id = any ((select registry.actor_runs())::bigint[]);

create view ranking.assessment with (security_barrier) as
select a.run_id, a.census_id, a.office_id, c.code, c.province_id, c.county_id, c.locality_id, c.kind, a.standing,
    a.rank_origin, a.rank, a.rank_before_caps, a.total, a.penalty, a.minimum_total, a.full_maximum,
    a.available_maximum, a.value, a.points, a.line_state, a.group_points, a.penalty_decision, a.penalty_kind,
    a.penalty_occurrence, a.penalty_points, a.position
from registry.assessment a
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id;

-- Offices of every run. The position is the one within the province: by rank, then by the share of the available
-- maximum; equal shares have one position. Lists are ordered by `list_key`, then by code.
create view ranking.run_office as
select p.half_year, a.run_id, a.census_id, a.code, pr.code as province_code, pr.name_fa as province, pr.name_en as province_en,
    co.name_fa as county, l.name_fa as locality, l.kind as locality_kind, c.kind, a.standing, a.rank_origin, a.rank,
    a.total, a.penalty, a.position, a.list_key, a.province_id, c.county_id, c.locality_id,
    registry.adjusted_total(a.total, a.full_maximum, a.available_maximum) as adjusted_total
from registry.run r
join registry.evaluation_period p on p.id = r.period_id
join registry.assessment a on a.run_id = r.id
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
join registry.province pr on pr.id = a.province_id
join registry.county co on co.id = c.county_id
join registry.locality l on l.id = c.locality_id;

-- The results of the current run of each period.
create view ranking.ranked_office with (security_barrier) as
select o.* from registry.evaluation_period p join ranking.run_office o on o.run_id = p.run_id;

-- True if the actor may read every value of an office in a published result: its facts are in the actor's scope.
create function ranking.reads_all_values(office_id bigint, province_id integer) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return reads_all_values.province_id = any (registry.actor_fact_provinces())
        and not registry.actor_is_bound_to_sources()
        and (not registry.actor_is_bound_to_offices() or reads_all_values.office_id = any (registry.actor_offices()));
end
$$;
grant execute on function ranking.reads_all_values(bigint, integer) to pishkhan_app;

-- For every run, by province: the number of offices by standing, rank and origin, and by whether they took part.
create view ranking.rank_count with (security_barrier) as
select p.half_year, r.id as run_id, pr.code as province_code, pr.name_fa as province, pr.name_en as province_en, a.standing,
    a.rank, a.rank_origin, c.took_part, count(*) as offices
from registry.run r
join registry.evaluation_period p on p.id = r.period_id
join registry.assessment a on a.run_id = r.id
join registry.province pr on pr.id = a.province_id
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
group by p.half_year, r.id, pr.code, pr.name_fa, pr.name_en, a.standing, a.rank, a.rank_origin, c.took_part;

grant select on ranking.census, ranking.run, ranking.assessment, ranking.ranked_office, ranking.rank_count
    to pishkhan_app;
-- Publishing counts the numbers of the summary again.
grant select on ranking.rank_count to pishkhan_owner;
