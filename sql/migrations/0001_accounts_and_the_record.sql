-- Who acts, within which provinces, and the append-only record of acts.
grant usage on schema registry to pishkhan_views, pishkhan_commands, pishkhan_app;
grant usage on schema staging to pishkhan_commands, pishkhan_app;

-- Thousandths of a point.
create domain registry.millipoints as integer;

create table registry.account (
    id integer generated always as identity primary key,
    name text not null,
    -- Duties that exclude each other bind the person, who may have several accounts.
    person text not null,
    scope text not null,
    is_active boolean not null default true,
    constraint account_name_is_unique unique (name),
    constraint account_name_is_plain check (name ~ '^[a-z][a-z0-9._-]{0,62}$'),
    constraint account_scope_is_known check (scope in ('national', 'provincial'))
);

create function registry.refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception using errcode = 'RK301', message = 'append_only', detail = format('%s %s', tg_op, tg_table_name);
end
$$;

create table registry.act (
    -- Without gaps, in the order of commit: the head is locked until the act's transaction ends.
    id bigint primary key,
    kind text not null,
    actor_id integer not null references registry.account,
    recorded_at timestamptz not null,
    subject text not null,
    reason text,
    detail jsonb not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint act_hash_is_sha256 check (length(hash) = 32)
);
create index act_actor_id_idx on registry.act (actor_id);
create trigger act_is_append_only before update or delete or truncate on registry.act
    for each statement execute function registry.refuse_change();

create table registry.act_head (
    is_only_row boolean primary key default true,
    act_count bigint not null,
    hash bytea not null,
    constraint act_head_has_one_row check (is_only_row)
);
insert into registry.act_head (act_count, hash) values (0, sha256(''));

-- Facts carry the revision of the import that brought them; a census fixes the newest one that a run may read.
create sequence registry.revision;

-- The account of this transaction. After a transaction the setting is empty, not null.
create function registry.actor() returns integer
language sql stable
begin atomic
    select nullif(current_setting('pishkhan.actor', true), '')::integer;
end;

-- One chained row an act, written in the act's own transaction; the head is the last thing that it locks.
create function registry.act_hash(
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
grant execute on function registry.act_hash(bytea, bigint, text, integer, timestamptz, text, text, jsonb)
    to pishkhan_views;

create function registry.record_act(kind text, subject text, reason text, detail jsonb) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    head registry.act_head;
    actor_id integer := registry.actor();
    recorded_at timestamptz := clock_timestamp();
    new_hash bytea;
begin
    if not exists (select from registry.account where id = actor_id and is_active) then
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    select * into strict head from registry.act_head for update;
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

grant execute on function registry.actor() to pishkhan_views, pishkhan_commands, pishkhan_app;
grant select on registry.account to pishkhan_commands;
grant select on registry.account to pishkhan_views;
grant select on registry.act to pishkhan_views;
grant select on registry.act_head to pishkhan_views;
grant usage, select on sequence registry.revision to pishkhan_commands;
