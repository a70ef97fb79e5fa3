-- The licence state of an office on a day: the worse of what the register says and of what sanctions that hold on that
-- day make of it. The views, the ceilings and the census call these functions. The owner of the tables owns them,
-- because everybody meets the state of every office, and only few may read the cases behind it.

-- Both states are of one office on one day. A sanction never lifts a state of the register, nor does the register lift
-- a sanction.
create or replace function registry.licence_state(registered text, sanctioned text) returns text
language sql immutable
as $$
    select case when array_position(array['active', 'suspended', 'expired', 'revoked', 'closed'],
                                    licence_state.sanctioned)
                     > array_position(array['active', 'suspended', 'expired', 'revoked', 'closed'],
                                      licence_state.registered)
        then licence_state.sanctioned else licence_state.registered end
$$;
grant execute on function registry.licence_state(text, text) to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The days on which each sanction holds: from its first to its last day, and not from the day on which a later step of
-- its case ends it. The planner inlines this function.
create or replace function registry.effective_sanctions()
returns table (sanction_id integer, case_id integer, office_id bigint, kind text, holds daterange, ended_on date)
language sql stable
as $$
    select s.id, s.case_id, s.office_id, s.kind,
        s.holds * daterange(null, ended.day), ended.day
    from registry.sanction s
    left join lateral (
        select min(later.taken_on) as day from registry.case_step later
        where later.case_id = s.case_id and later.number > s.step_number and later.ends_sanctions
    ) ended on true
$$;

-- The offices whose licence is suspended or revoked by a sanction on a day; of these offices, or of all.
create or replace function registry.sanctioned_offices(day date, offices bigint[] default null)
returns table (office_id bigint, state text)
language sql stable security definer rows 100 set search_path = registry, pg_temp as $$
    select e.office_id, case when bool_or(e.kind = 'revocation') then 'revoked' else 'suspended' end
    from registry.effective_sanctions() e
    where e.kind <> 'warning' and e.holds @> sanctioned_offices.day
        and (sanctioned_offices.offices is null or e.office_id = any (sanctioned_offices.offices))
    group by e.office_id
$$;
grant execute on function registry.sanctioned_offices(date, bigint[]) to pishkhan_views, pishkhan_commands;

-- What sanctions make of one office today; null if none holds.
create or replace function registry.sanctioned_today(office_id bigint) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select s.state
    from registry.sanctioned_offices(
        registry.day_in_tehran(clock_timestamp()), array[sanctioned_today.office_id]) s
$$;
grant execute on function registry.sanctioned_today(bigint) to pishkhan_views, pishkhan_app;

-- The days on which sanctions begin and end, with the cause that they are for services to be handed over.
create or replace function registry.sanction_events(offices bigint[])
returns table (happened_on date, office_id bigint, cause text)
language sql stable security definer rows 100 set search_path = registry, pg_temp as $$
    select event.day, e.office_id, event.cause
    from registry.effective_sanctions() e
    cross join lateral (values
        (lower(e.holds), case e.kind when 'revocation' then 'closure' else 'suspension' end),
        (upper(e.holds), 'office_change')) event (day, cause)
    where e.kind <> 'warning' and e.office_id = any (sanction_events.offices) and event.day is not null
$$;
grant execute on function registry.sanction_events(bigint[]) to pishkhan_views;
