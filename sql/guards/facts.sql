-- Rules for submissions and reviews, which hold even for plain SQL.

-- Locks an open period until the transaction ends, so that a close waits, and returns the number of its scheme.
create or replace function registry.open_period_scheme(period_id integer) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    select * into period from registry.evaluation_period p where p.id = open_period_scheme.period_id for share;
    if period.state is distinct from 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    perform registry.require_days_of_period(period.id, registry.begun_at());
    return period.scheme_id;
end
$$;

-- An expression over the rows `s` and, joined, the rows `b` before them. It is true if an index that was not submitted
-- differs from the row before, or if a submitted index does not have the row's own number. It is written out item by
-- item, because unnesting two million elements costs five times as much.
create or replace function registry.breaks_the_state(arrays text[], mark text, mask text, criteria_count integer) returns text
language sql immutable as $$
    select string_agg(format(
        '(case when s.%1$I & %2$s::bigint <> 0 then s.%3$I[%4$s] is distinct from s.%5$s else s.%3$I[%4$s] is distinct from b.%3$I[%4$s]%6$s end)',
        breaks_the_state.mask, (1::bigint << (index - 1)), breaks_the_state.mark, index,
        case breaks_the_state.mark when 'said_in' then 'number' else 'of_number' end,
        (select string_agg(format(' or s.%1$I[%2$s] is distinct from b.%1$I[%2$s]', name, index), '')
         from unnest(breaks_the_state.arrays) name)), ' or ' order by index)
    from generate_series(1, breaks_the_state.criteria_count) index
$$;

-- A condition on one index, `%1$s`, written out for every index.
create or replace function registry.any_index(condition text, criteria_count integer) returns text
language sql immutable as $$
    select string_agg('(' || format(any_index.condition, index) || ')', ' or ' order by index)
    from generate_series(1, any_index.criteria_count) index
$$;
grant execute on function registry.any_index(text, integer) to pishkhan_commands;

-- A condition on an array of values: one of them is above another that bounds it. `false` if the scheme has no checks.
create or replace function registry.breaks_a_check(scheme_id integer, name text) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(string_agg(format('coalesce(%1$s[%2$s] > %1$s[%3$s], false)', breaks_a_check.name,
        c.criterion + 1, c.at_most + 1), ' or ' order by c.criterion, c.at_most), 'false')
    from registry.value_check c where c.scheme_id = breaks_a_check.scheme_id
$$;
grant execute on function registry.breaks_a_check(integer, text) to pishkhan_commands;

-- Every submission is of an office in its province: asked once for a statement and planned for its rows. No office is
-- ever deleted or changes its province.
create or replace function registry.prove_offices_of_submissions() returns trigger
language plpgsql security definer set search_path = registry, pg_temp set jit = off as $$
declare
    is_wrong boolean;
begin
    execute $sql$
        select exists (
            select from added s left join registry.office o on o.id = s.office_id and o.province_id = s.province_id
            where o.id is null)
        $sql$ into is_wrong;
    if is_wrong then
        perform registry.refuse_constraint('submission_is_of_an_office');
    end if;
    return null;
end
$$;

create or replace function registry.guard_submission() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
declare
    person integer := registry.actor_person();
    written record;
    scheme integer;
    source registry.source;
    criteria_count integer;
    speaks boolean;
    is_wrong boolean;
    outside text;
    broken text;
begin
    perform registry.hold_province_set(touched.period_id, touched.province_id, touched.revision)
    from (select s.period_id, s.province_id, min(s.revision) as revision from added s
          group by s.period_id, s.province_id order by s.period_id, s.province_id) touched;
    for written in
        select s.period_id, s.source, s.is_on_behalf, bit_or(s.said) as said,
            bool_and(s.actor_id = registry.actor() and s.person_id = person) as is_actors,
            bool_and(s.submitted_at = transaction_timestamp()) as is_now,
            min(cardinality(s.value)) as shortest, max(cardinality(s.value)) as longest,
            max(cardinality(s.respondents)) as most_respondents, bool_or(s.number > 1) as has_later
        from added s group by s.period_id, s.source, s.is_on_behalf
    loop
        scheme := registry.open_period_scheme(written.period_id);
        select * into source from registry.source o where o.scheme_id = scheme and o.position = written.source;
        criteria_count := (select count(*) from registry.criterion c where c.scheme_id = scheme);
        if written.is_actors is not true then
            raise exception using errcode = 'RK511', message = 'not_the_actor';
        end if;
        speaks := registry.actor_speaks_on_behalf(scheme, written.source);
        if speaks is null or speaks is distinct from written.is_on_behalf then
            raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
        end if;
        if registry.is_closed_to_some(written.period_id, source.code, registry.begun_at()) then
            perform registry.require_open_windows(written.period_id, source.code, registry.begun_at(),
                array_agg(s.province_id order by s.office_id), array_agg(s.office_id order by s.office_id))
            from added s where s.period_id = written.period_id and s.source = written.source;
        end if;
        if written.said & ~source.criteria <> 0 or written.shortest <> criteria_count or written.longest <> criteria_count then
            perform registry.refuse_constraint('submission_speaks_of_its_criteria');
        end if;
        if not written.is_now then
            perform registry.refuse_constraint('submission_is_made_now');
        end if;
        if (written.most_respondents > 0) <> (source.kind = 'survey') then
            perform registry.refuse_constraint('only_a_survey_has_respondents');
        end if;
        outside := (
            select string_agg(format('s.value[%s] is not null', index), ' or ')
            from generate_series(1, criteria_count) index where source.criteria & (1::bigint << (index - 1)) = 0);
        -- One pass over the rows. A first submission has nothing before it; a later one follows the one before.
        execute format(
            'select case when bool_or(%1$s) then ''submission_speaks_of_its_criteria''
                 when bool_or(%2$s) then ''values_keep_the_checks''
                 when bool_or(s.number = 1 and s.is_on_behalf = $3 and (s.owner_has_spoken = s.is_on_behalf or (%3$s)))
                     then ''submission_keeps_what_it_does_not_say'' end
             from added s
             cross join (select null::bigint[] as value, null::integer[] as respondents, null::integer[] as said_in) b
             where s.period_id = $1 and s.source = $2',
            coalesce(outside, 'false'), registry.breaks_a_check(scheme, 's.value'),
            registry.breaks_the_state(array['value', 'respondents'], 'said_in', 'said', criteria_count))
            into broken using written.period_id, written.source, written.is_on_behalf;
        if broken is not null then
            perform registry.refuse_constraint(broken);
        end if;
        if written.has_later then
            execute format(
                'select exists (
                     select from added s
                     left join registry.submission b on b.office_id = s.office_id and b.period_id = s.period_id
                         and b.source = s.source and b.number = s.number - 1
                     where s.period_id = $1 and s.source = $2 and s.is_on_behalf = $3 and s.number > 1
                         and (b.number is null or s.owner_has_spoken <> (b.owner_has_spoken or not s.is_on_behalf)
                              or (%1$s)))',
                registry.breaks_the_state(array['value', 'respondents'], 'said_in', 'said', criteria_count))
                into is_wrong using written.period_id, written.source, written.is_on_behalf;
            if is_wrong then
                perform registry.refuse_constraint('submission_keeps_what_it_does_not_say');
            end if;
        end if;
        if written.is_on_behalf and exists (
            select from added s where s.period_id = written.period_id and s.source = written.source
                and s.is_on_behalf and s.owner_has_spoken) then
            raise exception using errcode = 'RK203', message = 'owner_has_spoken', detail = source.code;
        end if;
    end loop;
    return null;
end
$$;

create or replace function registry.guard_review() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
declare
    person integer := registry.actor_person();
    written record;
    scheme integer;
    source registry.source;
    criteria_count integer;
    is_wrong boolean;
    broken text;
begin
    perform registry.hold_province_set(touched.period_id, touched.province_id, touched.revision)
    from (select s.period_id, s.province_id, min(s.revision) as revision from added s
          group by s.period_id, s.province_id order by s.period_id, s.province_id) touched;
    for written in
        select s.period_id, s.source, bool_and(s.actor_id = registry.actor() and s.reviewer_id = person) as is_actors,
            bool_and(s.reviewed_at = transaction_timestamp()) as is_now,
            min(cardinality(s.verdict)) as shortest, max(cardinality(s.verdict)) as longest,
            bool_or(s.level = 1) as has_first_level, bool_or(s.level = 2) as has_second_level,
            bool_or(s.rejects_all) as has_whole
        from added s group by s.period_id, s.source
    loop
        scheme := registry.open_period_scheme(written.period_id);
        select * into source from registry.source o where o.scheme_id = scheme and o.position = written.source;
        criteria_count := (select count(*) from registry.criterion c where c.scheme_id = scheme);
        if written.is_actors is not true then
            raise exception using errcode = 'RK511', message = 'not_the_actor';
        end if;
        if written.has_first_level and not registry.actor_may('review') then
            raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'review';
        end if;
        if written.has_second_level and not registry.actor_may('review_again') then
            raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'review_again';
        end if;
        if registry.is_closed_to_some(written.period_id, 'review', registry.begun_at()) then
            perform registry.require_open_windows(written.period_id, 'review', registry.begun_at(),
                array_agg(s.province_id order by s.office_id), array_agg(s.office_id order by s.office_id))
            from added s where s.period_id = written.period_id and s.source = written.source;
        end if;
        if source.review = 'none' then
            perform registry.refuse_constraint('source_is_reviewed');
        end if;
        if not written.is_now then
            perform registry.refuse_constraint('review_is_made_now');
        end if;
        if written.shortest <> criteria_count or written.longest <> criteria_count then
            perform registry.refuse_constraint('review_has_the_length_of_its_scheme');
        end if;
        execute format(
            'select case when bool_or(%s) then ''verdict_is_known'' when bool_or(%s) then ''only_a_corrected_item_has_a_value''
                 when bool_or(%s) then ''adverse_verdict_has_a_reason'' end
             from added s where s.period_id = $1 and s.source = $2',
            registry.any_index('s.verdict[%1$s] not between 1 and 4', criteria_count),
            registry.any_index('(s.verdict[%1$s] is not distinct from 2) <> (s.value[%1$s] is not null)', criteria_count),
            registry.any_index('s.verdict[%1$s] > 1 and coalesce(btrim(s.reason[%1$s]), '''') = ''''', criteria_count))
            into broken using written.period_id, written.source;
        if broken is not null then
            perform registry.refuse_constraint(broken);
        end if;
        execute format(
            'select exists (
                 select from added s
                 left join registry.review b on b.office_id = s.office_id and b.period_id = s.period_id
                     and b.source = s.source and b.number = s.number - 1
                 where s.period_id = $1 and s.source = $2 and (s.number > 1 and b.number is null or (%1$s)))',
            registry.breaks_the_state(array['verdict', 'value', 'reason'], 'of_numbers', 'judged', criteria_count))
            into is_wrong using written.period_id, written.source;
        if is_wrong then
            perform registry.refuse_constraint('review_keeps_what_it_does_not_judge');
        end if;
        -- Of most rows neither asks anything: a first review, or one of a first saying, has no verdict before it.
        perform registry.prove_level_of_review(s, scheme)
        from added s where s.period_id = written.period_id and s.source = written.source
            and (s.level > 1 or s.number > 1 and s.of_number > 1);
        if written.has_whole then
            perform registry.prove_whole_rejection(s)
            from added s where s.period_id = written.period_id and s.source = written.source and s.rejects_all;
        end if;
    end loop;
    return null;
end
$$;

-- A decision counts as an occurrence in every office of its holder, so the rows that a close joins grow with the square
-- of the decisions of one holder. A low limit on their number keeps the work linear.
create or replace function registry.guard_holder_decisions() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    if exists (
        select from registry.violation v
        where v.holder_id in (select a.holder_id from added a)
        group by v.holder_id
        having count(*) > 1000 and count(distinct (v.office_id, v.decision_number, v.kind)) > 1000
    ) then
        perform registry.refuse_constraint('holder_has_a_thousand_decisions_at_most');
    end if;
    return null;
end
$$;
