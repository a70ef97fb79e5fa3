-- Whoever gave a token or an identity never confirms it. Who gave those from before two persons were asked for stands in
-- the record only. One whose giver nobody knows ends: else its giver could confirm it once its account is raised.
alter table registry.access_token disable trigger access_token_only_ends;
alter table registry.access_token disable trigger access_token_is_confirmed_by_another;
alter table registry.external_identity disable trigger external_identity_is_confirmed_by_another;

update registry.access_token t set given_by = a.actor_id
from registry.act a
where t.confirmed_by is null and a.kind in ('issue_token', 'rotate_token') and (a.detail ->> 'token')::integer = t.id;
update registry.access_token t set revoked_at = clock_timestamp()
where t.confirmed_by is null and (t.revoked_at is null or t.revoked_at > clock_timestamp())
    and not exists (select from registry.act a
                    where a.kind in ('issue_token', 'rotate_token') and (a.detail ->> 'token')::integer = t.id);

-- The record does not name the subject of an identity: its link is the first act after it, and before the next link of
-- that account and issuer.
with linked as (
    select i.id, i.issuer, i.linked_at, n.name as account,
        lead(i.linked_at) over (partition by i.account_id, i.issuer order by i.linked_at, i.id) as next_linked_at
    from registry.external_identity i join registry.account n on n.id = i.account_id
), given as (
    select linked.id, (
        select a.actor_id from registry.act a
        where a.kind = 'link_identity' and a.subject = linked.account and a.detail ->> 'issuer' = linked.issuer
            and a.recorded_at >= linked.linked_at
            and (linked.next_linked_at is null or a.recorded_at < linked.next_linked_at)
        order by a.id limit 1) as giver
    from linked
)
update registry.external_identity i set given_by = coalesce(given.giver, i.given_by),
    unlinked_at = case when given.giver is null then coalesce(i.unlinked_at, clock_timestamp()) else i.unlinked_at end
from given
where given.id = i.id and i.confirmed_by is null;

alter table registry.access_token enable trigger access_token_only_ends;
alter table registry.access_token enable trigger access_token_is_confirmed_by_another;
alter table registry.external_identity enable trigger external_identity_is_confirmed_by_another;
