-- Owner: pishkhan_commands
-- The review of items by form: a verdict on each item that a person names, in one act. The file's twin is
-- `ranking.store_reviews`.

create function ranking.require_reviewer() returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not registry.actor_may('review_again') then
        perform ranking.require_permission('review');
    end if;
end
$$;

-- An open half-year, held so that a close waits for the review.
create function ranking.period_under_review(half_year text) returns registry.evaluation_period
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.limit_lock_waits();
    select * into period from registry.evaluation_period p where p.half_year = period_under_review.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = period_under_review.half_year;
    end if;
    if period.state <> 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    perform registry.require_days_of_period(period.id, registry.begun_at());
    return period;
end
$$;

-- A source of a scheme by its code; without a code the declaration.
create function ranking.source_of_scheme(scheme_id integer, source text) returns registry.source
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known registry.source;
begin
    select * into known from registry.source s
    where s.scheme_id = source_of_scheme.scheme_id
        and case when source_of_scheme.source is null then s.is_declaration else s.code = source_of_scheme.source end;
    if known.code is null then
        raise exception using errcode = 'RK116', message = 'unknown_activity', detail = source_of_scheme.source || ': ' || (
            select string_agg(s.code, ', ' order by s.position) from registry.source s
            where s.scheme_id = source_of_scheme.scheme_id);
    end if;
    return known;
end
$$;

create function ranking.office_under_review(code text) returns registry.office
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    office registry.office;
begin
    select * into office from registry.office o where o.code = office_under_review.code;
    if office.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = office_under_review.code;
    end if;
    return office;
end
$$;

create function ranking.verdict_number(verdict text) returns smallint
language sql immutable as $$
    select case verdict_number.verdict when 'confirmed' then 1 when 'corrected' then 2 when 'rejected' then 3
        when 'not_applicable' then 4 end::smallint
$$;

-- The verdicts that a person gives on items of a submission, by the place of their criterion. A corrected value that is
-- the submitted one confirms it.
create function ranking.given_verdicts(source registry.source, said registry.submission, verdicts jsonb)
returns table (index integer, verdict smallint, value bigint, reason text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
declare
    unknown text := (
        select g ->> 'criterion' from jsonb_array_elements(given_verdicts.verdicts) g
        where not exists (
            select from registry.criterion c
            where c.scheme_id = source.scheme_id and c.source = source.code and c.code = g ->> 'criterion')
        limit 1);
begin
    if unknown is not null then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = unknown;
    end if;
    return query
    select distinct on (c.position) c.position + 1,
        case when is_same.value then 1::smallint else ranking.verdict_number(g ->> 'verdict') end,
        case when not is_same.value then (g ->> 'value')::bigint end, nullif(btrim(g ->> 'reason'), '')
    from jsonb_array_elements(given_verdicts.verdicts) g
    join registry.criterion c on c.scheme_id = source.scheme_id and c.code = g ->> 'criterion'
    cross join lateral (
        select coalesce(g ->> 'verdict' = 'corrected' and (g ->> 'value')::bigint = said.value[c.position + 1], false)
            as value
    ) is_same;
end
$$;

-- The same verdict on every item that a declaration has said.
create function ranking.rejection_of_all(said registry.submission, reason text)
returns table (index integer, verdict smallint, value bigint, reason text)
language sql immutable security definer set search_path = registry, pg_temp as $$
    select index, 3::smallint, null::bigint, rejection_of_all.reason
    from generate_subscripts(said.said_in, 1) index where said.said_in[index] is not null
$$;

-- Refuses items that the actor may not judge: those that need the working group, and those that do not.
create function ranking.require_level(source registry.source, said registry.submission, judged bigint, for_group bigint)
returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    own bigint;
begin
    if judged & for_group <> 0 then
        own := registry.items_judged_before(said.office_id, said.period_id, said.source, said.said_in,
            registry.actor_person());
        if not registry.actor_may('review_again') or judged & for_group & own <> 0 then
            perform registry.refuse_item_of_the_group(source.scheme_id, judged & for_group);
        end if;
    end if;
    if judged & ~for_group <> 0 then
        perform ranking.require_permission('review');
    end if;
end
$$;

-- Refuses corrected values that break a check of the scheme, each compared with the value that counts beside it.
create function ranking.require_checks(scheme_id integer, said registry.submission, judged registry.review)
returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    counting bigint[] := array(
        select case when judged.of_numbers[index] is distinct from said.said_in[index] then said.value[index]
            when judged.verdict[index] = 2 then judged.value[index]
            when judged.verdict[index] in (3, 4) then null else said.value[index] end
        from generate_subscripts(said.value, 1) index order by index);
    is_broken boolean;
begin
    execute format('select %s from (select $1 as v) counting', registry.breaks_a_check(require_checks.scheme_id, 'v'))
    into is_broken using counting;
    if is_broken then
        perform registry.refuse_constraint('values_keep_the_checks');
    end if;
end
$$;

-- The newest review of a submission's source; without one, a review without a verdict.
create function ranking.review_before(said registry.submission) returns registry.review
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known registry.review;
    criteria_count integer := cardinality(said.value);
begin
    select * into known from ranking.newest_review(said.office_id, said.period_id, said.source);
    if known.number is null then
        known.number := 0;
        known.verdict := array_fill(null::smallint, array[criteria_count]);
        known.value := array_fill(null::bigint, array[criteria_count]);
        known.reason := array_fill(null::text, array[criteria_count]);
        known.of_numbers := array_fill(null::integer, array[criteria_count]);
    end if;
    known.office_id := said.office_id;
    known.period_id := said.period_id;
    known.source := said.source;
    known.province_id := said.province_id;
    known.actor_id := registry.actor();
    known.reviewer_id := registry.actor_person();
    known.import_id := null;
    known.reviewed_at := transaction_timestamp();
    known.rejects_all := false;
    return known;
end
$$;

-- One row of a review after the one before, with the verdicts on items of one submission.
create function ranking.review_after(before registry.review, said registry.submission, level smallint, verdicts jsonb)
returns registry.review
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    merged registry.review := review_after.before;
    given record;
begin
    merged.number := merged.number + 1;
    merged.level := review_after.level;
    merged.of_number := said.number;
    merged.declarer_id := said.person_id;
    merged.said := said.said;
    merged.judged := 0;
    for given in select * from jsonb_to_recordset(review_after.verdicts)
        g (index integer, verdict smallint, value bigint, reason text)
    loop
        merged.judged := merged.judged | (1::bigint << (given.index - 1));
        merged.verdict[given.index] := given.verdict;
        merged.value[given.index] := given.value;
        merged.reason[given.index] := given.reason;
        merged.of_numbers[given.index] := said.number;
    end loop;
    return merged;
end
$$;

-- Stores verdicts: a row for each submission that said one of the items, and for each level. Returns the last row.
create function ranking.store_verdicts(said registry.submission, verdicts jsonb, for_group bigint, rejects_all boolean)
returns registry.review
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    written registry.review := ranking.review_before(said);
    part record;
    judged_one registry.submission;
begin
    written.revision := ranking.next_revision();
    for part in
        select p.*, lead(p.number) over (order by p.number, p.level) is null as is_last
        from (
            select said.said_in[g.index] as number, jsonb_agg(to_jsonb(g)) as verdicts,
                (case when store_verdicts.for_group & (1::bigint << (g.index - 1)) <> 0 then 2 else 1 end)::smallint
                    as level
            from jsonb_to_recordset(store_verdicts.verdicts)
                g (index integer, verdict smallint, value bigint, reason text)
            group by 1, 3
        ) p
        order by p.number, p.level
    loop
        select * into judged_one from registry.submission s
        where s.office_id = said.office_id and s.period_id = said.period_id and s.source = said.source
            and s.number = part.number;
        written := ranking.review_after(written, judged_one, part.level, part.verdicts);
        written.rejects_all := store_verdicts.rejects_all and part.is_last;
        insert into registry.review values (written.*);
    end loop;
    return written;
end
$$;

-- The last day on which the office may answer an adverse verdict: the scheme's days from today, but not beyond the
-- closing day, which only the headquarters moves. If the office has not all of these days, it gets a window. Without
-- days of the source for the country, the period's own days hold.
create function ranking.open_reply(
    period registry.evaluation_period, source registry.source, office registry.office, reason text,
    out reply_until date, out is_cut boolean
)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    today date := (clock_timestamp() at time zone 'Asia/Tehran')::date;
    closing_day date;
    wanted date;
    known datemultirange;
    last_number integer;
    has_days boolean;
begin
    -- Windows are numbered, so acts that add one wait for each other.
    insert into registry.period_schedule (period_id) values (period.id) on conflict do nothing;
    select s.closes_on into closing_day from registry.period_schedule s where s.period_id = period.id for update;
    select max(w.number), bool_or(w.province_id is null), range_agg(daterange(w.opens_on, w.closes_on, '[]')) filter (
        where (w.province_id is null or w.province_id = office.province_id)
            and (w.office_id is null or w.office_id = office.id))
    into last_number, has_days, known
    from registry.submission_window w where w.period_id = period.id and w.activity = source.code;
    if has_days is not true then
        reply_until := closing_day;
        is_cut := false;
        return;
    end if;
    wanted := least(today + source.reply_days, closing_day);
    reply_until := (select greatest(wanted, upper(r) - 1) from unnest(known) r where r @> today);
    is_cut := coalesce(reply_until, wanted) < today + source.reply_days;
    if reply_until is not null and known @> daterange(today, wanted, '[]') then
        return;
    end if;
    reply_until := wanted;
    insert into registry.submission_window (period_id, activity, number, province_id, office_id, opens_on, closes_on,
        reason, actor_id)
    values (period.id, source.code, last_number + 1, office.province_id, office.id, today, wanted, open_reply.reason,
        registry.actor());
end
$$;

-- Judges items of an office's newest submission. `based_on` is the number of the submission that the reviewer has seen;
-- if the office has submitted since, the review is refused. Returns the numbers of the reviews, and the last day for an
-- answer if a verdict is adverse.
create function ranking.review_items(
    half_year text, office_code text, source text, verdicts jsonb, rejects_all boolean, reason text, based_on integer,
    out first_number integer, out last_number integer, out reply_until date, out reply_is_cut boolean
)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
    reviewed registry.source;
    said registry.submission;
    given jsonb;
    judged bigint;
    for_group bigint;
    written registry.review;
    why text := nullif(btrim(review_items.reason), '');
    is_adverse boolean;
begin
    perform ranking.require_reviewer();
    period := ranking.period_under_review(review_items.half_year);
    office := ranking.office_under_review(review_items.office_code);
    reviewed := ranking.source_of_scheme(period.scheme_id, review_items.source);
    select * into said from ranking.newest_submission(office.id, period.id, reviewed.position);
    if said.number <> review_items.based_on then
        raise exception using errcode = 'RK202', message = 'said_meanwhile';
    end if;
    if review_items.rejects_all then
        if why is null then
            raise exception using errcode = 'RK105', message = 'reason_is_required';
        end if;
        given := (select jsonb_agg(to_jsonb(r)) from ranking.rejection_of_all(said, why) r);
    else
        given := (select jsonb_agg(to_jsonb(v)) from ranking.given_verdicts(reviewed, said, review_items.verdicts) v);
    end if;
    select bit_or(1::bigint << ((g ->> 'index')::integer - 1)), bool_or((g ->> 'verdict')::integer > 1)
    into judged, is_adverse from jsonb_array_elements(given) g;
    for_group := coalesce(
        registry.items_for_the_group(office.id, period.id, reviewed.position, said.said_in), 0);
    perform ranking.require_level(reviewed, said, judged, for_group);
    if given is null or exists (
        select from jsonb_array_elements(given) g where said.said_in[(g ->> 'index')::integer] is null) then
        perform registry.refuse_constraint('review_judges_what_was_said');
    end if;
    first_number := 1 + coalesce((
        select v.number from ranking.newest_review(office.id, period.id, reviewed.position) v), 0);
    written := ranking.store_verdicts(said, given, for_group, coalesce(review_items.rejects_all, false));
    last_number := written.number;
    perform ranking.require_checks(period.scheme_id, said, written);
    if is_adverse and reviewed.reply_days is not null then
        select r.reply_until, r.is_cut into reply_until, reply_is_cut
        from ranking.open_reply(period, reviewed, office, coalesce(why, (
            select string_agg(distinct g ->> 'reason', E'\n') from jsonb_array_elements(given) g
            where (g ->> 'verdict')::integer > 1))) r;
    end if;
    perform registry.record_act(case when for_group & judged <> 0 then 'review_again' else 'review' end,
        period.half_year, why, jsonb_strip_nulls(jsonb_build_object('office', office.code, 'source', reviewed.code,
            'first', first_number, 'last', last_number, 'rejects_all', nullif(review_items.rejects_all, false),
            'reply_until', reply_until, 'verdicts', (
                select jsonb_agg(jsonb_build_object('criterion', c.code, 'verdict', g -> 'verdict', 'value', g -> 'value',
                    'reason', g -> 'reason') order by c.position)
                from jsonb_array_elements(given) g
                join registry.criterion c on c.scheme_id = period.scheme_id
                    and c.position = (g ->> 'index')::integer - 1))));
end
$$;
grant execute on function ranking.review_items(text, text, text, jsonb, boolean, text, integer) to pishkhan_app;
