-- Half-years with their states and steps: the days on which the clock takes them, the obstacles to them, and the
-- messages to the operator.
create table registry.evaluation_period (
    id integer generated always as identity primary key,
    half_year text not null,
    first_on date not null,
    last_on date not null,
    census_on date not null,
    state text not null default 'planned',
    scheme_id integer references registry.scheme,
    -- Their foreign keys are defined beside the tables that they name.
    census_id bigint,
    run_id bigint,
    constraint half_year_is_well_formed check (half_year ~ '^1[2-6][0-9]{2}-H[12]$'),
    constraint half_year_is_planned_once unique (half_year),
    constraint period_has_its_days check (last_on - first_on between 177 and 185),
    constraint census_lies_in_or_after_the_period check (census_on >= first_on),
    constraint period_state_is_known check (state in ('planned', 'open', 'closed', 'ranked', 'preview', 'published')),
    constraint open_period_has_a_scheme check (state = 'planned' or scheme_id is not null),
    constraint closed_period_has_a_census check (state in ('planned', 'open') or census_id is not null),
    constraint ranked_period_has_a_run check (state in ('planned', 'open', 'closed') or run_id is not null),
    constraint periods_do_not_overlap exclude using gist (daterange(first_on, last_on, '[]') with &&),
    constraint period_scheme_is_its_own unique (id, scheme_id),
    constraint period_census_is_named_once unique (id, census_id)
);
create index evaluation_period_scheme_id_idx on registry.evaluation_period (scheme_id);
create index evaluation_period_census_id_id_idx on registry.evaluation_period (census_id, id);
create index evaluation_period_run_id_id_idx on registry.evaluation_period (run_id, id);
create trigger period_moves_by_its_states before update on registry.evaluation_period
    for each row execute function registry.guard_period_state();
create trigger step_has_no_obstacle before update of state on registry.evaluation_period
    for each row when (
        old.state <> new.state and not (old.state in ('closed', 'ranked', 'preview') and new.state = 'open'))
    execute function registry.guard_step_obstacles();
create trigger new_state_wakes_the_clock after update of state on registry.evaluation_period
    for each row when (old.state <> new.state) execute function registry.follow_period_state();
create trigger period_is_never_deleted before delete or truncate on registry.evaluation_period
    for each statement execute function registry.refuse_change();
grant select on registry.evaluation_period to pishkhan_views, pishkhan_commands;
grant insert, update on registry.evaluation_period to pishkhan_commands;

-- The days on which the clock opens, closes, ranks and publishes a half-year.
create table registry.period_schedule (
    period_id integer primary key references registry.evaluation_period,
    -- A step without a day waits until a person takes it.
    opens_on date,
    closes_on date,
    ranks_on date,
    publishes_on date,
    -- The scheme with which the period is to be opened.
    scheme_id integer references registry.scheme,
    -- The days before the closing day on which reminders are sent.
    remind_before_days integer[] not null default '{7,1}',
    -- The time up to which reminders of the closing day were sent.
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
create trigger taken_steps_keep_their_days before insert or update on registry.period_schedule
    for each row execute function registry.guard_period_schedule();
-- Runs after the guard of taken steps, by the order of the names.
create trigger windows_end_before_closing before insert or update on registry.period_schedule
    for each row execute function registry.guard_closing_day();
create trigger new_days_wake_the_clock
    after insert or update of opens_on, closes_on, ranks_on, publishes_on, scheme_id, remind_before_days
    on registry.period_schedule for each row execute function registry.follow_period_schedule();
create trigger period_schedule_is_never_deleted before delete or truncate on registry.period_schedule
    for each statement execute function registry.refuse_change();
grant select on registry.period_schedule to pishkhan_views, pishkhan_commands;
grant insert, update on registry.period_schedule to pishkhan_commands;

-- The reason why the clock could not take a step.
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
grant select on registry.step_failure to pishkhan_views, pishkhan_commands;
grant insert, update on registry.step_failure to pishkhan_commands;

-- An obstacle that two persons of the headquarters overrule does not stop its step, as long as its detail is the same.
-- Only functions of the tables' owner write overrules.
create table registry.step_overrule (
    id integer primary key generated always as identity,
    period_id integer not null references registry.evaluation_period,
    step text not null,
    code text not null,
    detail text not null,
    reason text not null,
    made_by integer not null references registry.account,
    -- The key of the person, because one person may have several accounts.
    maker text not null,
    made_at timestamptz not null default clock_timestamp(),
    confirmed_by integer references registry.account,
    confirmer text,
    confirmed_at timestamptz,
    constraint obstacle_is_overruled_once unique (period_id, step, code, detail),
    constraint overruled_step_is_known check (step in ('open', 'close', 'rank', 'show', 'publish')),
    constraint overrule_has_a_reason check (btrim(reason) <> ''),
    constraint overrule_is_of_two_persons check (maker <> confirmer),
    constraint confirmation_is_whole check (
        (confirmed_by is null) = (confirmer is null) and (confirmed_by is null) = (confirmed_at is null))
);
create index step_overrule_made_by_idx on registry.step_overrule (made_by);
create index step_overrule_confirmed_by_idx on registry.step_overrule (confirmed_by);
create trigger overrule_is_only_confirmed before insert or update on registry.step_overrule
    for each row execute function registry.guard_step_overrule();
create trigger step_overrule_is_never_deleted before delete or truncate on registry.step_overrule
    for each statement execute function registry.refuse_change();
grant select on registry.step_overrule to pishkhan_views, pishkhan_commands;

-- Messages to the operator, kept until a hook has taken them: each at least once, by one daemon at a time.
create table registry.outbox (
    id bigint generated always as identity primary key,
    made_at timestamptz not null,
    kind text not null,
    -- The half-year of the message.
    subject text not null,
    payload jsonb not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    last_error text,
    sent_at timestamptz,
    constraint message_kind_is_known check (kind in ('step_taken', 'step_failed', 'closing_soon')),
    constraint sent_message_was_attempted check (sent_at is null or attempts > 0)
);
create index outbox_next_attempt_at_idx on registry.outbox (next_attempt_at) where sent_at is null;
create index outbox_sent_at_idx on registry.outbox (sent_at) where sent_at is not null;
create trigger message_keeps_its_content before update on registry.outbox
    for each row execute function registry.guard_outbox();
create trigger waiting_message_is_never_deleted before delete on registry.outbox
    for each row execute function registry.keep_waiting_message();
create trigger outbox_is_never_emptied before truncate on registry.outbox
    for each statement execute function registry.refuse_change();
create trigger new_message_wakes_the_hook after insert on registry.outbox
    for each statement execute function registry.announce_message();
grant select on registry.outbox to pishkhan_views;
grant select, insert, update on registry.outbox to pishkhan_commands;
