-- Owner: pishkhan_commands
-- Checks files of sources' values and of reviews (submissions_store.sql stores them). All sources have one form: a row
-- has a value, or nothing, for each criterion. Masks tell which columns the file has and which cells are filled.

-- The rows of a file with values of a source, each beside the newest submission of its office.
create function ranking.landed_items(import_key uuid, scheme_id integer, period_id integer)
returns table (line integer, office_id bigint, source smallint, said bigint, given bigint, judged bigint, known integer)
language sql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select r.line, o.id, src.position, r.said & src.criteria, r.given & src.criteria, r.judged & src.criteria,
        (select max(b.number) from registry.submission b
         where b.office_id = o.id and b.period_id = landed_items.period_id and b.source = src.position)
    from staging.submission_row r
    join registry.office o on o.code = r.office_code
    join registry.source src on src.scheme_id = landed_items.scheme_id
        and (r.given & src.criteria <> 0 or r.judged & src.criteria <> 0)
    where coalesce(r.import_key = landed_items.import_key and r.made_in = pg_current_xact_id(), false)
$$;

create function ranking.check_submissions(import_key uuid, period_id integer, effective_on date, at timestamptz)
returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    select * into strict period from registry.evaluation_period p where p.id = check_submissions.period_id;
    perform ranking.check_kinds(check_submissions.import_key, period.scheme_id, 'value');
    perform ranking.check_kinds(check_submissions.import_key, period.scheme_id, 'confirmed');
    perform ranking.check_speakers(check_submissions.import_key, period);
    perform ranking.check_cleared_values(check_submissions.import_key, period);
    perform ranking.check_bounds(check_submissions.import_key, period);
    perform ranking.check_against_register(check_submissions.import_key, period);
    perform ranking.check_judged_items(check_submissions.import_key, period);
    perform ranking.check_confirmed_bounds(check_submissions.import_key, period);
    perform ranking.check_windows(check_submissions.import_key, period,
        coalesce(check_submissions.at, transaction_timestamp()));
end
$$;

-- Finds rows without a value, sources for which the actor may not speak, and declarations on behalf of an owner who has
-- already submitted one.
create function ranking.check_speakers(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    insert into staging.finding
    select check_speakers.import_key, r.line, false, 'office_code', 'row_says_nothing', r.office_code, null
    from staging.submission_row r
    where r.import_key = check_speakers.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and r.office_code is not null and r.given = 0 and r.judged = 0;
    perform ranking.check_sources_of_others(check_speakers.import_key, period.scheme_id);
    perform ranking.check_spoken_owners(check_speakers.import_key, period);
end
$$;

-- Finds values of sources for which the actor may not speak.
create function ranking.check_sources_of_others(import_key uuid, scheme_id integer) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    foreign_source record;
begin
    for foreign_source in
        select s.title_fa, s.criteria,
            (select c.code from registry.criterion c
             where c.scheme_id = s.scheme_id and s.criteria & (1::bigint << c.position::integer) <> 0
             order by c.position limit 1) as first_criterion
        from registry.source s
        where s.scheme_id = check_sources_of_others.scheme_id
            and registry.actor_speaks_on_behalf(s.scheme_id, s.position) is null
    loop
        insert into staging.finding
        select check_sources_of_others.import_key, r.line, true, foreign_source.first_criterion, 'source_of_another',
            null, foreign_source.title_fa
        from staging.submission_row r
        where r.import_key = check_sources_of_others.import_key and r.made_in = pg_current_xact_id()
            and r.given & foreign_source.criteria <> 0;
    end loop;
end
$$;

-- Finds news on behalf of an owner who has already submitted a declaration.
create function ranking.check_spoken_owners(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    is_news text;
begin
    select string_agg(format('(r.said & src.criteria & %s::bigint <> 0 and r.value[%s] is distinct from b.value[%2$s])',
        1::bigint << c.position::integer, c.position + 1), ' or ') into is_news
    from registry.criterion c where c.scheme_id = period.scheme_id;
    execute format($sql$
        -- Materialized: it would be asked for each row whether the actor speaks for a source.
        with src as materialized (
            select s.position, s.criteria from registry.source s
            where s.scheme_id = $2 and registry.actor_speaks_on_behalf(s.scheme_id, s.position)
        )
        insert into staging.finding
        select $1, r.line, true, 'office_code', 'owner_has_spoken', r.office_code, b.number::text
        from staging.submission_row r
        join registry.office o on o.code = r.office_code
        join src on r.given & src.criteria <> 0
        join lateral ranking.newest_submission(o.id, $3, src.position) b on b.owner_has_spoken
        where coalesce(r.import_key = $1 and r.made_in = pg_current_xact_id(), false) and (%s)
        $sql$, is_news)
    using check_spoken_owners.import_key, period.scheme_id, period.id;
end
$$;

-- An empty cell of a present column takes the earlier value away, with a notice.
create function ranking.check_cleared_values(import_key uuid, period registry.evaluation_period) returns void
language sql security definer set search_path = registry, pg_temp
set jit = off set work_mem = '64MB' as $$
    insert into staging.finding
    select check_cleared_values.import_key, r.line, false, c.code, 'value_cleared', b.value[c.position + 1]::text, null
    from staging.submission_row r
    join registry.office o on o.code = r.office_code
    join registry.source src on src.scheme_id = (check_cleared_values.period).scheme_id
        and r.given & src.criteria <> 0 and r.said & ~r.given & src.criteria <> 0
    cross join lateral ranking.newest_submission(o.id, (check_cleared_values.period).id, src.position) b
    join registry.criterion c on c.scheme_id = src.scheme_id
        and r.said & ~r.given & src.criteria & (1::bigint << c.position::integer) <> 0
        and b.value[c.position + 1] is not null
    where coalesce(r.import_key = check_cleared_values.import_key and r.made_in = pg_current_xact_id(), false)
        and r.said & ~r.given <> 0
$$;

-- For each check of a scheme: the indices of its two values, their bits, codes, titles in both languages, and their
-- source.
create function ranking.bounds_of_scheme(scheme_id integer)
returns table (small integer, large integer, source smallint, criteria bigint, small_bit bigint, large_bit bigint,
    small_code text, large_code text, small_title text, large_title text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select small.position + 1, large.position + 1, src.position, src.criteria, 1::bigint << small.position::integer,
        1::bigint << large.position::integer, small.code, large.code, small.title_fa || E'\n' || small.title_en,
        large.title_fa || E'\n' || large.title_en
    from registry.value_check c
    join registry.criterion small on small.scheme_id = c.scheme_id and small.position = c.criterion
    join registry.criterion large on large.scheme_id = c.scheme_id and large.position = c.at_most
        and large.source = small.source
    join registry.source src on src.scheme_id = c.scheme_id and src.code = small.source
    where c.scheme_id = bounds_of_scheme.scheme_id
    order by c.criterion, c.at_most
$$;

-- Finds values above another that bounds them, if the row gives one of the two and the source gave the other before.
-- The finding is at the value of the row and names the other.
create function ranking.check_bounds(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    k record;
begin
    for k in select * from ranking.bounds_of_scheme(period.scheme_id) loop
        -- Most files give both values in a row, or neither.
        continue when not exists (
            select from staging.submission_row r
            where r.import_key = check_bounds.import_key and r.made_in = pg_current_xact_id()
                and r.given & k.criteria <> 0 and (r.said & k.small_bit <> 0) <> (r.said & k.large_bit <> 0));
        insert into staging.finding
        select check_bounds.import_key, r.line, true, case when says.small then k.small_code else k.large_code end,
            case when says.small then 'value_above_another' else 'value_below_another' end,
            case when says.small then r.value[k.small] else r.value[k.large] end::text,
            case when says.small then k.large_title else k.small_title end
        from staging.submission_row r
        cross join lateral (select r.said & k.small_bit <> 0, r.said & k.large_bit <> 0) says (small, large)
        join registry.office o on o.code = r.office_code
        cross join lateral ranking.newest_submission(o.id, period.id, k.source) b
        where r.import_key = check_bounds.import_key and r.made_in = pg_current_xact_id() and r.given & k.criteria <> 0
            and says.small <> says.large
            and case when says.small then r.value[k.small] > b.value[k.large] else b.value[k.small] > r.value[k.large] end;
    end loop;
end
$$;

-- Finds values that differ from the register's value of the same fact. They are accepted with a notice.
create function ranking.check_against_register(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    compared record;
begin
    -- The fields are those of `register_field_is_known`; yes and no are 1 and 0 as values.
    select string_agg(format('r.value[%s] <> o.%I::integer', c.position + 1, c.register_field), ' or '
            order by c.position) as differs,
        string_agg(format('(%L, r.value[%s], o.%I::integer)', c.code, c.position + 1, c.register_field), ', '
            order by c.position) as pairs,
        bit_or(1::bigint << c.position::integer) as mask
    into compared
    from registry.criterion c where c.scheme_id = period.scheme_id and c.register_field is not null;
    if compared.mask is null or not exists (
        select from staging.submission_row r
        where r.import_key = check_against_register.import_key and r.made_in = pg_current_xact_id()
            and r.given & compared.mask <> 0) then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, r.line, false, pair.code, 'differs_from_register', pair.value::text, pair.held::text
        from staging.submission_row r
        join registry.office o on o.code = r.office_code
        cross join lateral (values %s) pair (code, value, held)
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and not r.is_faulty and (%s)
            and pair.value <> pair.held
        $sql$, compared.pairs, compared.differs)
    using check_against_register.import_key;
end
$$;

-- The part of a statement that reads the doubtful reviews of a file. Most rows have no fault, so only the others are
-- checked item by item.
create function ranking.doubtful_reviews(criteria_count integer) returns text
language sql immutable set search_path = registry, pg_temp as $function$
    select format($sql$
        select i.*, b.said_in, b.value
        from ranking.landed_items($1, $2, $3) i
        left join registry.submission b on b.office_id = i.office_id and b.period_id = $3 and b.source = i.source
            and b.number = i.known
        where i.judged <> 0
            and (not $4 or b.number is null or i.given & i.judged <> 0 or (%s)
                 or exists (select from registry.submission mine
                            where mine.office_id = i.office_id and mine.period_id = $3 and mine.source = i.source
                                and mine.person_id = $5))
        $sql$, registry.any_index('i.judged & (1::bigint << (%1$s - 1)) <> 0 and b.said_in[%1$s] is null',
        doubtful_reviews.criteria_count))
$function$;

-- Finds confirmed values of items that nobody has submitted, or that the reviewer has submitted.
create function ranking.check_judged_items(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp set jit = off set work_mem = '64MB' as $$
declare
    reviewer integer := registry.actor_person();
begin
    if not exists (select from staging.submission_row r
                   where r.import_key = check_judged_items.import_key and r.made_in = pg_current_xact_id()
                       and r.judged <> 0) then
        return;
    end if;
    execute format($sql$
        with doubtful as materialized (%s)
        insert into staging.finding
        select $1, i.line, true, c.code || '_confirmed',
            case when not $4 then 'review_of_another'
                when said.number is null and i.given & bit.mask = 0 then 'item_not_said'
                else 'reviewer_is_declarer' end, null, null
        from doubtful i
        join registry.criterion c on c.scheme_id = $2
        cross join lateral (select 1::bigint << c.position::integer as mask) bit
        left join registry.submission said on said.office_id = i.office_id and said.period_id = $3
            and said.source = i.source and said.number = i.said_in[c.position + 1]
        left join staging.submission_row r on r.import_key = $1 and r.line = i.line
        where i.judged & bit.mask <> 0
            and (not $4 or said.number is null or said.person_id = $5
                 -- The same row submits the item anew, so that the actor would review his own value.
                 or i.given & bit.mask <> 0 and r.value[c.position + 1] is distinct from i.value[c.position + 1])
        $sql$, ranking.doubtful_reviews(
            (select count(*)::integer from registry.criterion c where c.scheme_id = period.scheme_id)))
    using check_judged_items.import_key, period.scheme_id, period.id, registry.actor_may('review'), reviewer;
end
$$;

-- True if a row of the file confirms one of two items without the other. If it confirms both, they were compared when
-- it was read.
create function ranking.confirms_one_of(import_key uuid, small_bit bigint, large_bit bigint) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    return exists (
        select from staging.submission_row r
        where r.import_key = confirms_one_of.import_key and r.made_in = pg_current_xact_id()
            and (r.judged & confirms_one_of.small_bit <> 0) <> (r.judged & confirms_one_of.large_bit <> 0));
end
$$;

-- Finds confirmed values above another that bounds them. For each the value that would count is compared: the one that
-- the row confirms, else the corrected one, else the submitted one. The finding is at a value that the row confirms,
-- and names the other.
create function ranking.check_confirmed_bounds(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    k record;
begin
    for k in select * from ranking.bounds_of_scheme(period.scheme_id) loop
        continue when not ranking.confirms_one_of(check_confirmed_bounds.import_key, k.small_bit, k.large_bit);
        insert into staging.finding
        select check_confirmed_bounds.import_key, r.line, true,
            case when confirms.small then k.small_code else k.large_code end || '_confirmed',
            case when confirms.small then 'value_above_another' else 'value_below_another' end,
            case when confirms.small then r.confirmed[k.small] else r.confirmed[k.large] end::text,
            case when confirms.small then k.large_title else k.small_title end
        from staging.submission_row r
        cross join lateral (select r.judged & k.small_bit <> 0, r.judged & k.large_bit <> 0) confirms (small, large)
        join registry.office o on o.code = r.office_code
        cross join lateral ranking.newest_submission(o.id, period.id, k.source) b
        left join lateral ranking.newest_review(o.id, period.id, k.source) v on true
        cross join lateral (select case when confirms.small then k.large else k.small end as index) other
        cross join lateral (
            select case when v.verdict[other.index] = 2 and v.of_numbers[other.index] = b.said_in[other.index]
                    then v.value[other.index]
                when v.verdict[other.index] in (3, 4) and v.of_numbers[other.index] = b.said_in[other.index] then null
                else b.value[other.index] end as value
        ) counting
        where r.import_key = check_confirmed_bounds.import_key and r.made_in = pg_current_xact_id()
            and confirms.small <> confirms.large
            and case when confirms.small then r.confirmed[k.small] > counting.value
                else counting.value > r.confirmed[k.large] end;
    end loop;
end
$$;

-- The activities that have days, one for each source that may be heard or reviewed, with the expression of their news.
create function ranking.dated_activities(scheme_id integer, criteria_count integer)
returns table (activity text, source smallint, news text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select s.code, s.position, (select m.news from ranking.merging(dated_activities.criteria_count) m)
    from registry.source s where s.scheme_id = dated_activities.scheme_id
    union all
    select 'review', s.position, ranking.review_news(dated_activities.criteria_count)
    from registry.source s where s.scheme_id = dated_activities.scheme_id and s.review <> 'none'
$$;

-- Finds new values and verdicts while the activity is not open for their offices. If nothing in a file is in time, the
-- file is refused as a whole, with the days.
create function ranking.check_windows(import_key uuid, period registry.evaluation_period, at timestamptz) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    criteria_count integer := (select count(*) from registry.criterion c where c.scheme_id = period.scheme_id);
    asked record;
    late record;
    late_lines integer[] := '{}';
    first_activity text;
    first_provinces integer[];
    first_offices bigint[];
begin
    for asked in
        select * from ranking.dated_activities(period.scheme_id, criteria_count)
    loop
        continue when not registry.is_closed_to_some(period.id, asked.activity, check_windows.at);
        select * into late
        from ranking.rows_with_news(check_windows.import_key, period, asked.source, asked.news);
        late_lines := late_lines || ranking.find_closed_windows(check_windows.import_key, period.id, asked.activity,
            check_windows.at, late.lines, late.provinces, late.offices);
        if first_activity is null and late_lines <> '{}' then
            first_activity := asked.activity;
            first_provinces := late.provinces;
            first_offices := late.offices;
        end if;
    end loop;
    if late_lines <> '{}' and not exists (
        select from staging.submission_row r
        where r.import_key = check_windows.import_key and r.made_in = pg_current_xact_id()
            and r.given | r.judged <> 0 and r.line <> all (late_lines)) then
        perform registry.require_open_windows(period.id, first_activity, check_windows.at, first_provinces,
            first_offices);
    end if;
end
$$;

-- The rows of a file with news from a source, or about it if they review, by the expression of the news; and their
-- offices and provinces, in the same order.
create function ranking.rows_with_news(
    import_key uuid, period registry.evaluation_period, source smallint, news text,
    out lines integer[], out provinces integer[], out offices bigint[]
)
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    execute format($sql$
        select array_agg(r.line order by o.code collate "C", r.line),
            array_agg(o.province_id order by o.code collate "C", r.line),
            array_agg(o.id order by o.code collate "C", r.line)
        from staging.submission_row r
        join registry.office o on o.code = r.office_code
        join registry.source src on src.scheme_id = $2 and src.position = $4
        left join lateral ranking.newest_submission(o.id, $3, $4) b on true
        left join lateral ranking.newest_review(o.id, $3, $4) v on true
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and not r.is_faulty
            and (r.given | r.judged) & src.criteria <> 0 and %s <> 0
        $sql$, rows_with_news.news)
    into lines, provinces, offices
    using rows_with_news.import_key, period.scheme_id, period.id, rows_with_news.source;
end
$$;

-- Of these lines, those whose office is outside its days; each gets a finding.
create function ranking.find_closed_windows(
    import_key uuid, period_id integer, activity text, at timestamptz, lines integer[], provinces integer[], offices bigint[]
) returns integer[]
language sql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with late as materialized (
        select l.line, r.office_code, c.problem, c.opens_on, c.closes_on
        from registry.windows_closed_for(find_closed_windows.period_id, find_closed_windows.activity,
            find_closed_windows.at, provinces, offices) c
        join unnest(lines, offices) l (line, office_id) using (office_id)
        join staging.submission_row r on r.import_key = find_closed_windows.import_key and r.line = l.line
            and r.made_in = pg_current_xact_id()
    ), found as (
        insert into staging.finding
        select find_closed_windows.import_key, late.line, true, 'office_code', late.problem, late.office_code,
            concat_ws(' ', find_closed_windows.activity, late.opens_on, late.closes_on)
        from late
    )
    select coalesce(array_agg(late.line), '{}') from late
$$;
