-- Owner: pishkhan_commands
-- Stores submissions and reviews, and decides which of them are news.

-- The expressions that merge a landed row `r` of the source `src` into the newest submission `b`, item by item.
create function ranking.merging(criteria_count integer)
returns table (news text, value text, respondents text, said_in text)
language sql immutable as $$
    select 'case when b.number is null then r.said & src.criteria else ' || string_agg(format(
            'case when r.said & src.criteria & %1$s::bigint <> 0 and (b.said_in[%2$s] is null '
            || 'or (r.value[%2$s], r.respondents[%2$s]) is distinct from (b.value[%2$s], b.respondents[%2$s])) '
            || 'then %1$s::bigint else 0 end', bit, index), ' + ' order by index) || ' end',
        'array[' || string_agg(format(
            'case when m.news & %1$s::bigint <> 0 then m.landed[%2$s] else m.value[%2$s] end', bit, index), ', '
            order by index) || ']::bigint[]',
        'array[' || string_agg(format(
            'case when m.news & %1$s::bigint <> 0 then m.landed_respondents[%2$s] else m.respondents[%2$s] end',
            bit, index), ', ' order by index) || ']::integer[]',
        'array[' || string_agg(format(
            'case when m.news & %1$s::bigint <> 0 then m.number else m.said_in[%2$s] end', bit, index), ', '
            order by index) || ']::integer[]'
    from (select index, 1::bigint << (index - 1) as bit from generate_series(1, merging.criteria_count) index) listed
$$;

-- The expression of the items of a landed row `r` that its confirmed values review anew, as a mask: against the newest
-- submission `b` and the newest review `v`.
create function ranking.review_news(criteria_count integer) returns text
language sql immutable as $$
    select string_agg(format(
            'case when r.judged & src.criteria & %1$s::bigint <> 0 and b.said_in[%2$s] is not null '
            || 'and (v.of_numbers[%2$s] is distinct from b.said_in[%2$s] or r.confirmed[%2$s] is distinct from '
            || 'case v.verdict[%2$s] when 1 then b.value[%2$s] when 2 then v.value[%2$s] end) '
            || 'then %1$s::bigint else 0 end', bit, index), ' + ' order by index)
    from (select index, 1::bigint << (index - 1) as bit from generate_series(1, review_news.criteria_count) index) listed
$$;

-- The newest submission of a source for an office. The planner inlines this function into the calling statement.
create function ranking.newest_submission(office_id bigint, period_id integer, source smallint)
returns setof registry.submission
language sql stable
begin atomic
    select s.* from registry.submission s
    where s.office_id = newest_submission.office_id and s.period_id = newest_submission.period_id
        and s.source = newest_submission.source
    order by s.number desc limit 1;
end;

-- The newest review of a source for an office, inlined in the same way.
create function ranking.newest_review(office_id bigint, period_id integer, source smallint)
returns setof registry.review
language sql stable
begin atomic
    select w.* from registry.review w
    where w.office_id = newest_review.office_id and w.period_id = newest_review.period_id
        and w.source = newest_review.source
    order by w.number desc limit 1;
end;
grant execute on function ranking.newest_submission(bigint, integer, smallint),
    ranking.newest_review(bigint, integer, smallint) to pishkhan_owner;

-- The parts of a statement that read the sources of the scheme, and the rows of a file with values, each beside the
-- newest submission of its office.
create function ranking.arriving_values(news text) returns text
language sql immutable as $function$
    select format($sql$
        -- Materialized: it would be asked for each row whether the actor speaks for a source.
        src as materialized (
            select s.position, s.kind, s.criteria,
                registry.actor_speaks_on_behalf(s.scheme_id, s.position) as is_on_behalf
            from registry.source s where s.scheme_id = $2
        ), m as (
            select r.line, o.id as office_id, o.province_id, src.position as source, src.kind,
                coalesce(b.number, 0) + 1 as number, b.number as known, b.value, b.respondents, b.said_in,
                r.value as landed, r.respondents as landed_respondents,
                coalesce(r.survey_mode, b.survey_mode) as survey_mode, src.is_on_behalf,
                coalesce(b.owner_has_spoken, false) as owner_has_spoken, %s as news
            from staging.submission_row r
            join registry.office o on o.code = r.office_code
            join src on r.given & src.criteria <> 0
            left join lateral ranking.newest_submission(o.id, $3, src.position) b on true
            where coalesce(r.import_key = $1 and r.made_in = pg_current_xact_id(), false)
                and not r.is_faulty
                and not exists (select from staging.finding f
                                where f.import_key = r.import_key and f.line = r.line and f.is_error)
        )
        $sql$, arriving_values.news)
$function$;

-- Stores the submissions, and returns the lines that are new and those that change something.
create function ranking.store_submissions(import_key uuid, period registry.evaluation_period, revision bigint)
returns table (new_lines integer[], changed_lines integer[])
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    criteria_count integer := (select count(*) from registry.criterion c where c.scheme_id = period.scheme_id);
    merge record;
begin
    select * into merge from ranking.merging(criteria_count);
    return query execute format($sql$
        with %1$s, merged as (
            select m.*, %2$s as merged_value,
                case m.kind when 'survey' then %3$s else '{}'::integer[] end as merged_respondents,
                %4$s as merged_said_in
            from m where m.news <> 0
        ), stored as (
            insert into registry.submission (office_id, period_id, source, number, revision, province_id, actor_id,
                person_id, import_id, is_withdrawn, is_on_behalf, owner_has_spoken, said, value, respondents,
                survey_mode, said_in)
            select office_id, $3, source, number, $4, province_id, $5, $6, $4,
                array_remove(merged_value, null) = '{}', is_on_behalf, owner_has_spoken or not is_on_behalf, news,
                merged_value, merged_respondents, survey_mode, merged_said_in
            from merged
        )
        select array_agg(m.line) filter (where m.known is null and m.news <> 0),
            array_agg(m.line) filter (where m.known is not null and m.news <> 0)
        from m
        $sql$, ranking.arriving_values(merge.news), merge.value, merge.respondents, merge.said_in)
    using store_submissions.import_key, period.scheme_id, period.id, store_submissions.revision, registry.actor(),
        registry.actor_person();
end
$$;

-- The expressions that store verdicts, item by item: the earliest submission that the news of the row `i` review; of
-- the row `j`, the items of that submission, as a mask; and the arrays of the review, merged from the row `k`.
create function ranking.judging(criteria_count integer)
returns table (earliest text, judged text, verdict text, value text, reason text, of_numbers text)
language sql immutable as $$
    select 'least(' || string_agg(format(
            'case when i.news & %1$s::bigint <> 0 then i.said_in[%2$s] end', bit, index), ', ' order by index) || ')',
        string_agg(format(
            'case when j.news & %1$s::bigint <> 0 and j.said_in[%2$s] = j.of_number then %1$s::bigint else 0 end',
            bit, index), ' + ' order by index),
        'array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then case when k.confirmed[%2$s] is distinct from k.declared[%2$s] '
            || 'then 2 else 1 end else k.verdict[%2$s] end', bit, index), ', ' order by index) || ']::smallint[]',
        'array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then case when k.confirmed[%2$s] is distinct from k.declared[%2$s] '
            || 'then k.confirmed[%2$s] end else k.value[%2$s] end', bit, index), ', ' order by index) || ']::bigint[]',
        'array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then k.given_reason else k.reason[%2$s] end', bit, index), ', '
            order by index) || ']::text[]',
        'array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then k.of_number else k.of_numbers[%2$s] end', bit, index), ', '
            order by index) || ']::integer[]'
    from (select index, 1::bigint << (index - 1) as bit from generate_series(1, judging.criteria_count) index) listed
$$;

-- The part of a statement that reads the reviewing rows of a file, each beside the newest submission and the newest
-- review of its office.
create function ranking.reviewing_rows(criteria_count integer) returns text
language sql immutable as $function$
    select format($sql$
        select r.line, r.confirmed, coalesce(nullif(btrim(r.reason), ''), $7) as given_reason, b.office_id,
            b.province_id, b.source, b.value as declared, b.said_in, v.number as known, v.verdict, v.value,
            v.reason, v.of_numbers, %s as news
        from staging.submission_row r
        join registry.office o on o.code = r.office_code
        join registry.source src on src.scheme_id = $2 and r.judged & src.criteria <> 0
        join lateral ranking.newest_submission(o.id, $3, src.position) b on true
        left join lateral ranking.newest_review(o.id, $3, src.position) v on true
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and not r.is_faulty
            and not exists (select from staging.finding f
                            where f.import_key = r.import_key and f.line = r.line and f.is_error)
        $sql$, ranking.review_news(reviewing_rows.criteria_count))
$function$;

-- The statement that stores one review for each submission that the rows review, of a file or of a bulk confirmation. It
-- returns the lines of the rows with news, and whether one of them reviews a later submission too.
create function ranking.storing_reviews(criteria_count integer, rows text) returns text
language sql immutable as $function$
    select format($sql$
        -- Materialized: `news` and `judged` are read item by item, and would be computed anew each time.
        with i as materialized (%1$s), j as materialized (
            select i.*, %2$s as of_number from i where i.news <> 0
        ), k as (
            select j.*, %3$s as judged from j
        ), stored as (
            insert into registry.review (office_id, period_id, source, number, revision, province_id, actor_id,
                reviewer_id, import_id, of_number, declarer_id, said, judged, verdict, value, reason, of_numbers)
            select k.office_id, $3, k.source, coalesce(k.known, 0) + 1, $4, k.province_id, $5, $6, $8, k.of_number,
                s.person_id, s.said, k.judged, %4$s, %5$s, %6$s, %7$s
            from k join registry.submission s on s.office_id = k.office_id and s.period_id = $3
                and s.source = k.source and s.number = k.of_number
        )
        select array_agg(k.line), bool_or(k.news <> k.judged) from k
        $sql$, storing_reviews.rows, j.earliest, j.judged, j.verdict, j.value,
        j.reason, j.of_numbers)
    from ranking.judging(storing_reviews.criteria_count) j
$function$;

-- Stores the reviews, one for each reviewed submission, and returns the lines with new verdicts.
create function ranking.store_reviews(
    import_key uuid, period registry.evaluation_period, revision bigint, file_name text
) returns integer[]
language plpgsql security definer set search_path = registry, pg_temp
set jit = off set work_mem = '64MB' as $$
declare
    criteria_count integer := (select count(*) from registry.criterion c where c.scheme_id = period.scheme_id);
    statement text := ranking.storing_reviews(criteria_count, ranking.reviewing_rows(criteria_count));
    lines integer[] := '{}';
    more integer[];
    has_more boolean;
begin
    loop
        execute statement into more, has_more
        using store_reviews.import_key, period.scheme_id, period.id, store_reviews.revision, registry.actor(),
            registry.actor_person(), store_reviews.file_name, store_reviews.revision;
        lines := lines || more;
        exit when has_more is not true;
    end loop;
    return lines;
end
$$;

create function ranking.store_said(
    import_key uuid, revision bigint, period_id integer, effective_on date, file_name text
) returns table (accepted integer, inserted integer, changed integer)
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    period registry.evaluation_period;
    new_lines integer[];
    changed_lines integer[];
    judged_lines integer[] := '{}';
    inserted integer;
    changed integer;
begin
    select * into strict period from registry.evaluation_period p where p.id = store_said.period_id;
    select coalesce(s.new_lines, '{}'), coalesce(s.changed_lines, '{}') into new_lines, changed_lines
    from ranking.store_submissions(store_said.import_key, period, store_said.revision) s;
    if exists (select from staging.submission_row r
               where r.import_key = store_said.import_key and r.made_in = pg_current_xact_id() and r.judged <> 0) then
        judged_lines := ranking.store_reviews(store_said.import_key, period, store_said.revision, store_said.file_name);
    end if;
    inserted := (select count(distinct line) from unnest(new_lines) line);
    changed := (select count(*) from (select unnest(changed_lines || judged_lines) except select unnest(new_lines)) line);
    return query
    select count(*)::integer, inserted, changed
    from staging.submission_row r
    where r.import_key = store_said.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and exists (select from registry.office o where o.code = r.office_code)
        and not exists (select from staging.finding f
                        where f.import_key = r.import_key and f.line = r.line and f.is_error);
end
$$;
