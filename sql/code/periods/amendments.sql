-- Owner: pishkhan_owner
-- Amendments of frozen facts: one person proposes, another confirms. The owner of the tables owns this, because only
-- that role writes frozen facts.

create function ranking.closed_census(half_year text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    period := ranking.locked_period(closed_census.half_year);
    if period.state in ('planned', 'open') then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → amended';
    end if;
    return period.census_id;
end
$$;

create function ranking.amend_facts(
    half_year text, office_code text, criterion text, verdict text, value bigint, reason text
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    census bigint;
    office bigint;
    criterion_index smallint;
    new_amendment integer;
begin
    perform ranking.require_national('amend_facts');
    if coalesce(btrim(amend_facts.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    census := ranking.closed_census(amend_facts.half_year);
    select o.office_id into office from registry.census_office o
    where o.census_id = census and o.code = amend_facts.office_code;
    if office is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = amend_facts.office_code;
    end if;
    select c.position into criterion_index
    from registry.criterion c join registry.evaluation_period p on p.scheme_id = c.scheme_id
    where p.half_year = amend_facts.half_year and c.code = amend_facts.criterion;
    if criterion_index is null then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = amend_facts.criterion;
    end if;
    insert into registry.amendment (census_id, office_id, position, verdict, value, reason, made_by, made_at)
    values (census, office, criterion_index,
        case amend_facts.verdict when 'corrected' then 2 when 'rejected' then 3 when 'not_applicable' then 4 end,
        amend_facts.value, btrim(amend_facts.reason), registry.actor_person(), clock_timestamp())
    returning id into new_amendment;
    perform registry.record_act('amend_facts', amend_facts.half_year, btrim(amend_facts.reason), jsonb_build_object(
        'amendment', new_amendment, 'office', amend_facts.office_code, 'criterion', amend_facts.criterion,
        'verdict', amend_facts.verdict, 'value', amend_facts.value));
    return new_amendment;
end
$$;
grant execute on function ranking.amend_facts(text, text, text, text, bigint, text) to pishkhan_app;

-- Returns the number of the facts that it made, even if it was confirmed before.
create function ranking.confirm_amendment(half_year text, amendment integer) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    census bigint;
    cause registry.amendment;
    facts registry.census_fact;
begin
    perform ranking.require_national('confirm_amendment');
    census := ranking.closed_census(confirm_amendment.half_year);
    select * into cause from registry.amendment a
    where a.id = confirm_amendment.amendment and a.census_id = census for update;
    if cause.id is null then
        raise exception using errcode = 'RK617', message = 'unknown_amendment', detail = confirm_amendment.amendment;
    end if;
    if cause.confirmed_by is not null then
        return cause.number;
    end if;
    if cause.made_by = registry.actor_person() then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = registry.actor());
    end if;
    select * into strict facts from registry.census_fact f
    where f.census_id = census and f.office_id = cause.office_id order by f.number desc limit 1;
    update registry.amendment a set confirmed_by = registry.actor_person(), confirmed_at = clock_timestamp(),
        number = facts.number + 1
    where a.id = cause.id;
    facts.number := facts.number + 1;
    facts.revision := ranking.next_revision();
    facts.verdict[cause.position + 1] := cause.verdict;
    facts.confirmed_value[cause.position + 1] := cause.value;
    insert into registry.census_fact select facts.*;
    perform registry.record_act('confirm_amendment', confirm_amendment.half_year, null,
        jsonb_build_object('amendment', cause.id, 'facts', facts.number));
    return facts.number;
end
$$;
grant execute on function ranking.confirm_amendment(text, integer) to pishkhan_app;
