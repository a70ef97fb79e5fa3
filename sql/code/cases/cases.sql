-- Owner: pishkhan_commands
-- Opens violation cases and takes their steps. The tables prove the order, the parties and the days.

-- The office of a new case; its row is locked, so that contracts and sanctions of an office wait for each other.
create function ranking.accused_office(code text) returns registry.office
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    office registry.office;
begin
    select * into office from registry.office o where o.code = accused_office.code for no key update;
    if office.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = accused_office.code;
    end if;
    return office;
end
$$;

-- The licence holder of an office on a day, as known now; if nothing is known of that day, the first known one.
create function ranking.holder_on(office_id bigint, day date) returns bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select version.holder_id
    from (
        select h.holder_id, h.effective_on, h.revision from registry.office_history h where h.id = holder_on.office_id
        union all
        select o.holder_id, o.effective_on, o.revision from registry.office o where o.id = holder_on.office_id
    ) version
    order by version.effective_on <= holder_on.day desc,
        case when version.effective_on <= holder_on.day then version.effective_on end desc,
        version.effective_on, version.revision desc limit 1
$$;

-- A case of the actor's scope. The row of its office is locked, so that its steps are taken one after the other, and a
-- contract of the office waits for a sanction.
create function ranking.locked_case(case_number integer) returns registry.violation_case
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.violation_case;
begin
    select * into known from registry.violation_case c where c.id = locked_case.case_number;
    if known.id is null then
        raise exception using errcode = 'RK614', message = 'unknown_case', detail = locked_case.case_number;
    end if;
    perform from registry.office o where o.id = known.office_id for no key update;
    return known;
end
$$;

create function ranking.insert_case(office registry.office, number text, kind text, day date)
returns registry.violation_case
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.violation_case (number, province_id, office_id, holder_id, kind)
    values (insert_case.number, (insert_case.office).province_id, (insert_case.office).id,
        ranking.holder_on((insert_case.office).id, insert_case.day), insert_case.kind)
    returning *
$$;

-- Adds a step after the newest one of the case.
create function ranking.insert_case_step(
    violation_case registry.violation_case, step text, day date, words text, answer_until date, ends_sanctions boolean
) returns registry.case_step
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.case_step (case_id, number, step, after, office_id, province_id, taken_on, answer_until,
        ends_sanctions, text, actor_id, person_id)
    select (insert_case_step.violation_case).id, coalesce(max(s.number), 0) + 1, insert_case_step.step,
        coalesce((array_agg(s.step order by s.number desc))[1], 'start'),
        (insert_case_step.violation_case).office_id, (insert_case_step.violation_case).province_id,
        insert_case_step.day, insert_case_step.answer_until,
        insert_case_step.ends_sanctions or insert_case_step.step in ('dropped', 'annulled'),
        btrim(insert_case_step.words), registry.actor(), registry.actor_person()
    from registry.case_step s where s.case_id = (insert_case_step.violation_case).id
    returning *
$$;

-- Imposes a sanction with a step; none if no kind is given. Without a first day it holds from the day of the step.
create function ranking.impose_sanction(imposing registry.case_step, kind text, first_day date, last_day date)
returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.sanction (case_id, step_number, step, office_id, province_id, kind, holds)
    select (impose_sanction.imposing).case_id, (impose_sanction.imposing).number, (impose_sanction.imposing).step,
        (impose_sanction.imposing).office_id, (impose_sanction.imposing).province_id, impose_sanction.kind,
        ranking.days_of_sanction(
            coalesce(impose_sanction.first_day, (impose_sanction.imposing).taken_on), impose_sanction.last_day)
    where impose_sanction.kind is not null
$$;

-- Days that end before they begin are no days; the table's constraint refuses them.
create function ranking.days_of_sanction(first_day date, last_day date) returns daterange
language sql immutable
begin atomic
    select case when days_of_sanction.last_day < days_of_sanction.first_day then 'empty'::daterange
        else daterange(days_of_sanction.first_day, days_of_sanction.last_day, '[]') end;
end;

-- Returns the number of the case.
create function ranking.open_case(office text, number text, kind text, day date, words text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    opened registry.violation_case;
begin
    perform ranking.require_permission('open_case');
    opened := ranking.insert_case(
        ranking.accused_office(open_case.office), open_case.number, open_case.kind, open_case.day);
    perform ranking.insert_case_step(opened, 'report', open_case.day, open_case.words, null, false);
    perform registry.record_act('open_case', open_case.office, null, jsonb_build_object(
        'case', opened.id, 'number', open_case.number, 'kind', open_case.kind, 'day', open_case.day));
    return opened.id;
end
$$;
grant execute on function ranking.open_case(text, text, text, date, text) to pishkhan_app;

-- A step of the committee. A sanction that comes with the final step takes the place of the decision's. Returns the
-- number of the step.
create function ranking.take_case_step(
    case_number integer, step text, day date, words text, answer_until date, ends_sanctions boolean, sanction text,
    holds_from date, holds_until date
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.violation_case;
    taken registry.case_step;
begin
    perform ranking.require_permission('take_case_step');
    known := ranking.locked_case(take_case_step.case_number);
    taken := ranking.insert_case_step(known, take_case_step.step, take_case_step.day, take_case_step.words,
        take_case_step.answer_until, take_case_step.ends_sanctions
            or take_case_step.step = 'final' and take_case_step.sanction is not null);
    perform ranking.impose_sanction(
        taken, take_case_step.sanction, take_case_step.holds_from, take_case_step.holds_until);
    -- What the step says may name persons, so it is not in the record.
    perform registry.record_act('take_case_step', (select o.code from registry.office o where o.id = known.office_id),
        null, jsonb_build_object('case', known.id, 'number', taken.number, 'step', taken.step, 'day', taken.taken_on,
            'answer_until', taken.answer_until, 'ends_sanctions', taken.ends_sanctions,
            'sanction', take_case_step.sanction, 'holds_from', take_case_step.holds_from,
            'holds_until', take_case_step.holds_until));
    return taken.number;
end
$$;
grant execute on function ranking.take_case_step(integer, text, date, text, date, boolean, text, date, date)
    to pishkhan_app;

-- A reply or an objection of the office, on the day on which it comes.
create function ranking.answer_case(case_number integer, step text, words text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    known registry.violation_case;
    taken registry.case_step;
begin
    perform ranking.require_permission('answer_case');
    known := ranking.locked_case(answer_case.case_number);
    taken := ranking.insert_case_step(known, answer_case.step, (clock_timestamp() at time zone 'Asia/Tehran')::date,
        answer_case.words, null, false);
    perform registry.record_act('answer_case', (select o.code from registry.office o where o.id = known.office_id),
        null, jsonb_build_object('case', known.id, 'number', taken.number, 'step', taken.step));
    return taken.number;
end
$$;
grant execute on function ranking.answer_case(integer, text, text) to pishkhan_app;

-- A final decision on paper, with its sanction if it has one; also one that a file has brought. Returns the number of
-- the case.
create function ranking.record_decision(
    office text, number text, kind text, day date, words text, sanction text, holds_from date, holds_until date
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    recorded registry.violation_case;
begin
    perform ranking.require_permission('record_decision');
    recorded := ranking.insert_case(
        ranking.accused_office(record_decision.office), record_decision.number, record_decision.kind,
        record_decision.day);
    perform ranking.insert_case_step(recorded, 'recorded', record_decision.day, record_decision.words, null, false);
    perform ranking.impose_sanction(
        ranking.insert_case_step(recorded, 'final', record_decision.day, record_decision.words, null, false),
        record_decision.sanction, record_decision.holds_from, record_decision.holds_until);
    perform registry.record_act('record_decision', record_decision.office, null, jsonb_build_object(
        'case', recorded.id, 'number', record_decision.number, 'kind', record_decision.kind,
        'day', record_decision.day, 'sanction', record_decision.sanction, 'holds_from', record_decision.holds_from,
        'holds_until', record_decision.holds_until));
    return recorded.id;
end
$$;
grant execute on function ranking.record_decision(text, text, text, date, text, text, date, date) to pishkhan_app;
