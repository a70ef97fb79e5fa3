-- Owner: pishkhan_views
-- Offices of a ranked period by place, kind, rank, origin and standing, in pages of a stable order.

-- The run of a period that lists show: the current one, or that of a publication. Every page calls this; in plpgsql its
-- plans are kept for the session.
create function ranking.shown_run(half_year text, number integer) returns registry.run
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    shown registry.run;
begin
    if shown_run.number is null then
        select run.* into shown from registry.evaluation_period p join registry.run on run.id = p.run_id
        where p.half_year = shown_run.half_year;
    else
        select run.* into shown from registry.evaluation_period p
        join registry.publication pub on pub.period_id = p.id
        join registry.run on run.id = pub.run_id
        where p.half_year = shown_run.half_year and pub.number = shown_run.number;
    end if;
    return shown;
end
$$;

-- Refuses a period without a run, or without one that the actor may read, and a number that was not published.
create function ranking.require_shown(half_year text, number integer) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if (ranking.shown_run(require_shown.half_year, require_shown.number)).id = any (registry.actor_runs()) then
        return;
    end if;
    if require_shown.number is not null then
        raise exception using errcode = 'RK616', message = 'unknown_publication',
            detail = require_shown.half_year || ' ' || require_shown.number;
    end if;
    if exists (select from registry.evaluation_period p where p.half_year = require_shown.half_year) then
        raise exception using errcode = 'RK108', message = 'not_ranked_yet', detail = require_shown.half_year;
    end if;
    raise exception using errcode = 'RK601', message = 'unknown_period', detail = require_shown.half_year;
end
$$;

-- The statement behind every filter, so it is planned for the filters of each call.
create function ranking.filtered_offices(
    shown registry.run, province integer, counties integer[], localities integer[], kind text, rank integer,
    rank_origin text, standing text, after_key bigint, after_code text, page_size integer
) returns setof ranking.run_office
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan set enable_hashjoin = on set enable_mergejoin = on
as $$
begin
    -- The query names the run with its census, and a single province by itself and not in a list. So an index gives the
    -- rows in their order.
    return query
    select r.* from ranking.run_office r
    where r.run_id = filtered_offices.shown.id and r.census_id = filtered_offices.shown.census_id
        and (filtered_offices.province is null or r.province_id = filtered_offices.province)
        and (filtered_offices.counties is null or r.county_id = any (filtered_offices.counties))
        and (filtered_offices.localities is null or r.locality_id = any (filtered_offices.localities))
        and (filtered_offices.kind is null or r.kind = filtered_offices.kind)
        and (filtered_offices.rank is null or r.rank = filtered_offices.rank)
        and (filtered_offices.rank_origin is null or r.rank_origin = filtered_offices.rank_origin)
        and (filtered_offices.standing is null or r.standing = filtered_offices.standing)
        and (r.list_key, r.code collate "C") > (filtered_offices.after_key, filtered_offices.after_code collate "C")
    order by r.list_key, r.code collate "C"
    limit filtered_offices.page_size;
end
$$;

-- A page of the country, or of a province, without another filter. An index gives the rows in order, and only the rows
-- of the page are joined with the names of their places. Its settings are those of `offices_of_period`.
create function ranking.plain_page(
    shown registry.run, half_year text, province integer, after_key bigint, after_code text, page_size integer
) returns setof ranking.run_office
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    return query
    select plain_page.half_year, a.run_id, a.census_id, a.code, pr.code, pr.name_fa, pr.name_en, co.name_fa, l.name_fa,
        l.kind, c.kind, a.standing, a.rank_origin, a.rank, a.total, a.penalty, a.position, a.list_key, a.province_id,
        c.county_id, c.locality_id, registry.adjusted_total(a.total, a.full_maximum, a.available_maximum)
    from (
        (select * from registry.assessment one
         where plain_page.province is not null and one.run_id = plain_page.shown.id
             and one.province_id = plain_page.province
             and (one.list_key, one.code collate "C") > (plain_page.after_key, plain_page.after_code collate "C")
         order by one.list_key, one.code collate "C"
         limit plain_page.page_size)
        union all
        (select * from registry.assessment every
         where plain_page.province is null and every.run_id = plain_page.shown.id
             and every.census_id = plain_page.shown.census_id
             and (every.list_key, every.code collate "C") > (plain_page.after_key, plain_page.after_code collate "C")
         order by every.list_key, every.code collate "C"
         limit plain_page.page_size)
    ) a
    join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
    join registry.province pr on pr.id = a.province_id
    join registry.county co on co.id = c.county_id
    join registry.locality l on l.id = c.locality_id
    order by a.list_key, a.code collate "C";
end
$$;

-- Its plans, and those of a plain page, are kept for the session: most pages are those of a province or of the country.
-- A kept plan does not know how small a page is, and would read whole tables to join them.
create function ranking.offices_of_period(
    half_year text, number integer, province text, county text, locality text, kind text, rank integer,
    rank_origin text, standing text, after_key bigint, after_code text, page_size integer
) returns setof ranking.run_office
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    shown registry.run := ranking.shown_run(offices_of_period.half_year, offices_of_period.number);
    wanted_province integer := case when offices_of_period.province is not null
        then ranking.province_of_filter(offices_of_period.province) end;
    counties integer[] := case when offices_of_period.county is not null
        then ranking.named_counties(offices_of_period.county, wanted_province) end;
    localities integer[] := case when offices_of_period.locality is not null
        then ranking.named_localities(offices_of_period.locality, wanted_province, counties) end;
    -- The first page begins before every office.
    after_key bigint := coalesce(offices_of_period.after_key, 0);
    after_code text := coalesce(offices_of_period.after_code, '');
begin
    if coalesce(counties, localities) is not null or concat(offices_of_period.kind, offices_of_period.rank,
            offices_of_period.rank_origin, offices_of_period.standing) <> '' then
        return query
        select * from ranking.filtered_offices(shown, wanted_province, counties, localities, offices_of_period.kind,
            offices_of_period.rank, offices_of_period.rank_origin, offices_of_period.standing, after_key, after_code,
            offices_of_period.page_size);
    else
        return query
        select * from ranking.plain_page(
            shown, offices_of_period.half_year, wanted_province, after_key, after_code, offices_of_period.page_size);
    end if;
    -- If there are rows, the actor may read the run.
    if not found then
        perform ranking.require_shown(offices_of_period.half_year, offices_of_period.number);
    end if;
end
$$;
grant execute on function ranking.offices_of_period(
    text, integer, text, text, text, text, integer, text, text, bigint, text, integer) to pishkhan_app;
