-- Owner: pishkhan_views
-- Adopted schemes.

create view ranking.scheme with (security_barrier) as
select id, code, version, title_fa, title_en, is_sample, legal_basis, valid_from, valid_to, hash, document,
    non_participation_policy
from registry.scheme
where (select registry.actor_is_known());

grant select on ranking.scheme to pishkhan_app;
