-- Owner: pishkhan_owner
-- What an appeal is about, and what it changes if it is upheld. The guards of the tables call these.

-- Refuses an item that the office has not: a criterion of another kind of office, or a decision that is not among its
-- facts.
create function ranking.require_appealed_item(appeal registry.appeal) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if appeal.position is not null and not exists (
        select from registry.evaluation_period p
        join registry.census_office o on o.census_id = p.census_id and o.office_id = appeal.office_id
        join registry.criterion c on c.scheme_id = p.scheme_id and c.position = appeal.position and o.kind = any (c.kinds)
        where p.census_id = appeal.census_id) then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = appeal.position::text;
    end if;
    if appeal.decision_number is not null and not exists (
        select from registry.census_fact f
        cross join unnest(f.decision_number, f.decision_was_here) d (number, was_here)
        where f.census_id = appeal.census_id and f.office_id = appeal.office_id
            and f.number = (select max(n.number) from registry.census_fact n
                            where n.census_id = f.census_id and n.office_id = f.office_id)
            and d.was_here and d.number = appeal.decision_number) then
        raise exception using errcode = 'RK620', message = 'unknown_decision', detail = appeal.decision_number;
    end if;
end
$$;

-- Silence decides only when the days have passed, and only in the sense of the scheme.
create function ranking.require_lawful_silence(
    appeal registry.appeal, scheme_id integer, verdict text
) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if registry.current_instant() < registry.start_of_day(appeal.decide_by + 1) or not exists (
        select from registry.appeal_rule r
        where r.scheme_id = require_lawful_silence.scheme_id and r.silence = require_lawful_silence.verdict) then
        perform registry.refuse_constraint('silence_decides_as_the_scheme_says');
    end if;
end
$$;

-- The facts as an upheld appeal leaves them: its item corrected, or its decision among them no more.
create function ranking.appealed_facts(
    facts registry.census_fact, appeal registry.appeal, value bigint
) returns registry.census_fact
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    kept integer[];
begin
    if appeal.position is not null then
        facts.verdict[appeal.position + 1] := 2;
        facts.confirmed_value[appeal.position + 1] := appealed_facts.value;
        return facts;
    end if;
    kept := array(
        select i from generate_subscripts(facts.decision_number, 1) i
        where not (facts.decision_was_here[i] and facts.decision_number[i] = appeal.decision_number) order by i);
    facts.decision_kind := array(select facts.decision_kind[i] from unnest(kept) i);
    facts.decision_day := array(select facts.decision_day[i] from unnest(kept) i);
    facts.decision_was_here := array(select facts.decision_was_here[i] from unnest(kept) i);
    facts.decision_is_late := array(select facts.decision_is_late[i] from unnest(kept) i);
    facts.decision_holder := array(select facts.decision_holder[i] from unnest(kept) i);
    facts.decision_first_known := array(select facts.decision_first_known[i] from unnest(kept) i);
    facts.decision_number := array(select facts.decision_number[i] from unnest(kept) i);
    return facts;
end
$$;
