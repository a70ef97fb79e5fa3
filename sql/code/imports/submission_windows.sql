-- Owner: pishkhan_commands
-- Checks that what a file submits or judges anew is open for its offices.

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
