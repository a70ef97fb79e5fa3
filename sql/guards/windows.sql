-- The days on which offices may act in a half-year, and the releases from acting.

-- An appeal is heard after the period has closed; every other activity ends before.
create or replace function registry.guard_submission_window() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if new.activity <> 'appeal' and exists (
        select from registry.period_schedule s where s.period_id = new.period_id and s.closes_on < new.closes_on) then
        perform registry.refuse_constraint('window_ends_before_closing');
    end if;
    if new.number <> 1 + coalesce((
        select max(w.number) from registry.submission_window w
        where w.period_id = new.period_id and w.activity = new.activity), 0) then
        perform registry.refuse_constraint('windows_are_numbered_without_gaps');
    end if;
    return new;
end
$$;

-- The same check for a closing day that moves to an earlier day.
create or replace function registry.guard_closing_day() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (
        select from registry.submission_window w
        where w.period_id = new.period_id and w.activity <> 'appeal' and w.closes_on > new.closes_on) then
        perform registry.refuse_constraint('window_ends_before_closing');
    end if;
    return new;
end
$$;

-- A release is given and ended while its period is open for facts, and it may only end, once.
create or replace function registry.guard_release() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    state text;
begin
    if tg_op = 'UPDATE' and (old.ended_at is not null
        or (new.id, new.period_id, new.province_id, new.office_id, new.reason, new.legal_basis, new.actor_id,
            new.released_at) is distinct from (old.id, old.period_id, old.province_id, old.office_id, old.reason,
            old.legal_basis, old.actor_id, old.released_at)) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = 'release';
    end if;
    -- Locked, so that a close waits, or has frozen who is released.
    select p.state into state from registry.evaluation_period p where p.id = new.period_id for share;
    if state not in ('planned', 'open') then
        raise exception using errcode = 'RK107', message = 'step_is_taken', detail = 'closes';
    end if;
    return new;
end
$$;

-- The reason why an instant lies outside certain days; null if it does not.
create or replace function registry.problem_of_days(opens_on date, closes_on date, at timestamptz) returns text
language sql stable set search_path = registry, pg_temp as $$
    select case
        when at < registry.start_of_day(opens_on) then 'window_not_open'
        when at >= registry.start_of_day(closes_on + 1) then 'window_closed' end
$$;

-- True if some offices may not act, so that each must be checked: the country has windows, and none of them is open.
-- Without a window of the country the period's own days hold for all.
create or replace function registry.is_closed_to_some(period_id integer, activity text, at timestamptz) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(bool_and(registry.problem_of_days(w.opens_on, w.closes_on, is_closed_to_some.at) is not null), false)
    from registry.submission_window w
    where w.period_id = is_closed_to_some.period_id and w.activity = is_closed_to_some.activity
        and w.province_id is null
$$;
grant execute on function registry.is_closed_to_some(integer, text, timestamptz) to pishkhan_commands;

-- Of these offices, with their provinces in the same order, those without an open window at an instant, with the days
-- of the window that opens next, else of the one that closed last.
create or replace function registry.windows_closed_for(
    period_id integer, activity text, at timestamptz, province_ids integer[], office_ids bigint[]
) returns table (office_id bigint, opens_on date, closes_on date, problem text)
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off as $$
#variable_conflict use_column
begin
    if not registry.is_closed_to_some(windows_closed_for.period_id, windows_closed_for.activity, windows_closed_for.at) then
        return;
    end if;
    return query
    with days as materialized (
        select w.province_id, w.office_id, w.opens_on, w.closes_on,
            registry.problem_of_days(w.opens_on, w.closes_on, windows_closed_for.at) as problem
        from registry.submission_window w
        where w.period_id = windows_closed_for.period_id and w.activity = windows_closed_for.activity
    ), asked as materialized (
        select * from unnest(windows_closed_for.office_ids, windows_closed_for.province_ids) a (office_id, province_id)
    ), own as (
        select a.office_id, d.opens_on, d.closes_on, d.problem from asked a cross join days d where d.province_id is null
        union all
        select a.office_id, d.opens_on, d.closes_on, d.problem
        from asked a join days d on d.province_id = a.province_id and d.office_id is null
        union all
        select a.office_id, d.opens_on, d.closes_on, d.problem from asked a join days d on d.office_id = a.office_id
    ), shown as (
        select o.office_id, min(array[o.opens_on, o.closes_on]) filter (where o.problem = 'window_not_open') as next,
            max(array[o.closes_on, o.opens_on]) as last
        from own o group by o.office_id having bool_and(o.problem is not null)
    )
    select s.office_id, coalesce(s.next[1], s.last[2]), coalesce(s.next[2], s.last[1]),
        case when s.next is null then 'window_closed' else 'window_not_open' end
    from shown s;
end
$$;
grant execute on function registry.windows_closed_for(integer, text, timestamptz, integer[], bigint[])
    to pishkhan_commands;

-- Refuses an activity, and names the first office, by code, that is outside its days.
create or replace function registry.require_open_windows(
    period_id integer, activity text, at timestamptz, province_ids integer[], office_ids bigint[]
) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    closed record;
    days text;
begin
    select c.opens_on, c.closes_on, c.problem, o.code into closed
    from registry.windows_closed_for(require_open_windows.period_id, require_open_windows.activity,
        require_open_windows.at, require_open_windows.province_ids, require_open_windows.office_ids) c
    join registry.office o on o.id = c.office_id
    order by o.code collate "C" limit 1;
    days := concat_ws(' ', require_open_windows.activity, coalesce(closed.opens_on::text, '-'),
        coalesce(closed.closes_on::text, '-'));
    if closed.problem = 'window_closed' then
        raise exception using errcode = 'RK109', message = 'window_closed', detail = days;
    elsif closed.problem = 'window_not_open' then
        raise exception using errcode = 'RK111', message = 'window_not_open', detail = days;
    end if;
end
$$;
grant execute on function registry.require_open_windows(integer, text, timestamptz, integer[], bigint[])
    to pishkhan_commands;

-- Refuses facts of a half-year after its closing day, whether a clock has closed it or not.
create or replace function registry.require_days_of_period(period_id integer, at timestamptz) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    days registry.period_schedule;
begin
    select * into days from registry.period_schedule s where s.period_id = require_days_of_period.period_id;
    if registry.step_instant('closes', days.closes_on) <= require_days_of_period.at then
        raise exception using errcode = 'RK109', message = 'window_closed',
            detail = concat_ws(' ', 'period', coalesce(days.opens_on::text, '-'), days.closes_on);
    end if;
end
$$;
grant execute on function registry.require_days_of_period(integer, timestamptz) to pishkhan_commands;
