-- The append-only record of acts, and the numbers of revisions.

-- Facts carry the revision of the import that brought them; a census fixes the newest one that a run may read.
create sequence registry.revision;
grant usage, select on sequence registry.revision to pishkhan_commands;

-- The link of an act to the one before it. Another form would make every stored hash untrue.
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
-- An account that reads its own acts only reads them newest first.
create index act_actor_id_id_idx on registry.act (actor_id, id);
-- The acts of a period, for its history.
create index act_of_period_idx on registry.act (subject) where kind in (
    'plan_period', 'schedule_period', 'open_period', 'reopen_period', 'close_period', 'rank', 'publish',
    'publish_correction', 'set_window', 'release_offices', 'end_release', 'overrule_step', 'confirm_overrule',
    'amend_facts', 'confirm_amendment');
create trigger act_is_append_only before update or delete or truncate on registry.act
    for each statement execute function registry.refuse_change();
grant select on registry.act to pishkhan_views;

create table registry.act_head (
    is_only_row boolean primary key default true,
    act_count bigint not null,
    hash bytea not null,
    constraint act_head_has_one_row check (is_only_row)
);
grant select on registry.act_head to pishkhan_views;
insert into registry.act_head (act_count, hash) values (0, sha256(''));
