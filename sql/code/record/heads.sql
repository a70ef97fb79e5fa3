-- Owner: pishkhan_owner
-- Publishes heads of the record. The owner of the tables owns this, because no other role may read every act.

-- Completes the tree over the acts up to a number.
create function ranking.extend_act_tree(act_count bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    below bigint;
begin
    insert into registry.act_node
    select 0, a.id - 1, sha256('\x00'::bytea || a.hash)
    from registry.act a
    where a.id > coalesce((select max(n.number) + 1 from registry.act_node n where n.level = 0), 0)
        and a.id <= extend_act_tree.act_count
    order by a.id;
    for height in 1..62 loop
        below := 2 * coalesce((select max(n.number) + 1 from registry.act_node n where n.level = height), 0);
        insert into registry.act_node
        select height, l.number / 2, sha256('\x01'::bytea || l.hash || r.hash)
        from registry.act_node l join registry.act_node r on r.level = l.level and r.number = l.number + 1
        where l.level = height - 1 and l.number >= below and l.number % 2 = 0
        order by l.number;
        exit when not exists (select from registry.act_node n where n.level = height);
    end loop;
end
$$;

-- Publishes the present head, and returns the number of acts that it covers. If nothing but the publishing of a head has
-- happened since the last one, that one stays the newest.
create function ranking.publish_head() returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    present registry.act_head;
    last bigint;
    root bytea;
begin
    perform ranking.require_national('publish_head');
    -- Locked, so that no act comes between the head and the act that publishes it.
    select * into strict present from registry.act_head for update;
    select max(h.act_count) into last from registry.record_head h;
    if present.act_count = 0 or last is not null and not exists (
        select from registry.act a where a.id > last and a.kind <> 'publish_head') then
        return coalesce(last, 0);
    end if;
    perform ranking.extend_act_tree(present.act_count);
    root := registry.act_tree_hash(0, present.act_count);
    insert into registry.record_head values (present.act_count, present.hash, root, clock_timestamp());
    perform registry.record_act('publish_head', present.act_count::text, null, jsonb_build_object(
        'hash', encode(present.hash, 'hex'), 'root', encode(root, 'hex')));
    return present.act_count;
end
$$;
grant execute on function ranking.publish_head() to pishkhan_app;

-- The hashes beside the path from an act up to the root of the tree over the acts up to a number, from below, and for
-- each whether it stands on the left.
create function ranking.act_path(act bigint, act_count bigint, out hashes bytea[], out are_left boolean[])
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    after bigint := 0;
    length bigint := act_path.act_count;
    half bigint;
begin
    hashes := '{}';
    are_left := '{}';
    while length > 1 loop
        half := 1;
        while half * 2 < length loop
            half := half * 2;
        end loop;
        if act_path.act - 1 - after < half then
            hashes := registry.act_tree_hash(after + half, length - half) || hashes;
            are_left := false || are_left;
            length := half;
        else
            hashes := registry.act_tree_hash(after, half) || hashes;
            are_left := true || are_left;
            after := after + half;
            length := length - half;
        end if;
    end loop;
end
$$;
grant execute on function ranking.act_path(bigint, bigint) to pishkhan_views;
