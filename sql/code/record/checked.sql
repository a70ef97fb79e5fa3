-- Owner: pishkhan_views
-- Whether the chain of the record holds: asked in parts, since each act is hashed again.

-- How many acts there are, the hash of the newest one, how far this part goes, its first act that does not follow from
-- the one before (null when all do), and the hash of the act before the part: whoever kept it elsewhere compares. The
-- part with the newest act also answers for the record's head; one after an act that is not there is broken.
create function ranking.checked_acts(after bigint, length integer)
returns table (act_count bigint, head text, last_checked bigint, first_broken bigint, hash_before text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    newest registry.act;
    kept registry.act_head;
    before bytea := sha256('');
begin
    perform ranking.require_deed('read_record');
    select * into newest from registry.act a order by a.id desc limit 1;
    select * into strict kept from registry.act_head;
    act_count := coalesce(newest.id, 0);
    head := encode(coalesce(newest.hash, before), 'hex');
    last_checked := checked_acts.after;
    if checked_acts.after > 0 then
        select a.hash into before from registry.act a where a.id = checked_acts.after;
        hash_before := encode(before, 'hex');
        if before is null then
            first_broken := least(checked_acts.after, act_count + 1);
            return next;
            return;
        end if;
    end if;
    select coalesce(max(a.id), checked_acts.after),
        min(a.id) filter (where a.previous_hash <> a.expected or a.id <> a.place
            or a.hash <> registry.act_hash(a.previous_hash, a.id, a.kind, a.actor_id, a.recorded_at, a.subject,
                a.reason, a.detail))
    into last_checked, first_broken
    from (
        select act.*, lag(act.hash, 1, before) over (order by act.id) as expected,
            checked_acts.after + row_number() over (order by act.id) as place
        from registry.act where act.id > checked_acts.after order by act.id limit checked_acts.length
    ) a;
    if first_broken is null and last_checked >= act_count and (kept.act_count <> act_count
            or kept.hash <> coalesce(newest.hash, sha256(''))) then
        first_broken := kept.act_count;
    end if;
    return next;
end
$$;
grant execute on function ranking.checked_acts(bigint, integer) to pishkhan_app;
