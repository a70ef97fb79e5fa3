-- When offices may act in a half-year, and who is released from acting.

-- An appeal is heard after the period has closed; whatever else is done ends before.
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

-- The same for a closing day that moves back.
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

-- A release is given and ended while its period takes facts, and only ends, once.
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

-- The days on which the country may do something; none where the period's own days hold.
create or replace function registry.days_of_activity(
    period_id integer, activity text, out opens_on date, out closes_on date
)
language sql stable security definer set search_path = registry, pg_temp as $$
    select min(w.opens_on), max(w.closes_on) from registry.submission_window w
    where w.period_id = days_of_activity.period_id and w.activity = days_of_activity.activity
        and w.province_id is null
$$;

-- Why an instant lies outside of days, if it does.
create or replace function registry.problem_of_days(opens_on date, closes_on date, at timestamptz) returns text
language sql stable set search_path = registry, pg_temp as $$
    select case
        when at < registry.start_of_day(opens_on) then 'window_not_open'
        when at >= registry.start_of_day(closes_on + 1) then 'window_closed' end
$$;

-- Of these offices, in this order of provinces, those for which an activity is not open at an instant, with their days.
create or replace function registry.windows_closed_for(
    period_id integer, activity text, at timestamptz, province_ids integer[], office_ids bigint[]
) returns table (office_id bigint, opens_on date, closes_on date, problem text)
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off as $$
#variable_conflict use_column
declare
    country record;
begin
    select * into country from registry.days_of_activity(windows_closed_for.period_id, windows_closed_for.activity);
    -- What is open to the country is open to all.
    if registry.problem_of_days(country.opens_on, country.closes_on, windows_closed_for.at) is null then
        return;
    end if;
    return query
    with more as (
        select w.province_id, w.office_id, min(w.opens_on) as opens_on, max(w.closes_on) as closes_on
        from registry.submission_window w
        where w.period_id = windows_closed_for.period_id and w.activity = windows_closed_for.activity
            and w.province_id is not null
        group by w.province_id, w.office_id
    ), own as (
        select a.office_id, least(country.opens_on, p.opens_on, o.opens_on) as opens_on,
            greatest(country.closes_on, p.closes_on, o.closes_on) as closes_on
        from unnest(windows_closed_for.office_ids, windows_closed_for.province_ids) a (office_id, province_id)
        left join more p on p.province_id = a.province_id and p.office_id is null
        left join more o on o.office_id = a.office_id
    )
    select own.office_id, own.opens_on, own.closes_on,
        registry.problem_of_days(own.opens_on, own.closes_on, windows_closed_for.at)
    from own
    where registry.problem_of_days(own.opens_on, own.closes_on, windows_closed_for.at) is not null;
end
$$;
grant execute on function registry.windows_closed_for(integer, text, timestamptz, integer[], bigint[])
    to pishkhan_commands;

-- Whether some offices may not act, so that each has to be asked for.
create or replace function registry.is_closed_to_some(period_id integer, activity text, at timestamptz) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select registry.problem_of_days(d.opens_on, d.closes_on, is_closed_to_some.at) is not null
    from registry.days_of_activity(is_closed_to_some.period_id, is_closed_to_some.activity) d
$$;
grant execute on function registry.is_closed_to_some(integer, text, timestamptz) to pishkhan_commands;

-- Refuses an activity of which the first office, by code, is out of its days.
create or replace function registry.require_open_windows(
    period_id integer, activity text, at timestamptz, province_ids integer[], office_ids bigint[]
) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    closed record;
begin
    select c.opens_on, c.closes_on, c.problem, o.code into closed
    from registry.windows_closed_for(require_open_windows.period_id, require_open_windows.activity,
        require_open_windows.at, require_open_windows.province_ids, require_open_windows.office_ids) c
    join registry.office o on o.id = c.office_id
    order by o.code collate "C" limit 1;
    if closed.problem is not null then
        raise exception using
            errcode = case closed.problem when 'window_closed' then 'RK109' else 'RK111' end, message = closed.problem,
            detail = concat_ws(' ', require_open_windows.activity, coalesce(closed.opens_on::text, '-'),
                coalesce(closed.closes_on::text, '-'));
    end if;
end
$$;
grant execute on function registry.require_open_windows(integer, text, timestamptz, integer[], bigint[])
    to pishkhan_commands;
