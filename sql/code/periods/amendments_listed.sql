-- Owner: pishkhan_views
-- Amendments of frozen facts, for offices whose facts the actor may read. The record says who made them.

create view ranking.amendment with (security_barrier) as
select a.id, p.half_year, o.code as office_code, a.position, a.verdict, a.value, a.reason, a.made_at, a.confirmed_at, a.number
from registry.amendment a
join registry.census c on c.id = a.census_id
join registry.evaluation_period p on p.id = c.period_id
join registry.census_office o on o.census_id = a.census_id and o.office_id = a.office_id
where o.province_id = any ((select registry.actor_fact_provinces())::integer[])
    and (select not registry.actor_is_bound_to_sources())
    and ((select not registry.actor_is_bound_to_offices())
         or a.office_id = any ((select registry.actor_offices())::bigint[]));
grant select on ranking.amendment to pishkhan_app;
