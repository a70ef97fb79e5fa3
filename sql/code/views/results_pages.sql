-- Offices of a ranked period by place, kind, rank, origin and standing, in pages of a stable order.

create function ranking.offices_of_period(
    half_year text, province text, county text, locality text, kind text, rank integer, rank_origin text, standing text,
    after_unranked boolean, after_total bigint, after_code text, page_size integer
) returns setof ranking.ranked_office
language plpgsql stable security definer
set search_path = registry, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
    provinces integer[];
    counties integer[];
begin
    if offices_of_period.province is not null then
        provinces := array(select p.id from registry.province p
                           where length(offices_of_period.province) <= 2
                                   and p.code = lpad(offices_of_period.province, 2, '0')
                               or p.name_key = registry.name_key(offices_of_period.province)
                               or lower(p.name_en) = lower(offices_of_period.province));
        if cardinality(provinces) = 0 then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.province;
        end if;
    end if;
    if offices_of_period.county is not null then
        counties := array(select c.id from registry.county c
                          where (c.code = offices_of_period.county
                                 or c.name_key = registry.name_key(offices_of_period.county))
                              and (provinces is null or c.province_id = any (provinces)));
        if cardinality(counties) = 0 then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.county;
        end if;
    end if;
    if offices_of_period.locality is not null and not exists (
        select from registry.locality l
        where l.name_key = registry.name_key(offices_of_period.locality)
            and (provinces is null or l.province_id = any (provinces))
            and (counties is null or l.county_id = any (counties))) then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.locality;
    end if;
    return query
    select r.* from ranking.ranked_office r
    where r.half_year = offices_of_period.half_year
        and (provinces is null or r.province_id = any (provinces))
        and (counties is null or r.county_id = any (counties))
        and (offices_of_period.locality is null
             or registry.name_key(r.locality) = registry.name_key(offices_of_period.locality))
        and (offices_of_period.kind is null or r.kind = offices_of_period.kind)
        and (offices_of_period.rank is null or r.rank = offices_of_period.rank)
        and (offices_of_period.rank_origin is null or r.rank_origin = offices_of_period.rank_origin)
        and (offices_of_period.standing is null or r.standing = offices_of_period.standing)
        and (offices_of_period.after_code is null
             or (r.rank is null, -coalesce(r.total, -2147483648)::bigint, r.code collate "C")
                > (offices_of_period.after_unranked, -offices_of_period.after_total,
                   offices_of_period.after_code collate "C"))
    order by r.rank is null, coalesce(r.total, -2147483648) desc, r.code collate "C"
    limit offices_of_period.page_size;
end
$$;
grant execute on function ranking.offices_of_period(
    text, text, text, text, text, integer, text, text, boolean, bigint, text, integer) to pishkhan_app;
