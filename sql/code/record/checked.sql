-- Owner: pishkhan_views
-- Checks the record in parts, because each act is hashed again.

-- Checks a number of acts after one. Returns the number of the last act, and the number that the first changed act
-- should have; null if none is changed. A missing act is thereby named by its own number. The account of an act is read
-- from the accounts, because its name and person never change.
create function ranking.followed_acts(after bigint, length integer)
returns table (last_checked bigint, first_broken bigint)
language sql stable security definer set search_path = registry, pg_temp as $$
    select max((a.act).id), min(least(a.number, (a.act).id)) filter (where (a.act).id <> a.number
        or (a.act).previous_hash is distinct from a.expected
        or (a.act).hash is distinct from registry.act_hash(a.act)
        or ((a.act).account_name, (a.act).person) is distinct from (n.name, n.person))
    from (
        select act, followed_acts.after + row_number() over by_number as number,
            lag(act.hash, 1, coalesce((select b.hash from registry.act b where b.id = followed_acts.after), sha256('')))
                over by_number as expected
        from registry.act
        -- Before the first act there is none.
        where act.id > followed_acts.after or followed_acts.after = 0
        window by_number as (order by act.id)
        order by act.id limit followed_acts.length
    ) a
    left join registry.account n on n.id = (a.act).actor_id
$$;

-- The number of acts, the hash of the newest one, the end of this part, its first changed act (null if there is none),
-- and the hash of the act before the part. The part with the newest act also checks the record's head. A caller with a
-- checkpoint, a number of acts and the hash of the last, also learns whether the record still has that act.
create function ranking.checked_acts(after bigint, length integer, kept_count bigint, kept_hash text)
returns table (act_count bigint, head text, last_checked bigint, first_broken bigint, hash_before text, agrees boolean)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    newest registry.act;
    known registry.act_head;
    start bigint := greatest(checked_acts.after, 0);
begin
    perform ranking.require_permission('read_record');
    select * into newest from registry.act a order by a.id desc limit 1;
    select * into strict known from registry.act_head;
    act_count := greatest(newest.id, 0);
    head := encode(coalesce(newest.hash, sha256('')), 'hex');
    hash_before := (select encode(a.hash, 'hex') from registry.act a where a.id = start and start > 0);
    agrees := ranking.has_act(checked_acts.kept_count, checked_acts.kept_hash);
    last_checked := start;
    if start > 0 and hash_before is null then
        first_broken := least(start, act_count + 1);
        return next;
        return;
    end if;
    select coalesce(f.last_checked, start), f.first_broken into last_checked, first_broken
    from ranking.followed_acts(start, checked_acts.length) f;
    if first_broken is null and last_checked >= act_count then
        first_broken := case
            when known.act_count <> act_count then least(known.act_count, act_count) + 1
            when known.hash is distinct from coalesce(newest.hash, sha256('')) then act_count end;
    end if;
    return next;
end
$$;
grant execute on function ranking.checked_acts(bigint, integer, bigint, text) to pishkhan_app;

-- True if the record has this act with this hash; null without a checkpoint.
create function ranking.has_act(number bigint, hash text) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select case
        when has_act.hash is null then null
        when has_act.number = 0 then has_act.hash = encode(sha256(''), 'hex')
        else exists (select from registry.act a
                     where a.id = has_act.number and encode(a.hash, 'hex') = has_act.hash) end
$$;
