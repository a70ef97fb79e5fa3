-- Rules for violation cases, their steps and sanctions, which hold even for plain SQL.

-- Cases can be read only with `read_cases`.
create or replace function registry.actor_case_provinces() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_cases') then registry.actor_provinces() else '{}'::integer[] end;
end
$$;
grant execute on function registry.actor_case_provinces() to pishkhan_views;

-- The accused holds, or held, the licence of the office.
create or replace function registry.guard_violation_case() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not exists (
        select from registry.office o where o.id = new.office_id and o.holder_id = new.holder_id
        union all
        select from registry.office_history h where h.id = new.office_id and h.holder_id = new.holder_id) then
        perform registry.refuse_constraint('case_is_of_a_holder_of_its_office');
    end if;
    return new;
end
$$;

-- A step is of the account and person that act. The accused office takes its own steps, and only those; a day to answer
-- is not the committee's to take. The keys of the table prove the order.
create or replace function registry.guard_case_step() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    today date := registry.day_in_tehran(clock_timestamp());
    transition registry.case_transition;
    earlier registry.case_step;
begin
    if new.actor_id is distinct from registry.actor() or new.person_id is distinct from registry.actor_person() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if new.taken_on > today then
        raise exception using errcode = 'RK110', message = 'day_in_future', detail = new.taken_on;
    end if;
    select * into transition from registry.case_transition t where t.after = new.after and t.step = new.step;
    select * into earlier from registry.case_step s where s.case_id = new.case_id and s.number = new.number - 1;
    -- A step out of order is refused by its key.
    if transition.is_of_office <> registry.actor_is_bound_to_offices()
        or transition.is_of_office and new.office_id <> all (registry.actor_offices()) then
        perform registry.refuse_constraint('step_is_of_its_own_party');
    end if;
    if new.taken_on < earlier.taken_on then
        perform registry.refuse_constraint('steps_follow_in_time');
    end if;
    if transition.is_of_office and (new.taken_on <> today or new.taken_on > earlier.answer_until) then
        perform registry.refuse_constraint('office_answers_in_its_days');
    end if;
    if transition.waits_for_answer and new.taken_on <= earlier.answer_until then
        perform registry.refuse_constraint('office_has_its_days_to_answer');
    end if;
    if new.step = 'report' and exists (
        select from registry.violation v join registry.violation_case c on c.id = new.case_id
        where (v.office_id, v.decision_number, v.kind) = (c.office_id, c.number, c.kind)) then
        perform registry.refuse_constraint('reported_case_is_not_decided_yet');
    end if;
    return new;
end
$$;

-- A sanction comes with the step that imposes it, and not before its day.
create or replace function registry.guard_sanction() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    imposing registry.case_step;
begin
    select * into imposing from registry.case_step s where s.case_id = new.case_id and s.number = new.step_number;
    if imposing.made_in is distinct from pg_current_xact_id() then
        perform registry.refuse_constraint('sanction_comes_with_its_step');
    end if;
    if lower(new.holds) < imposing.taken_on then
        perform registry.refuse_constraint('sanction_holds_from_its_step');
    end if;
    return new;
end
$$;

-- Writes the decision that a census reads: final with the step `final`, no longer with `annulled`. Its day is that of
-- the committee's decision, also if an objection came after it. A decision that a file brought already stays as it is.
create or replace function registry.follow_final_step() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    violation_case registry.violation_case;
    decided_on date;
    known registry.violation;
begin
    select * into strict violation_case from registry.violation_case c where c.id = new.case_id;
    select s.taken_on into strict decided_on from registry.case_step s
    where s.case_id = new.case_id and s.step in ('decision', 'recorded');
    select * into known from registry.violation v
    where (v.office_id, v.decision_number, v.kind)
        = (violation_case.office_id, violation_case.number, violation_case.kind)
    order by v.revision desc limit 1;
    if (known.decided_on, known.is_final) is not distinct from (decided_on, new.step = 'final') then
        return null;
    end if;
    -- As imports do: a close waits for the revision, or has a newer one.
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    insert into registry.violation (office_id, decision_number, kind, revision, province_id, holder_id, decided_on,
        is_final, is_late, case_id, case_step)
    values (violation_case.office_id, violation_case.number, violation_case.kind, nextval('registry.revision'),
        violation_case.province_id, violation_case.holder_id, decided_on, new.step = 'final',
        exists (select from registry.evaluation_period p
                where decided_on between p.first_on and p.last_on and p.state not in ('planned', 'open')),
        new.case_id, new.number);
    return null;
end
$$;

-- A file neither makes nor changes the decision of a case: asked once for a statement and planned for its rows.
create or replace function registry.guard_decisions_of_cases() returns trigger
language plpgsql security definer set search_path = registry, pg_temp set jit = off as $$
declare
    is_wrong boolean;
begin
    if not exists (select from registry.violation_case) then
        return null;
    end if;
    execute $sql$
        select exists (
            select from added a join registry.violation_case c
                on (c.office_id, c.number, c.kind) = (a.office_id, a.decision_number, a.kind)
            where a.case_id is distinct from c.id)
        $sql$ into is_wrong;
    if is_wrong then
        perform registry.refuse_constraint('decision_of_a_case_comes_from_its_steps');
    end if;
    return null;
end
$$;
