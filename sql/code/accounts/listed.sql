-- Owner: pishkhan_views
-- Accounts, their tokens and their roles, without digests. An account sees itself; with `read_accounts` it sees all, and
-- with `invite_account` those of its provinces' offices. Sessions are no tokens that anybody was given, and are not listed.

create view ranking.role with (security_barrier) as
select r.name, r.title_fa, r.title_en, r.scope, r.is_built_in,
    array(select d.permission from registry.role_permission d where d.role = r.name order by d.permission) as permissions
from registry.role r
where (select registry.actor_is_known());

create view ranking.account with (security_barrier) as
select a.id, a.name, a.person, a.role, r.title_fa as role_title_fa, r.title_en as role_title_en, r.is_built_in,
    a.is_active, g.code as agency_code,
    array(select p.code from registry.account_province scoped join registry.province p on p.id = scoped.province_id
          where scoped.account_id = a.id order by p.code) as province_codes,
    array(select scoped.region_id from registry.account_region scoped
          where scoped.account_id = a.id order by scoped.region_id) as regions,
    array(select o.code from registry.account_office scoped
          join registry.office o on o.id = scoped.office_id and o.holder_id = scoped.holder_id
          where scoped.account_id = a.id order by o.code collate "C") as office_codes
from registry.account a
join registry.role r on r.name = a.role
left join registry.agency g on g.id = a.agency_id
where (select registry.actor_may('read_accounts')) or (a.id = (select registry.actor()) and a.is_active)
    or a.id = any ((select registry.reachable_accounts())::integer[]);

create view ranking.access_token with (security_barrier) as
select t.id, a.name as account, t.label, t.made_at, t.expires_at, t.revoked_at,
    t.confirmed_by is not null or not r.needs_two_persons as is_confirmed
from registry.access_token t
join registry.account a on a.id = t.account_id
join registry.role r on r.name = a.role
where not t.is_session
    and ((select registry.actor_may('read_accounts')) or (a.id = (select registry.actor()) and a.is_active));

create view ranking.external_identity with (security_barrier) as
select i.issuer, i.subject, a.name as account, i.linked_at,
    i.confirmed_by is not null or not r.needs_two_persons as is_confirmed
from registry.external_identity i
join registry.account a on a.id = i.account_id
join registry.role r on r.name = a.role
where i.unlinked_at is null
    and ((select registry.actor_may('read_accounts')) or (a.id = (select registry.actor()) and a.is_active));

grant select on ranking.role, ranking.account, ranking.access_token, ranking.external_identity to pishkhan_app;
