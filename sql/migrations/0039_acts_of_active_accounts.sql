-- Whether the actor may still act is asked once it is the act's turn: whoever was disabled, or lost the role, while his
-- act waited for others leaves none. The instant is taken then too, so that the record's instants follow its order.
create or replace function registry.record_act(kind text, subject text, reason text, detail jsonb) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    head registry.act_head;
    actor_id integer := registry.actor();
    recorded_at timestamptz;
    new_hash bytea;
begin
    select * into strict head from registry.act_head for update;
    if not exists (select from registry.account where id = actor_id and is_active) then
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    if not registry.actor_may(record_act.kind) then
        raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = record_act.kind;
    end if;
    recorded_at := clock_timestamp();
    new_hash := registry.act_hash(
        head.hash, head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject,
        record_act.reason, record_act.detail);
    insert into registry.act (id, kind, actor_id, recorded_at, subject, reason, detail, previous_hash, hash)
    values (head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject, record_act.reason,
            record_act.detail, head.hash, new_hash);
    update registry.act_head set act_count = head.act_count + 1, hash = new_hash;
    return head.act_count + 1;
end
$$;
