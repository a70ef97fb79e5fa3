-- Owner: pishkhan_views
-- The record as others keep it: published heads, receipts for acts, the whole record as lines of text, and the record of
-- one office.

-- Everybody reads the published heads: they show nothing of the acts.
create view ranking.record_head with (security_barrier) as
select h.act_count, encode(h.hash, 'hex') as hash, encode(h.root, 'hex') as root, h.published_at
from registry.record_head h
where (select registry.actor_is_known());

grant select on ranking.record_head to pishkhan_app;

-- The proof that a published head covers an act: the first head that does. An account gets it for its own acts, and with
-- `read_record` for all.
create function ranking.act_receipt(act bigint)
returns table (
    text text, previous_hash text, head_count bigint, head_root text, head_published_at timestamptz, hashes text[],
    are_left boolean[]
)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    proved registry.act;
    head registry.record_head;
begin
    select * into proved from registry.act a
    where a.id = act_receipt.act and (a.actor_id = registry.actor() or registry.actor_may('read_record'));
    if proved.id is null or not registry.actor_is_known() then
        raise exception using errcode = 'RK640', message = 'unknown_act', detail = act_receipt.act::text;
    end if;
    select * into head from registry.record_head h where h.act_count >= proved.id order by h.act_count limit 1;
    if head.act_count is null then
        raise exception using errcode = 'RK340', message = 'act_not_covered_yet', detail = act_receipt.act::text;
    end if;
    return query
    select registry.act_text(proved), encode(proved.previous_hash, 'hex'), head.act_count, encode(head.root, 'hex'),
        head.published_at, array(select encode(hash, 'hex') from unnest(p.hashes) with ordinality u (hash, n) order by n),
        p.are_left
    from ranking.act_path(proved.id, head.act_count) p;
end
$$;
grant execute on function ranking.act_receipt(bigint) to pishkhan_app;

-- Acts after a number with the text of which each hash is made, oldest first.
create function ranking.exported_acts(after bigint, length integer) returns table (id bigint, hash text, text text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_permission('read_record');
    return query
    select act.id, encode(act.hash, 'hex'), registry.act_text(act)
    from registry.act
    where act.id > exported_acts.after
    order by act.id limit exported_acts.length;
end
$$;
grant execute on function ranking.exported_acts(bigint, integer) to pishkhan_app;

-- The imports that brought facts of an office.
create function ranking.imports_about(office bigint) returns setof bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select s.import_id from registry.submission s where s.office_id = imports_about.office and s.import_id is not null
    union
    select r.import_id from registry.review r where r.office_id = imports_about.office and r.import_id is not null
    union
    select v.revision from registry.violation v where v.office_id = imports_about.office
    union
    select o.revision from registry.office o where o.id = imports_about.office
    union
    select h.revision from registry.office_history h where h.id = imports_about.office
$$;

-- The newest acts about an office before a number, newest first, without persons and without what an import says of other
-- offices: for the office itself, and with `read_record`.
create function ranking.acts_about(office text, before bigint, page_size integer)
returns table (
    id bigint, kind text, actor text, role text, recorded_at timestamptz, subject text, reason text, detail jsonb, hash text
)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known registry.office;
begin
    select * into known from registry.office o
    where o.code = acts_about.office
        and (registry.actor_may('read_record') or o.id = any (registry.actor_offices()));
    if known.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = acts_about.office;
    end if;
    return query
    select act.id, act.kind, act.account_name, act.role, act.recorded_at, act.subject, act.reason,
        case act.kind when 'import' then jsonb_build_object('kind', act.detail -> 'kind') else act.detail end,
        encode(act.hash, 'hex')
    from registry.act
    where act.id < acts_about.before and act.id in (
        select own.id from registry.act own
        where registry.office_of_act(own.kind, own.subject, own.detail) = known.code
        union all
        select brought.id from ranking.imports_about(known.id) i (id)
        join registry.act brought on brought.kind = 'import' and brought.detail ->> 'id' = i.id::text)
    order by act.id desc limit acts_about.page_size;
end
$$;
grant execute on function ranking.acts_about(text, bigint, integer) to pishkhan_app;
