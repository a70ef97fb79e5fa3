-- Offices of a ranked period by place, kind, rank, origin and standing, in pages of a stable order.

-- The run is named with its census, and one province by itself and not among several: so the rows come from an index in
-- their order, and only those of the page meet the names of their places.
create function ranking.offices_of_period(
    half_year text, province text, county text, locality text, kind text, rank integer, rank_origin text, standing text,
    after_unranked boolean, after_total bigint, after_code text, page_size integer
) returns setof ranking.ranked_office
language plpgsql stable security definer
set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
    shown registry.run;
    wanted_province integer;
    counties integer[];
    localities integer[];
    -- Only whether there is a rank is asked of it.
    after_rank smallint := case when not offices_of_period.after_unranked then 1 end;
    after_key bigint := registry.list_key(after_rank, offices_of_period.after_total::integer);
begin
    select run.* into shown from registry.evaluation_period p join registry.run on run.id = p.run_id
    where p.half_year = offices_of_period.half_year and run.id = any (registry.actor_runs());
    if shown.id is null then
        if exists (select from registry.evaluation_period p where p.half_year = offices_of_period.half_year) then
            raise exception using errcode = 'RK108', message = 'not_ranked_yet', detail = offices_of_period.half_year;
        end if;
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = offices_of_period.half_year;
    end if;
    if offices_of_period.province is not null then
        select p.id into wanted_province from registry.province p
        where length(offices_of_period.province) <= 2 and p.code = lpad(offices_of_period.province, 2, '0')
            or p.name_key = registry.name_key(offices_of_period.province)
            or lower(p.name_en) = lower(offices_of_period.province);
        if wanted_province is null then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.province;
        end if;
    end if;
    if offices_of_period.county is not null then
        counties := array(select c.id from registry.county c
                          where (c.code = offices_of_period.county
                                 or c.name_key = registry.name_key(offices_of_period.county))
                              and (wanted_province is null or c.province_id = wanted_province));
        if cardinality(counties) = 0 then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.county;
        end if;
    end if;
    if offices_of_period.locality is not null then
        localities := array(select l.id from registry.locality l
                            where l.name_key = registry.name_key(offices_of_period.locality)
                                and (wanted_province is null or l.province_id = wanted_province)
                                and (counties is null or l.county_id = any (counties)));
        if cardinality(localities) = 0 then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.locality;
        end if;
    end if;
    return query
    select r.* from ranking.ranked_office r
    where r.run_id = shown.id and r.census_id = shown.census_id
        and (wanted_province is null or r.province_id = wanted_province)
        and (counties is null or r.county_id = any (counties))
        and (localities is null or r.locality_id = any (localities))
        and (offices_of_period.kind is null or r.kind = offices_of_period.kind)
        and (offices_of_period.rank is null or r.rank = offices_of_period.rank)
        and (offices_of_period.rank_origin is null or r.rank_origin = offices_of_period.rank_origin)
        and (offices_of_period.standing is null or r.standing = offices_of_period.standing)
        and (offices_of_period.after_code is null
             or (r.list_key, r.code collate "C") > (after_key, offices_of_period.after_code collate "C"))
    order by r.list_key, r.code collate "C"
    limit offices_of_period.page_size;
end
$$;
grant execute on function ranking.offices_of_period(
    text, text, text, text, text, integer, text, text, boolean, bigint, text, integer) to pishkhan_app;
