-- Owner: pishkhan_commands
-- The days of a half-year, and the steps that the clock takes on them.

-- Stores the days that a change names, and its scheme and reminders.
create function ranking.store_days(period_id integer, change jsonb, scheme_id integer) returns void
language plpgsql set search_path = registry, pg_temp as $$
declare
    given jsonb := store_days.change;
begin
    update registry.period_schedule s set
        opens_on = case when given ? 'opens_on' then (given ->> 'opens_on')::date else s.opens_on end,
        closes_on = case when given ? 'closes_on' then (given ->> 'closes_on')::date else s.closes_on end,
        ranks_on = case when given ? 'ranks_on' then (given ->> 'ranks_on')::date else s.ranks_on end,
        publishes_on = case when given ? 'publishes_on' then (given ->> 'publishes_on')::date else s.publishes_on end,
        scheme_id = coalesce(store_days.scheme_id, s.scheme_id),
        remind_before_days = case when given ? 'remind_before_days'
            then array(select jsonb_array_elements_text(given -> 'remind_before_days')::integer)
            else s.remind_before_days end,
        -- A new closing day gets new reminders.
        reminded_at = case when given ? 'closes_on' and (given ->> 'closes_on')::date is distinct from s.closes_on
            then null else s.reminded_at end
    where s.period_id = store_days.period_id;
end
$$;

-- Sets the days of a half-year. Days that `change` does not name are kept; null removes a day. A change of a day that
-- was set before needs a reason.
create function ranking.schedule_period(half_year text, change jsonb, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    given jsonb := schedule_period.change;
    scheme registry.scheme;
    known registry.period_schedule;
    past text;
begin
    perform ranking.require_national('schedule_period');
    perform ranking.limit_lock_waits();
    -- Keeps the state while imports into the period go on.
    select * into period from registry.evaluation_period p where p.half_year = schedule_period.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = schedule_period.half_year;
    end if;
    if given ? 'scheme' then
        scheme := ranking.scheme_for(period.half_year, given -> 'scheme' ->> 'code',
            (given -> 'scheme' ->> 'version')::integer);
    end if;
    select * into known from registry.period_schedule s where s.period_id = period.id;
    insert into registry.period_schedule (period_id) values (period.id) on conflict do nothing;
    if (known.opens_on is not null or known.closes_on is not null or known.ranks_on is not null
            or known.publishes_on is not null or known.scheme_id is not null
            or (given ->> 'allow_past')::boolean) and coalesce(trim(schedule_period.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.store_days(period.id, given, scheme.id);
    past := ranking.past_step(period.id, known);
    if past is not null and not coalesce((given ->> 'allow_past')::boolean, false) then
        raise exception using errcode = 'RK112', message = 'day_is_past', detail = past;
    end if;
    perform registry.record_act('schedule_period', period.half_year, nullif(trim(schedule_period.reason), ''), given);
end
$$;
grant execute on function ranking.schedule_period(text, jsonb, text) to pishkhan_app;

-- The first step whose new day has begun in Tehran, with that day: the clock would take it at once.
create function ranking.past_step(period_id integer, known registry.period_schedule) returns text
language sql stable set search_path = registry, pg_temp as $$
    select d.step || ' ' || d.day
    from registry.period_schedule s
    cross join lateral (values (1, 'opens', s.opens_on, known.opens_on), (2, 'closes', s.closes_on, known.closes_on),
        (3, 'ranks', s.ranks_on, known.ranks_on), (4, 'publishes', s.publishes_on, known.publishes_on)
    ) d (position, step, day, known_day)
    where s.period_id = past_step.period_id and d.day is distinct from d.known_day
        and registry.start_of_day(d.day) <= clock_timestamp()
    order by d.position limit 1
$$;

-- An account that looks for due steps may take them.
create function ranking.begin_look() returns void
language sql security definer
begin atomic
    select ranking.require_national('keep_clock');
end;
grant execute on function ranking.begin_look() to pishkhan_app;

-- True if a step is due and not taken; then its period is locked until the transaction ends. Of several daemons the
-- first takes the step, and the others find it taken.
create function ranking.begin_step(half_year text, step text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    now timestamptz;
begin
    perform ranking.require_national('keep_clock');
    -- A run takes this lock first, and holds the period's row while it scores.
    if begin_step.step = 'ranks'
        and not pg_try_advisory_xact_lock(hashtext('registry.run'), hashtext(begin_step.half_year)) then
        return false;
    end if;
    period := ranking.locked_period(begin_step.half_year);
    now := registry.current_instant();
    return exists (
        select from ranking.dated_steps(period.id, period.state) s
        where s.step = begin_step.step and s.due_at <= now
            and not exists (
                select from registry.step_failure f
                where f.period_id = period.id and f.next_attempt_at > now));
end
$$;
grant execute on function ranking.begin_step(text, text) to pishkhan_app;

-- The next step of a period, if it has a day.
create function ranking.dated_steps(period_id integer, state text) returns table (step text, due_at timestamptz)
language sql stable
begin atomic
    select d.step, registry.step_instant(d.step, d.day)
    from registry.period_schedule s
    cross join lateral (values ('opens', s.opens_on), ('closes', s.closes_on), ('ranks', s.ranks_on),
        ('publishes', s.publishes_on)) d (step, day)
    where s.period_id = dated_steps.period_id and d.step = registry.next_step(dated_steps.state) and d.day is not null;
end;

-- Records a failed step with its reason; it is tried again after 1, 2, 4, 8, then every 15 minutes. Returns true at the
-- first failure and then once an hour, when the operator is to be told.
create function ranking.fail_step(half_year text, step text, code text, message_fa text, message_en text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    now timestamptz := registry.current_instant();
    period registry.evaluation_period;
    known registry.step_failure;
    failures integer;
    is_told boolean;
begin
    perform ranking.require_national('keep_clock');
    period := ranking.locked_period(fail_step.half_year);
    if registry.next_step(period.state) is distinct from fail_step.step then
        return false;
    end if;
    select * into known from registry.step_failure f where f.period_id = period.id;
    failures := coalesce(known.attempts, 0) + 1;
    is_told := coalesce(known.reminded_at <= now - interval '1 hour', true);
    insert into registry.step_failure (period_id, step, attempts, failed_at, next_attempt_at, reminded_at, code,
        message_fa, message_en)
    values (period.id, fail_step.step, failures, now,
        now + (array['1 minute', '2 minutes', '4 minutes', '8 minutes', '15 minutes']::interval[])
            [least(failures, 5)],
        now, fail_step.code, fail_step.message_fa, fail_step.message_en)
    on conflict (period_id) do update set attempts = excluded.attempts, failed_at = excluded.failed_at,
        next_attempt_at = excluded.next_attempt_at, code = excluded.code, message_fa = excluded.message_fa,
        message_en = excluded.message_en,
        reminded_at = case when is_told then excluded.reminded_at else registry.step_failure.reminded_at end;
    return is_told;
end
$$;
grant execute on function ranking.fail_step(text, text, text, text, text) to pishkhan_app;

-- Records, with its reason, that a due step has waited long for others, such as imports; the next look tries it again.
-- The period is only locked as shared, because the others hold it; nothing is recorded while another act moves it.
-- Returns true the first time and then once an hour, when the operator is to be told.
create function ranking.wait_step(half_year text, step text, code text, message_fa text, message_en text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    now timestamptz := registry.current_instant();
    period registry.evaluation_period;
    told_at timestamptz;
begin
    perform ranking.require_national('keep_clock');
    select * into period from registry.evaluation_period p where p.half_year = wait_step.half_year for share skip locked;
    if period.id is null or registry.next_step(period.state) is distinct from wait_step.step then
        return false;
    end if;
    insert into registry.step_failure (period_id, step, attempts, failed_at, next_attempt_at, reminded_at, code,
        message_fa, message_en)
    values (period.id, wait_step.step, 1, now, now, now, wait_step.code,
        wait_step.message_fa, wait_step.message_en)
    on conflict (period_id) do update set attempts = registry.step_failure.attempts + 1,
        failed_at = excluded.failed_at, next_attempt_at = excluded.next_attempt_at, code = excluded.code,
        message_fa = excluded.message_fa, message_en = excluded.message_en,
        reminded_at = case when registry.step_failure.reminded_at <= excluded.failed_at - interval '1 hour'
            then excluded.failed_at else registry.step_failure.reminded_at end
    returning reminded_at into told_at;
    return told_at = now;
end
$$;
grant execute on function ranking.wait_step(text, text, text, text, text) to pishkhan_app;

-- True if a reminder of the closing day is due and not sent yet; then it counts as sent. The period is not locked,
-- because imports share it for their whole duration; of two daemons the second one finds the reminder sent.
create function ranking.begin_reminder(half_year text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    now timestamptz := registry.current_instant();
begin
    perform ranking.require_national('keep_clock');
    update registry.period_schedule s set reminded_at = now
    from registry.evaluation_period p
    where p.half_year = begin_reminder.half_year and s.period_id = p.id and p.state = 'open'
        and now < registry.step_instant('closes', s.closes_on)
        and exists (
            select from unnest(s.remind_before_days) days
            where registry.start_of_day(s.closes_on - days) <= now
                and registry.start_of_day(s.closes_on - days) > coalesce(s.reminded_at, '-infinity'));
    return found;
end
$$;
grant execute on function ranking.begin_reminder(text) to pishkhan_app;
