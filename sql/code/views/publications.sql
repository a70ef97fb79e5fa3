-- Offices of publications with the points of their lines: what bulk files and changes are made of.

create view ranking.published_line as
select a.run_id, a.census_id, c.code, pr.code as province_code, pr.name_fa as province, pr.name_en as province_en,
    co.name_fa as county, l.name_fa as locality, c.kind, a.standing, a.rank_origin, a.rank, a.total, a.penalty,
    a.position, a.points, a.line_state
from registry.publication pub
join registry.assessment a on a.run_id = pub.run_id
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
join registry.province pr on pr.id = c.province_id
join registry.county co on co.id = c.county_id
join registry.locality l on l.id = c.locality_id;

-- Lines of a publication's run after an office, in the order of the codes. The census is named beside the run, since
-- that order is an index of the census.
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
