-- Owner: pishkhan_views
-- Appeals as far as the actor may read them, and the flag of a publication.

create view ranking.appeal with (security_barrier) as
select a.id, p.half_year, a.census_id, a.office_id, a.code, a.province_id, pr.code as province_code, pr.name_fa as province,
    pr.name_en as province_en, a.position, a.value, a.decision_number, a.grounds, a.filed_at, a.decide_by, a.is_decisive,
    a.rank_if_upheld, before.standing as standing_before, before.rank as rank_before, a.withdrawn_at, d.verdict,
    d.value as decided_value, d.reason, d.decided_at, d.number as facts_number, d.reason is not null and d.decider_id is null as is_by_silence,
    case when a.withdrawn_at is not null then 'withdrawn' when d.verdict is not null then d.verdict
        when registry.current_instant() >= registry.start_of_day(a.decide_by + 1) then 'overdue' else 'pending' end as standing
from registry.appeal a
join registry.evaluation_period p on p.census_id = a.census_id
join registry.province pr on pr.id = a.province_id
left join registry.assessment before on before.run_id = a.run_id and before.office_id = a.office_id
left join registry.appeal_decision d on d.appeal_id = a.id;

-- Offices of publications that were made while an appeal of theirs was undecided.
create view ranking.pending_appeal with (security_barrier) as
select pub.id as publication_id, p.half_year, pub.number, pub.run_id, c.office_id, c.code
from registry.pending_appeal f
join registry.publication pub on pub.id = f.publication_id
join registry.evaluation_period p on p.id = pub.period_id
join registry.census_office c on c.census_id = pub.census_id and c.office_id = f.office_id;

grant select on ranking.appeal, ranking.pending_appeal to pishkhan_app;
