-- Owner: pishkhan_views
-- Periods with their scheme, census, run and publication, as far as the actor may read them.

create view ranking.period with (security_barrier) as
select p.id, p.half_year, p.first_on, p.last_on, p.census_on, p.state, p.scheme_id, c.id as census_id,
    r.id as run_id,
    s.code as scheme_code, s.version as scheme_version, s.hash as scheme_hash, s.title_fa as scheme_title_fa,
    s.title_en as scheme_title_en, s.is_sample, r.digest, r.ran_at, pub.number as publication_number, pub.published_at
from registry.evaluation_period p
left join registry.scheme s on s.id = p.scheme_id
left join registry.census c on c.id = p.census_id and c.id = any ((select registry.actor_censuses())::bigint[])
left join registry.run r on r.id = p.run_id and r.id = any ((select registry.actor_runs())::bigint[])
left join registry.publication pub on pub.run_id = p.run_id
where (select registry.actor_is_known());

grant select on ranking.period to pishkhan_app;
