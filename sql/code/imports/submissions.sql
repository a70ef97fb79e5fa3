-- Owner: pishkhan_commands
-- Checks files of sources' values and of reviews; submission_reviews.sql has the checks of verdicts, and
-- submission_windows.sql those of days (submissions_store.sql stores the rows). All sources have one form: a row has a
-- value, or nothing, for each criterion. Masks tell which columns the file has and which cells are filled.

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
    perform ranking.check_items_for_the_group(check_submissions.import_key, period);
    perform ranking.check_evidence_of_reviews(check_submissions.import_key, period);
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
