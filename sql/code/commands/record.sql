-- The record: one chained row an act, written in the act's own transaction; its head is locked last.

create function ranking.act_as(account_name text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account_id integer;
begin
    select id into account_id from registry.account where name = act_as.account_name and is_active;
    if account_id is null then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = act_as.account_name;
    end if;
    perform set_config('pishkhan.actor', account_id::text, true);
    return account_id;
end
$$;
grant execute on function ranking.act_as(text) to pishkhan_app;

create function ranking.require_actor() returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if registry.actor() is null then
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    return registry.actor();
end
$$;
grant execute on function ranking.require_actor() to pishkhan_owner;

create function ranking.require_national() returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if not registry.actor_is_national() then
        raise exception using errcode = 'RK503', message = 'national_scope_required';
    end if;
end
$$;
grant execute on function ranking.require_national() to pishkhan_owner;

create function ranking.act_hash(
    previous bytea, id bigint, kind text, actor_id integer, recorded_at timestamptz, subject text, reason text,
    detail jsonb
) returns bytea
language sql stable
begin atomic
    select sha256(act_hash.previous || convert_to(
        jsonb_build_array(
            act_hash.id, act_hash.kind, act_hash.actor_id,
            to_char(act_hash.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            act_hash.subject, act_hash.reason, act_hash.detail
        )::text, 'UTF8'));
end;
grant execute on function
    ranking.act_hash(bytea, bigint, text, integer, timestamptz, text, text, jsonb) to pishkhan_views, pishkhan_owner;

create function ranking.record_act(kind text, subject text, reason text, detail jsonb) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    head registry.act_head;
    actor_id integer := ranking.require_actor();
    recorded_at timestamptz := clock_timestamp();
    new_hash bytea;
begin
    select * into strict head from registry.act_head for update;
    new_hash := ranking.act_hash(
        head.hash, head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject,
        record_act.reason, record_act.detail);
    insert into registry.act (id, kind, actor_id, recorded_at, subject, reason, detail, previous_hash, hash)
    values (head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject, record_act.reason,
            record_act.detail, head.hash, new_hash);
    update registry.act_head set act_count = head.act_count + 1, hash = new_hash;
    return head.act_count + 1;
end
$$;
grant execute on function ranking.record_act(text, text, text, jsonb) to pishkhan_owner;
