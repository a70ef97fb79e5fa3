-- The number of rows of an account, for tables in which any account may make many: counted at each insert and delete,
-- and limited by named constraints.
create or replace function registry.count_findings() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into registry.account_share (account_id, findings)
        select changed.account_id, count(*) from changed group by changed.account_id
        on conflict (account_id) do update set findings = account_share.findings + excluded.findings;
    else
        update registry.account_share
        set findings = account_share.findings - gone.findings
        from (select changed.account_id, count(*) as findings from changed group by changed.account_id) gone
        where account_share.account_id = gone.account_id;
    end if;
    return null;
end
$$;

create or replace function registry.count_refused_rows() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into registry.account_share (account_id, refused_rows)
        select import.actor_id, count(*) from changed join registry.import on import.id = changed.import_id
        group by import.actor_id
        on conflict (account_id) do update set refused_rows = account_share.refused_rows + excluded.refused_rows;
    else
        update registry.account_share
        set refused_rows = account_share.refused_rows - gone.refused_rows
        from (select import.actor_id, count(*) as refused_rows
              from changed join registry.import on import.id = changed.import_id group by import.actor_id) gone
        where account_share.account_id = gone.actor_id;
    end if;
    return null;
end
$$;
