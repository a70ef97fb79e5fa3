-- The page that is asked over HTTP, as one statement. The place stands as text, so that nothing is asked to find it.
select code, province_code, province, province_en, county, locality, kind, standing, rank_origin, rank, total, penalty,
    position
from ranking.offices_of_period('1400-H1', null, '01', null, null, null, null::integer, null, null, null::bigint,
                               null, 51);
