-- Owner: pishkhan_owner
-- Stores and erases the bytes of evidence. The owner of the tables owns this, because offices of other provinces may have
-- the same file.

-- Keeps a file under its digest; the same file again changes nothing, unless it was erased.
create function ranking.keep_content(bytes bytea, media_type text) returns bytea
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    digest bytea := sha256(keep_content.bytes);
begin
    perform ranking.require_permission('add_evidence');
    insert into registry.evidence_content as known (digest, size, media_type, bytes)
    values (digest, length(keep_content.bytes),
        coalesce(keep_content.media_type, registry.media_type_of(keep_content.bytes), 'application/octet-stream'),
        keep_content.bytes)
    on conflict on constraint evidence_content_pkey do update set bytes = excluded.bytes, erased_at = null
    where known.bytes is null;
    return digest;
end
$$;
grant execute on function ranking.keep_content(bytea, text) to pishkhan_commands;

-- Erases the bytes of a file that is no item of evidence any more; the digest stays.
create function ranking.erase_content(digest bytea) returns void
language sql security definer set search_path = registry, pg_temp as $$
    select ranking.require_permission('erase_evidence');
    update registry.evidence_content c set bytes = null, erased_at = clock_timestamp()
    where c.digest = erase_content.digest and c.bytes is not null and not exists (
        select from registry.evidence e where e.digest = c.digest and e.erased_at is null);
$$;
grant execute on function ranking.erase_content(bytea) to pishkhan_commands;

-- For a close: the newest day of issue of the evidence of each item, for offices with evidence. A scheme without rules
-- of evidence has none, and costs one look.
create function ranking.evidenced_items(period_id integer, scheme_id integer)
returns table (office_id bigint, evidenced_on date[])
language plpgsql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
#variable_conflict use_column
begin
    if not exists (select from registry.evidence_rule r where r.scheme_id = evidenced_items.scheme_id) then
        return;
    end if;
    return query
    with newest as (
        select s.office_id, s.position, max(e.issued_on) as issued_on
        from registry.submission_evidence s
        join registry.evidence e on e.id = s.evidence_id and e.erased_at is null
        join registry.submission said on said.office_id = s.office_id and said.period_id = s.period_id
            and said.source = s.source and said.said_in[s.position + 1] = s.number
        where s.period_id = evidenced_items.period_id and not exists (
            select from registry.submission n where n.office_id = said.office_id and n.period_id = said.period_id
                and n.source = said.source and n.number = said.number + 1)
        group by s.office_id, s.position
    )
    select o.office_id, array_agg(n.issued_on order by c.position)
    from (select distinct newest.office_id from newest) o
    join registry.criterion c on c.scheme_id = evidenced_items.scheme_id
    left join newest n on n.office_id = o.office_id and n.position = c.position
    group by o.office_id;
end
$$;
