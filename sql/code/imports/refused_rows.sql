-- Owner: pishkhan_views
-- Rows that an import refused.

create view ranking.refused_row with (security_barrier) as
select r.import_id, r.position, r.sheet, r.line, r.row_text, r.reason, i.kind, i.file_name, i.period_id
from registry.refused_row r
join registry.import i on i.id = r.import_id
join registry.account n on n.id = i.actor_id
where (select registry.actor_may('read_record') and registry.actor_may('read_registry'))
    or (n.id = (select registry.actor()) and n.is_active);

grant select on ranking.refused_row to pishkhan_app;
