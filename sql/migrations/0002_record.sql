-- The append-only record of acts, and the numbers of revisions.

-- Facts have the revision of the import that brought them. A census fixes the newest revision that a run may read.
create sequence registry.revision;
grant usage, select on sequence registry.revision to pishkhan_commands;

create table registry.act (
    -- Without gaps, in the order of commit: the head is locked until the act's transaction ends.
    id bigint primary key,
    kind text not null,
    actor_id integer not null references registry.account,
    -- The person and the role of the account at that time: a role may change later.
    account_name text not null,
    person text not null,
    role text not null,
    recorded_at timestamptz not null,
    subject text not null,
    reason text,
    detail jsonb not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint act_is_numbered_from_one check (id > 0),
    constraint act_instant_is_finite check (isfinite(recorded_at)),
    constraint act_hash_is_sha256 check (length(hash) = 32 and length(previous_hash) = 32)
);

-- Everything in an act as one line of text. An instant is written as microseconds since 1970, independent of session
-- settings. Another form would make every stored hash wrong.
create function registry.act_text(act registry.act) returns text
language sql stable
begin atomic
    select jsonb_build_array(
        act.id, act.kind, act.actor_id, act.account_name, act.person, act.role,
        trunc(extract(epoch from act.recorded_at) * 1000000)::text, act.subject, act.reason, act.detail)::text;
end;
grant execute on function registry.act_text(registry.act) to pishkhan_views;

-- The hash that links an act to the one before it, made of its text.
create function registry.act_hash(act registry.act) returns bytea
language sql stable
begin atomic
    select sha256(act.previous_hash || convert_to(registry.act_text(act), 'UTF8'));
end;
grant execute on function registry.act_hash(registry.act) to pishkhan_views;

-- The code of the office that an act is about, if it is about one.
create function registry.office_of_act(kind text, subject text, detail jsonb) returns text
language sql immutable parallel safe
begin atomic
    select case when office_of_act.kind in ('correct_office', 'register_contract', 'end_contract', 'save_draft', 'submit',
            'withdraw', 'enter_score', 'add_evidence', 'erase_evidence', 'open_case', 'take_case_step', 'answer_case',
            'record_decision', 'hand_over_account')
        then office_of_act.subject else office_of_act.detail ->> 'office' end;
end;
grant execute on function registry.office_of_act(text, text, jsonb) to pishkhan_views;

-- For an account that reads only its own acts, newest first.
create index act_actor_id_id_idx on registry.act (actor_id, id);
-- For the record of an office.
create index act_of_office_idx on registry.act (registry.office_of_act(kind, subject, detail), id)
    where registry.office_of_act(kind, subject, detail) is not null;
create index act_of_import_idx on registry.act ((detail ->> 'id')) where kind = 'import';
-- For the history of a period.
create index act_of_period_idx on registry.act (subject) where kind in (
    'plan_period', 'schedule_period', 'open_period', 'reopen_period', 'close_period', 'rank', 'publish',
    'publish_correction', 'set_window', 'release_offices', 'end_release', 'overrule_step', 'confirm_overrule',
    'amend_facts', 'confirm_amendment', 'preview_period', 'approve_province', 'settle_appeals');
create trigger act_is_append_only before update or delete or truncate on registry.act
    for each statement execute function registry.refuse_change();
grant select on registry.act to pishkhan_views;

create table registry.act_head (
    is_only_row boolean primary key default true,
    act_count bigint not null,
    hash bytea not null,
    constraint act_head_has_one_row check (is_only_row),
    constraint act_count_is_not_negative check (act_count >= 0),
    constraint act_head_is_sha256 check (length(hash) = 32)
);
grant select on registry.act_head to pishkhan_views;
insert into registry.act_head (act_count, hash) values (0, sha256(''));
