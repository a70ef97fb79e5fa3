-- The anchor of the ranking: the sample scheme written by hand into one statement over twelve fixed columns.
with line as (
    select f.*,
        case kind
            when 'urban' then case when floor_area >= 1000 then 12000 when floor_area >= 700 then 8000
                                   when floor_area >= 500 then 4000 else 0 end
            else case when floor_area >= 400 then 12000 when floor_area >= 300 then 8000
                      when floor_area >= 200 then 4000 else 0 end
        end as p1,
        case kind
            when 'urban' then case when staff_count >= 6 then 8000 when staff_count >= 4 then 6000
                                   when staff_count >= 3 then 4000 when staff_count >= 2 then 2000 else 0 end
            else case when staff_count >= 2 then 8000 when staff_count >= 1 then 5000 else 0 end
        end as p2,
        case location when 0 then 8000 when 1 then 6000 when 2 then 4000 when 3 then 2000 else 0 end as p3,
        coalesce(least(holder_experience, 100) * 80, 0)::integer as p4,
        case kind
            when 'urban' then case when insured_staff >= 4 then 6000 when insured_staff >= 2 then 4000
                                   when insured_staff >= 1 then 2000 else 0 end
            else case when insured_staff >= 2 then 6000 when insured_staff >= 1 then 4000 else 0 end
        end as p5,
        case when disabled_staff >= 2 then 4000 when disabled_staff >= 1 then 3000 else 0 end as p6,
        coalesce(greatest(least(data_completeness, 100) - 50, 0) * 120, 0)::integer as p7,
        case accessibility when 1 then 8000 else 0 end as p8,
        coalesce(association_score * 2, 0)::integer as p9,
        coalesce(case when respondents >= 10
            then least(greatest((2 * 8 * (respondents * mean + 72000) + respondents + 20) / (2 * (respondents + 20))
                                - 16000, 0), 20000)
            when respondents is not null then 12800 end, 0)::integer as p10
    from raw.fact f
    where took_part
), summed as (
    select line.*, p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 as g1,
        100000 - case when association_score is null then 20000 else 0 end
            - case when respondents is null then 20000 else 0 end as available,
        least(penalty, 40000) as taken
    from line
), totalled as (
    select summed.*, greatest(g1 + p9 + p10 - taken, 0) as total from summed
), ranked as (
    select totalled.*,
        case when total::bigint * 100000 >= 75000::bigint * available and g1 >= 30000
                  and (kind = 'rural' or p8 >= 8000) then 1
             when total::bigint * 100000 >= 50000::bigint * available then 2
             else 3 end::smallint as rank
    from totalled
)
insert into raw.assessment (run_id, census_id, office_id, province_id, code, standing, rank_origin, rank, position,
    rank_before_caps, total, penalty, minimum_total, full_maximum, available_maximum, value, points, line_state, group_points,
    penalty_decision, penalty_kind, penalty_occurrence, penalty_points)
select 1, census_id, office_id, province_id, code, 'ranked', 'earned', rank,
    rank() over (partition by province_id order by total desc), rank, total, taken, 0, 100000, available,
    array[floor_area, staff_count, location, holder_experience, insured_staff, disabled_staff, data_completeness,
          accessibility, association_score, mean]::bigint[],
    array[p1, p2, p3, p4, p5, p6, p7, p8, p9, p10], array[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]::smallint[],
    array[g1, p9, p10], case when taken > 0 then '{1}' else '{}' end::text[],
    case when taken > 0 then '{all}' else '{}' end::text[], case when taken > 0 then '{1}' else '{}' end::smallint[],
    case when taken > 0 then array[taken] else '{}' end
from ranked
union all
select 1, fact.census_id, fact.office_id, fact.province_id, fact.code, 'ranked', 'defaulted', 3, before.offices + 1, 3, 0, 0, 0, 100000, 100000,
    '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'
from raw.fact
join (select province_id, count(*) filter (where total > 0) as offices from ranked group by province_id) before
    using (province_id)
where not took_part;
