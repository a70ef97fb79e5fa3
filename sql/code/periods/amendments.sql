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

-- An office that a census lists, by its code; any other one is refused.
create function ranking.listed_office(census_id bigint, code text) returns bigint
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    office bigint;
begin
    select o.office_id into office from registry.census_office o
    where o.census_id = listed_office.census_id and o.code = listed_office.code;
    if office is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = listed_office.code;
    end if;
    return office;
end
$$;

-- The place of a criterion in the facts of a half-year.
create function ranking.criterion_position(half_year text, criterion text) returns smallint
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    criterion_index smallint;
begin
    select c.position into criterion_index
    from registry.criterion c join registry.evaluation_period p on p.scheme_id = c.scheme_id
    where p.half_year = criterion_position.half_year and c.code = criterion_position.criterion;
    if criterion_index is null then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = criterion_position.criterion;
    end if;
    return criterion_index;
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
    office := ranking.listed_office(census, amend_facts.office_code);
    criterion_index := ranking.criterion_position(amend_facts.half_year, amend_facts.criterion);
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

-- An amendment of a census, held until the transaction ends.
create function ranking.locked_amendment(census_id bigint, amendment integer) returns registry.amendment
language plpgsql set search_path = registry, pg_temp as $$
declare
    known registry.amendment;
begin
    select * into known from registry.amendment a
    where a.id = locked_amendment.amendment and a.census_id = locked_amendment.census_id for update;
    if known.id is null then
        raise exception using errcode = 'RK617', message = 'unknown_amendment', detail = locked_amendment.amendment;
    end if;
    return known;
end
$$;

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
    cause := ranking.locked_amendment(census, confirm_amendment.amendment);
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
