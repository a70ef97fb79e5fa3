-- What a role may read: facts only with `read_facts`, results that are not published only with `read_unpublished`.
create function registry.actor_fact_provinces() returns integer[]
language sql stable security definer
begin atomic
    select case when registry.actor_may('read_facts') then registry.actor_provinces() else '{}'::integer[] end;
end;

-- Runs whose results the actor may read, in the provinces of its reach.
create function registry.actor_runs() returns bigint[]
language sql stable security definer
begin atomic
    select case
        when registry.actor_may('read_unpublished') then array(select run.id from registry.run)
        else array(select publication.run_id from registry.publication)
    end;
end;

create function registry.actor_censuses() returns bigint[]
language sql stable security definer
begin atomic
    select case
        when registry.actor_may('read_unpublished') then array(select census.id from registry.census)
        else array(select run.census_id from registry.publication join registry.run on run.id = publication.run_id)
    end;
end;

grant execute on function registry.actor_fact_provinces(), registry.actor_runs(), registry.actor_censuses()
    to pishkhan_views, pishkhan_commands, pishkhan_app;

do $$
declare
    subject text;
begin
    foreach subject in array array['declaration', 'association_score', 'satisfaction_score', 'violation'] loop
        execute format(
            'alter policy %I on registry.%I
                 using (province_id = any ((select registry.actor_fact_provinces())::integer[]))',
            subject || '_is_read_in_scope', subject);
    end loop;
end
$$;
alter policy assessment_is_read_in_scope on registry.assessment
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and run_id = any ((select registry.actor_runs())::bigint[]));
alter policy census_office_is_read_in_scope on registry.census_office
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and census_id = any ((select registry.actor_censuses())::bigint[]));

-- Whether the office's declaration was known when the census was taken: published with the ranks, unlike the
-- declaration.
alter table registry.census_office add column took_part boolean not null default false;
alter table registry.census_office disable trigger census_office_is_append_only;
update registry.census_office c set took_part = true
from registry.census
where census.id = c.census_id
    and exists (select from registry.declaration d
                where d.office_id = c.office_id and d.period_id = census.period_id and d.revision <= census.id);
alter table registry.census_office enable trigger census_office_is_append_only;
