-- Writes the record, and refuses changes of it.
create or replace function registry.refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception using errcode = 'RK301', message = 'record_is_append_only',
        detail = format('%s %s', tg_op, tg_table_name);
end
$$;

-- Raises a named constraint in the form of the database's own.
create or replace function registry.refuse_constraint(name text) returns void
language plpgsql as $$
begin
    raise exception using errcode = '23514', constraint = refuse_constraint.name, message = refuse_constraint.name;
end
$$;
grant execute on function registry.refuse_constraint(text) to pishkhan_commands;

-- Adds one chained row for each act, in the act's own transaction; the head is the last row that it locks. Every change
-- of the registry is an act, so an account whose role lacks the permission cannot change anything. The permission is
-- checked when it is the act's turn: an account that was disabled, or lost the role, while its act waited cannot
-- complete it. The instant is taken then too, so that instants follow the order of the record.
create or replace function registry.record_act(kind text, subject text, reason text, detail jsonb) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    head registry.act_head;
    act registry.act;
begin
    select * into strict head from registry.act_head for update;
    select a.id, a.name, a.person, a.role into act.actor_id, act.account_name, act.person, act.role
    from registry.account a where a.id = registry.actor() and a.is_active;
    if act.actor_id is null then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    if not registry.actor_may(record_act.kind) then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = record_act.kind;
    end if;
    act.id := head.act_count + 1;
    act.kind := record_act.kind;
    act.recorded_at := clock_timestamp();
    act.subject := record_act.subject;
    act.reason := record_act.reason;
    act.detail := record_act.detail;
    act.previous_hash := head.hash;
    act.hash := registry.act_hash(act);
    insert into registry.act values (act.*);
    update registry.act_head set act_count = act.id, hash = act.hash;
    return act.id;
end
$$;
grant execute on function registry.record_act(text, text, text, jsonb) to pishkhan_commands;

-- The hash of the tree over `length` acts after the first `after`. Only its complete subtrees are stored; the others are
-- made of them.
create or replace function registry.act_tree_hash(after bigint, length bigint) returns bytea
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    subtree integer := 0;
begin
    while 2::bigint << subtree < act_tree_hash.length loop
        subtree := subtree + 1;
    end loop;
    if act_tree_hash.length = 1 then
        return (select n.hash from registry.act_node n where n.level = 0 and n.number = act_tree_hash.after);
    elsif act_tree_hash.length = 2::bigint << subtree then
        return (select n.hash from registry.act_node n
                where n.level = subtree + 1 and n.number = act_tree_hash.after / act_tree_hash.length);
    end if;
    return sha256('\x01'::bytea || registry.act_tree_hash(act_tree_hash.after, 1::bigint << subtree)
        || registry.act_tree_hash(
            act_tree_hash.after + (1::bigint << subtree), act_tree_hash.length - (1::bigint << subtree)));
end
$$;

-- A node of the tree is made of its act, or of the two nodes below it.
create or replace function registry.guard_act_node() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    expected bytea;
begin
    if new.level = 0 then
        expected := (select sha256('\x00'::bytea || a.hash) from registry.act a where a.id = new.number + 1);
    else
        expected := (select sha256('\x01'::bytea || l.hash || r.hash)
                     from registry.act_node l join registry.act_node r on r.level = l.level and r.number = l.number + 1
                     where l.level = new.level - 1 and l.number = 2 * new.number);
    end if;
    if new.hash is distinct from expected then
        perform registry.refuse_constraint('act_node_is_of_its_acts');
    end if;
    return null;
end
$$;

create or replace function registry.guard_record_head() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if new.hash is distinct from (select a.hash from registry.act a where a.id = new.act_count)
        or new.root is distinct from registry.act_tree_hash(0, new.act_count) then
        perform registry.refuse_constraint('record_head_is_of_the_record');
    end if;
    return null;
end
$$;

-- The act of an import is written when its transaction commits. Otherwise an import of several files would hold the
-- record's head, for which every act waits, while it goes on reading.
create or replace function registry.record_import() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.record_act('import', new.kind, null, to_jsonb(new) - 'recorded_at' - 'actor_id');
    return null;
end
$$;

-- How long rows that an import left out are stored: they may hold personal data.
create or replace function registry.refused_rows_are_kept_for() returns interval
language sql immutable
begin atomic
    select interval '90 days';
end;

create or replace function registry.guard_refused_row() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (select from registry.import i
               where i.id = old.import_id
                   and i.recorded_at > clock_timestamp() - registry.refused_rows_are_kept_for()) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = format('%s %s', tg_op, tg_table_name);
    end if;
    return old;
end
$$;
