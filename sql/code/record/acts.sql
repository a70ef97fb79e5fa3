-- Owner: pishkhan_views
-- Acts of the record.

-- An account sees its own acts, and with `read_record` all of them: subjects and reasons name offices.
create view ranking.act as
select a.id, a.kind, n.name as actor, a.recorded_at, a.subject, a.reason, a.detail, encode(a.hash, 'hex') as hash
from registry.act a join registry.account n on n.id = a.actor_id
where (select registry.actor_may('read_record')) or (n.id = (select registry.actor()) and n.is_active);

-- The newest acts before one, newest first. Who reads his own only finds them by an index, and does not walk the record.
create function ranking.acts_before(before bigint, page_size integer) returns setof ranking.act
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.actor_may('read_record') then
        return query
        select * from ranking.act a where a.id < acts_before.before order by a.id desc limit acts_before.page_size;
    else
        return query
        select own.* from (
            select a.id from registry.act a
            where a.actor_id = registry.actor() and a.id < acts_before.before
            order by a.id desc limit acts_before.page_size
        ) page
        join ranking.act own on own.id = page.id
        order by own.id desc;
    end if;
end
$$;
grant execute on function ranking.acts_before(bigint, integer) to pishkhan_app;

grant select on ranking.act to pishkhan_app;
