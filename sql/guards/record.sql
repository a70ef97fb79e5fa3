-- What writes the record, and what refuses.
create or replace function registry.refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception using errcode = 'RK301', message = 'record_is_append_only',
        detail = format('%s %s', tg_op, tg_table_name);
end
$$;

-- Raises a named constraint as the database does for its own.
create or replace function registry.refuse_constraint(name text) returns void
language plpgsql as $$
begin
    raise exception using errcode = '23514', constraint = refuse_constraint.name, message = refuse_constraint.name;
end
$$;

-- One chained row an act, written in the act's own transaction; the head is the last thing that it locks. Every change
-- of the registry is an act, so an account whose role lacks the deed changes nothing. Whether the actor may still act
-- is asked once it is the act's turn: whoever was disabled, or lost the role, while his act waited for others leaves
-- none. The instant is taken then too, so that the record's instants follow its order.
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
        raise exception using errcode = 'RK501', message = 'not_allowed';
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
grant execute on function registry.record_act(text, text, text, jsonb) to pishkhan_commands;

-- The act of an import is written when its transaction commits: an import of several files would otherwise hold the
-- record's head, for which everybody waits, while it goes on reading.
create or replace function registry.record_import() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.record_act('import', new.kind, null, to_jsonb(new) - 'recorded_at' - 'actor_id');
    return null;
end
$$;
