-- A step of a half-year is taken only when nothing stands against it, also by plain SQL. Reopening is no step.
create or replace function registry.guard_step_obstacles() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_no_obstacle(new.id, case new.state
        when 'open' then 'open' when 'closed' then 'close' when 'ranked' then 'rank' when 'preview' then 'show'
        else 'publish' end);
    return new;
end
$$;
