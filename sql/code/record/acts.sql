-- Owner: pishkhan_views
-- Acts of the record.

-- An account sees its own acts, and with `read_record` all acts: subjects and reasons name offices.
create view ranking.act with (security_barrier) as
select a.id, a.kind, a.account_name as actor, a.person, a.role, a.recorded_at, a.subject, a.reason, a.detail, encode(a.hash, 'hex') as hash
from registry.act a
where (select registry.actor_is_known())
    and ((select registry.actor_may('read_record')) or a.actor_id = (select registry.actor()));

-- The newest acts before a number, newest first: with `read_record` all, otherwise the actor's own. An index finds
-- them, without a scan of the record.
create function ranking.acts_before(before bigint, page_size integer) returns setof ranking.act
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.actor_may('read_record') then
        return query
        select a.id, a.kind, a.account_name, a.person, a.role, a.recorded_at, a.subject, a.reason, a.detail, encode(a.hash, 'hex')
        from registry.act a
        where a.id < acts_before.before
        order by a.id desc limit acts_before.page_size;
    elsif registry.actor_is_known() then
        return query
        select a.id, a.kind, a.account_name, a.person, a.role, a.recorded_at, a.subject, a.reason, a.detail, encode(a.hash, 'hex')
        from registry.act a
        where a.actor_id = registry.actor() and a.id < acts_before.before
        order by a.id desc limit acts_before.page_size;
    end if;
end
$$;
grant execute on function ranking.acts_before(bigint, integer) to pishkhan_app;

grant select on ranking.act to pishkhan_app;
