-- Owner: pishkhan_views
-- The windows of a half-year, and the releases from taking part: those of the country, and those in the actor's scope.
-- Reasons may describe one office, so only accounts that read facts see them.

create view ranking.submission_window with (security_barrier) as
select p.half_year, w.activity, w.number, v.code as province, o.code as office, w.opens_on, w.closes_on,
    case when (select registry.actor_may('read_facts')) then w.reason end as reason, w.set_at
from registry.submission_window w
join registry.evaluation_period p on p.id = w.period_id
left join registry.province v on v.id = w.province_id
left join registry.office o on o.id = w.office_id
where (select registry.actor_is_known());

create view ranking.release with (security_barrier) as
select r.id, p.half_year, v.code as province, o.code as office,
    case when (select registry.actor_may('read_facts')) then r.reason end as reason, r.legal_basis, r.released_at,
    r.ended_at, case when (select registry.actor_may('read_facts')) then r.end_reason end as end_reason
from registry.release r
join registry.evaluation_period p on p.id = r.period_id
join registry.province v on v.id = r.province_id
left join registry.office o on o.id = r.office_id
where (select registry.actor_is_known());

grant select on ranking.submission_window, ranking.release to pishkhan_app;
