-- Rules for changes of half-years and their steps, of the clock and its messages.

-- The clock's next step in a state; null once a period is published.
create or replace function registry.next_step(state text) returns text
language sql immutable
begin atomic
    select case next_step.state
        when 'planned' then 'opens' when 'open' then 'closes' when 'closed' then 'ranks'
        when 'ranked' then 'publishes' when 'preview' then 'publishes' end;
end;

-- Days are inclusive: a period closes when the day after its closing day begins; the other steps are taken when their
-- day begins.
create or replace function registry.step_instant(step text, day date) returns timestamptz
language sql stable
begin atomic
    select registry.start_of_day(
        case step_instant.step when 'closes' then step_instant.day + 1 else step_instant.day end);
end;
-- The caller of a view also calls its functions.
grant execute on function registry.next_step(text), registry.step_instant(text, date)
    to pishkhan_commands, pishkhan_app;

-- planned → open → closed → ranked → preview → published; reopen leads from closed, ranked, preview back to open.
create or replace function registry.guard_period_state() returns trigger
language plpgsql as $$
declare
    shown registry.evaluation_period := new;
begin
    if old.state = 'published' then
        -- Nothing but the run, and that to the one of the newest publication.
        shown.run_id := old.run_id;
        if new.run_id is not distinct from old.run_id or shown is distinct from old then
            raise exception using errcode = 'RK302', message = 'published_is_final', detail = old.half_year;
        end if;
        if new.run_id is distinct from (select p.run_id from registry.publication p where p.period_id = old.id
                                        order by p.number desc limit 1) then
            raise exception using errcode = '23514', constraint = 'newest_publication_is_current',
                message = 'newest_publication_is_current';
        end if;
        return new;
    end if;
    if new.half_year <> old.half_year or new.first_on <> old.first_on or new.last_on <> old.last_on
        or (new.census_on <> old.census_on and old.state <> 'planned')
        or (old.scheme_id is not null and new.scheme_id is distinct from old.scheme_id) then
        raise exception using errcode = 'RK305', message = 'period_terms_are_fixed', detail = old.half_year;
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
        ('planned', 'open'), ('open', 'closed'), ('closed', 'ranked'), ('ranked', 'preview'), ('preview', 'published'),
        ('closed', 'open'), ('ranked', 'open'), ('preview', 'open')) then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = old.state || ' → ' || new.state;
    end if;
    -- The days of the preview and of the appeals count from this instant.
    new.shown_at := case new.state when 'preview' then coalesce(old.shown_at, registry.begun_at())
        when 'published' then old.shown_at end;
    if new.state = 'published' and not exists (
        select from registry.publication p where p.period_id = new.id and p.run_id = new.run_id) then
        raise exception using errcode = '23514', constraint = 'published_period_has_a_publication',
            message = 'published_period_has_a_publication';
    end if;
    return new;
end
$$;

-- A step of a half-year is refused while it has obstacles, even by plain SQL. Reopening is not a step.
create or replace function registry.guard_step_obstacles() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_no_obstacle(new.id, case new.state
        when 'open' then 'open' when 'closed' then 'close' when 'ranked' then 'rank' when 'preview' then 'show'
        else 'publish' end);
    return new;
end
$$;

-- A moved period has no failure any more. A reopened period would be closed again at once by its old days, so it waits
-- for new ones.
create or replace function registry.follow_period_state() returns trigger
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

-- A day may change until its step is taken.
create or replace function registry.guard_period_schedule() returns trigger
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

-- New days start a new attempt at once.
create or replace function registry.follow_period_schedule() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    delete from registry.step_failure where period_id = new.period_id;
    perform pg_notify('pishkhan_clock', '');
    return null;
end
$$;

-- An overrule may only be confirmed, once. Its persons are those of the accounts, whatever the statement says.
create or replace function registry.guard_step_overrule() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if tg_op = 'UPDATE' and (old.confirmed_by is not null
        or (new.period_id, new.step, new.code, new.detail, new.reason, new.made_by, new.made_at)
            is distinct from (old.period_id, old.step, old.code, old.detail, old.reason, old.made_by, old.made_at)) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = 'step_overrule';
    end if;
    new.maker := registry.person_of(new.made_by);
    new.confirmer := registry.person_of(new.confirmed_by);
    return new;
end
$$;

create or replace function registry.guard_outbox() returns trigger
language plpgsql as $$
begin
    if old.sent_at is not null
        or (new.id, new.made_at, new.kind, new.subject, new.payload)
            is distinct from (old.id, old.made_at, old.kind, old.subject, old.payload) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'outbox ' || old.id;
    end if;
    return new;
end
$$;

-- A message that a hook has taken may be removed; a waiting one may not.
create or replace function registry.keep_waiting_message() returns trigger
language plpgsql as $$
begin
    if old.sent_at is null then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'waiting outbox ' || old.id;
    end if;
    return old;
end
$$;

create or replace function registry.announce_message() returns trigger
language plpgsql as $$
begin
    perform pg_notify('pishkhan_outbox', '');
    return null;
end
$$;
