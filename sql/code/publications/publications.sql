-- Owner: pishkhan_views
-- Publications, and their offices with the points of their lines: the source of bulk files and of changes.

-- Every number of every period. The newest number of a period is its current one. A publication is late if a later
-- half-year was published before it: it is listed, but its ranks are never in force.
create view ranking.publication with (security_barrier) as
select pub.id, pub.period_id, p.half_year, pub.number, pub.census_id, pub.run_id, pub.digest, pub.reason, pub.published_at,
    pub.run_id = p.run_id as is_current,
    exists (
        select from registry.publication earlier join registry.evaluation_period later on later.id = earlier.period_id
        where later.first_on > p.first_on and earlier.published_at < pub.published_at) as is_late,
    -- The same as `publication_on` of today.
    pub.id = (
        select newest.id from registry.publication newest join registry.evaluation_period e on e.id = newest.period_id
        order by e.first_on desc, newest.number desc limit 1) as is_in_force
from registry.publication pub join registry.evaluation_period p on p.id = pub.period_id
where (select registry.actor_is_known());
grant select on ranking.publication to pishkhan_app;

-- The bytes of a publication's results, for accounts that read the facts of every province.
create function ranking.published_text(half_year text, number integer) returns bytea
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    shown integer;
    given bytea;
begin
    if not (registry.actor_is_national() and registry.actor_may('read_facts')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    select p.id into shown from ranking.publication p
    where p.half_year = published_text.half_year
        and case when published_text.number is null then p.is_current else p.number = published_text.number end;
    if shown is null then
        raise exception using errcode = 'RK616', message = 'unknown_publication',
            detail = concat_ws(' ', published_text.half_year, published_text.number);
    end if;
    select t.text into given from registry.publication_text t where t.publication_id = shown and t.kind = 'results';
    return given;
end
$$;
grant execute on function ranking.published_text(text, integer) to pishkhan_app;

create view ranking.published_line as
select a.run_id, a.census_id, c.code, pr.code as province_code, pr.name_fa as province, pr.name_en as province_en,
    co.name_fa as county, l.name_fa as locality, c.kind, a.standing, a.rank_origin, a.rank, a.total, a.penalty,
    a.position, a.points, a.line_state, a.list_key,
    registry.adjusted_total(a.total, a.full_maximum, a.available_maximum) as adjusted_total
from registry.publication pub
join registry.assessment a on a.run_id = pub.run_id
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
join registry.province pr on pr.id = c.province_id
join registry.county co on co.id = c.county_id
join registry.locality l on l.id = c.locality_id;

-- Lines of a publication's run after an office, in the order of the codes. The query names the census beside the run,
-- because that order is an index of the census.
create function ranking.published_lines(run_id bigint, after_code text, page_size integer)
returns setof ranking.published_line
language plpgsql stable security definer
set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
    read_census bigint := (select run.census_id from registry.run where run.id = published_lines.run_id);
begin
    return query
    select line.* from ranking.published_line line
    where line.run_id = published_lines.run_id and line.census_id = read_census
        and line.code collate "C" > published_lines.after_code
    order by line.code collate "C"
    limit published_lines.page_size;
end
$$;
grant execute on function ranking.published_lines(bigint, text, integer) to pishkhan_app;

-- The next publication of a published period as it would be; for accounts that read unpublished results of every
-- province.
create function ranking.next_correction(half_year text)
returns table (number integer, run_id bigint, run_before bigint, digest text, digest_before text, changes text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    current_one ranking.publication;
    candidate registry.run;
begin
    if not (registry.actor_is_national() and registry.actor_may('read_unpublished')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    select p.* into current_one from ranking.publication p
    where p.half_year = next_correction.half_year and p.is_current;
    if current_one.id is null then
        perform ranking.require_shown(next_correction.half_year, null);
        raise exception using errcode = 'RK616', message = 'unknown_publication', detail = next_correction.half_year;
    end if;
    select r.* into candidate from registry.run r
    where r.period_id = current_one.period_id and r.census_id = current_one.census_id and r.id > current_one.run_id
    order by r.id desc limit 1;
    if candidate.id is null or candidate.digest = current_one.digest then
        raise exception using errcode = 'RK312', message = 'correction_changes_nothing',
            detail = next_correction.half_year;
    end if;
    return query select current_one.number + 1, candidate.id, current_one.run_id, candidate.digest, current_one.digest,
        ranking.changes_digest(current_one.run_id, candidate.id);
end
$$;
grant execute on function ranking.next_correction(text) to pishkhan_app;
