-- Owner: pishkhan_views
-- Evidence of offices, and its bytes, for accounts that may read it.

create view ranking.evidence with (security_barrier) as
select e.id, o.code as office_code, e.criterion, e.kind, e.issued_on, e.valid_until, e.file_name,
    encode(e.digest, 'hex') as digest, c.media_type, c.size, e.is_scanned, e.added_at, e.erased_at, e.erase_reason,
    array(select distinct p.half_year from registry.submission_evidence s
          join registry.evaluation_period p on p.id = s.period_id
          where s.evidence_id = e.id and s.office_id = e.office_id order by p.half_year) as periods
from registry.evidence e
join registry.office o on o.id = e.office_id
join registry.evidence_content c on c.digest = e.digest;
grant select on ranking.evidence to pishkhan_app;

-- The bytes of an item that is not erased.
create view ranking.evidence_bytes with (security_barrier) as
select e.id, o.code as office_code, c.bytes
from registry.evidence e
join registry.office o on o.id = e.office_id
join registry.evidence_content c on c.digest = e.digest
where e.erased_at is null;
grant select on ranking.evidence_bytes to pishkhan_app;
