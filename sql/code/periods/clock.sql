-- Owner: pishkhan_views
-- The schedule and the history of a half-year: its four steps and the acts on it. Only accounts that may read the
-- reason see why a step failed; others see that it is late.

create view ranking.period_step with (security_barrier) as
select p.id as period_id, p.half_year, p.state, d.position, d.step, d.due_on, registry.step_instant(d.step, d.due_on) as due_at,
    coalesce(d.step = registry.next_step(p.state), false) as is_next,
    case when d.position < next.position then (
        select max(a.recorded_at) from registry.act a where a.subject = p.half_year and a.kind = d.act_kind
            and a.kind in ('plan_period', 'schedule_period', 'open_period', 'reopen_period', 'close_period', 'rank',
                'publish', 'publish_correction')) end as taken_at,
    c.code as scheme_code, c.version as scheme_version, f.attempts, f.failed_at, f.next_attempt_at, f.code as error_code,
    f.message_fa, f.message_en
from registry.evaluation_period p
left join registry.period_schedule s on s.period_id = p.id
left join registry.scheme c on c.id = s.scheme_id
cross join lateral (
    select coalesce(array_position(array['opens', 'closes', 'ranks', 'publishes'], registry.next_step(p.state)), 5)
) next (position)
cross join lateral (values (1, 'opens', s.opens_on, 'open_period'), (2, 'closes', s.closes_on, 'close_period'),
    (3, 'ranks', s.ranks_on, 'rank'), (4, 'publishes', s.publishes_on, 'publish')) d (position, step, due_on, act_kind)
left join registry.step_failure f on f.period_id = p.id and f.step = d.step
    and (select registry.actor_may('read_step_failures'))
where (select registry.actor_is_known());

-- Reminders of closing days that have not been sent yet.
create view ranking.closing_reminder with (security_barrier) as
select p.half_year, days.before, registry.start_of_day(s.closes_on - days.before) as remind_at, s.closes_on,
    registry.step_instant('closes', s.closes_on) as closes_at
from registry.evaluation_period p
join registry.period_schedule s on s.period_id = p.id
cross join lateral unnest(s.remind_before_days) days (before)
where (select registry.actor_is_known()) and p.state = 'open' and s.closes_on is not null
    and registry.start_of_day(s.closes_on - days.before) > coalesce(s.reminded_at, '-infinity');

-- The acts on a period. The actor and the reason are only for accounts that may read the record.
create view ranking.period_act with (security_barrier) as
select a.id, a.subject as half_year, a.kind, a.recorded_at,
    case when (select registry.actor_may('read_record')) then a.account_name end as actor,
    case when (select registry.actor_may('read_record')) then a.reason end as reason
from registry.act a
where (select registry.actor_is_known()) and a.kind in (
    'plan_period', 'schedule_period', 'open_period', 'reopen_period', 'close_period', 'rank', 'publish',
    'publish_correction', 'set_window', 'release_offices', 'end_release', 'overrule_step', 'confirm_overrule',
    'amend_facts', 'confirm_amendment', 'preview_period', 'approve_province', 'settle_appeals');

-- Messages about failed steps include the reasons.
create view ranking.outbox with (security_barrier) as
select o.id, o.made_at, o.kind, o.subject, o.payload::text as payload, o.attempts, o.next_attempt_at, o.last_error,
    o.sent_at
from registry.outbox o
where (select registry.actor_may('read_step_failures'));

grant select on ranking.period_step, ranking.closing_reminder, ranking.period_act, ranking.outbox to pishkhan_app;
