-- The days on which the clock opens, closes, ranks and publishes a half-year, and why a step could not be taken.

-- The first instant of a day in Tehran. Summer time began at 00:00 of 2 Farvardin 1400, which therefore began at 01:00,
-- and ended at 24:00 of 30 Shahrivar 1400, whose last hour came twice: PostgreSQL answers both rightly, and other rules
-- of later years with the newest time zone data. So instants are computed when they are asked for, and never stored.
create function registry.start_of_day(day date) returns timestamptz
language sql stable
begin atomic
    select start_of_day.day::timestamp at time zone 'Asia/Tehran';
end;

-- What the clock takes next in a state, and nothing once a period is published.
create function registry.next_step(state text) returns text
language sql immutable
begin atomic
    select case next_step.state
        when 'planned' then 'opens' when 'open' then 'closes' when 'closed' then 'ranks'
        when 'ranked' then 'publishes' when 'preview' then 'publishes' end;
end;

-- Days are inclusive: a period closes when the day after its closing day begins; the other steps begin their day.
create function registry.step_instant(step text, day date) returns timestamptz
language sql stable
begin atomic
    select registry.start_of_day(
        case step_instant.step when 'closes' then step_instant.day + 1 else step_instant.day end);
end;

create table registry.period_schedule (
    period_id integer primary key references registry.evaluation_period,
    -- A step without a day waits for somebody to take it.
    opens_on date,
    closes_on date,
    ranks_on date,
    publishes_on date,
    -- What to open the period with.
    scheme_id integer references registry.scheme,
    -- How many days before the closing day people are reminded of it.
    remind_before_days integer[] not null default '{7,1}',
    -- Up to when reminders of the closing day have been made.
    reminded_at timestamptz,
    constraint opening_day_has_a_scheme check (opens_on is null or scheme_id is not null),
    constraint steps_come_in_their_order check (
        opens_on <= closes_on and closes_on < ranks_on and ranks_on <= publishes_on
        and opens_on < ranks_on and opens_on <= publishes_on and closes_on < publishes_on),
    constraint reminders_come_before_closing check (
        array_position(remind_before_days, null) is null and 0 <= all (remind_before_days)
        and 180 >= all (remind_before_days))
);
create index period_schedule_scheme_id_idx on registry.period_schedule (scheme_id);

create table registry.step_failure (
    period_id integer primary key references registry.evaluation_period,
    step text not null,
    attempts integer not null,
    failed_at timestamptz not null,
    next_attempt_at timestamptz not null,
    -- When the operator was last told.
    reminded_at timestamptz not null,
    code text not null,
    message_fa text not null,
    message_en text not null,
    constraint failed_step_is_known check (step in ('opens', 'closes', 'ranks', 'publishes')),
    constraint failure_was_attempted check (attempts > 0)
);

-- A day may change until its step is taken.
create function registry.guard_period_schedule() returns trigger
language plpgsql as $$
declare
    state text;
    taken text;
begin
    select p.state into strict state from registry.evaluation_period p where p.id = new.period_id;
    taken := case
        when state <> 'planned' and new.opens_on is distinct from old.opens_on then 'opens'
        when state not in ('planned', 'open') and new.closes_on is distinct from old.closes_on then 'closes'
        when state in ('ranked', 'preview', 'published') and new.ranks_on is distinct from old.ranks_on then 'ranks'
        when state = 'published' and new.publishes_on is distinct from old.publishes_on then 'publishes' end;
    if taken is not null then
        raise exception using errcode = 'RK107', message = 'step_is_taken', detail = taken;
    end if;
    return new;
end
$$;
create trigger taken_steps_keep_their_days before insert or update on registry.period_schedule
    for each row execute function registry.guard_period_schedule();
create trigger period_schedule_is_never_deleted before delete or truncate on registry.period_schedule
    for each statement execute function registry.refuse_change();

-- New days are a new attempt at once.
create function registry.follow_period_schedule() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    delete from registry.step_failure where period_id = new.period_id;
    perform pg_notify('pishkhan_clock', '');
    return null;
end
$$;
create trigger new_days_wake_the_clock
    after insert or update of opens_on, closes_on, ranks_on, publishes_on, scheme_id, remind_before_days
    on registry.period_schedule for each row execute function registry.follow_period_schedule();

-- Whoever moves a period: what had failed is resolved. A reopened period would be closed again at once by its old days,
-- so it waits for new ones.
create function registry.follow_period_state() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    delete from registry.step_failure where period_id = new.id;
    if new.state = 'open' and old.state <> 'planned' then
        update registry.period_schedule
        set closes_on = null, ranks_on = null, publishes_on = null, reminded_at = null
        where period_id = new.id;
    end if;
    perform pg_notify('pishkhan_clock', '');
    return null;
end
$$;
create trigger new_state_wakes_the_clock after update of state on registry.evaluation_period
    for each row when (old.state <> new.state) execute function registry.follow_period_state();

-- The acts of a period, for its history.
create index act_of_period_idx on registry.act (subject) where kind in (
    'plan_period', 'schedule_period', 'open_period', 'reopen_period', 'close_period', 'rank', 'publish',
    'publish_correction', 'set_window', 'release_offices', 'end_release', 'overrule_step', 'confirm_overrule',
    'amend_facts', 'confirm_amendment');

-- A view's functions are called by whoever reads it.
grant execute on function registry.start_of_day(date), registry.next_step(text), registry.step_instant(text, date)
    to pishkhan_commands, pishkhan_app;
grant select on registry.period_schedule, registry.step_failure to pishkhan_views, pishkhan_commands;
grant insert, update on registry.period_schedule, registry.step_failure to pishkhan_commands;

-- Keeping the clock: taking steps that are due, telling of them, sending what is told.
insert into registry.role_deed (role, deed)
values ('headquarters', 'schedule_period'), ('headquarters', 'keep_clock'), ('system', 'keep_clock');
