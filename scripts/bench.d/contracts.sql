-- Contracts of every office with one to four services that are delegated in the whole country, and, of one office in
-- five hundred, with most of them, so that the work list has something to name.
create temp table offered as
select array_agg(distinct d.service_id order by d.service_id) as ids
from ranking.operating_delegation(current_date) d where d.area = 'country';

insert into registry.contract (office_id, province_id, service_id, registered_on, origin, revision)
select o.id, o.province_id, offered.ids[1 + ((o.id * 31 + turn * 7) % cardinality(offered.ids))::integer],
    current_date - (o.id % 300 + turn)::integer, 'found', 1
from registry.office o
cross join offered
cross join lateral generate_series(0, case when o.id % 500 = 0 then cardinality(offered.ids) - 40
                                           else (o.id % 4)::integer end) turn
on conflict do nothing;
analyze registry.contract;
