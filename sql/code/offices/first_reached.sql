-- Owner: pishkhan_commands
-- Follows pairs from node to node, each node once. A chain of a hundred thousand costs no more than as many single
-- pairs, and a circle ends.

-- For each node of the pairs `from_ids[i]` → `to_ids[i]`, the first of `sources`, in their order, from which the pairs
-- lead to it; a source leads to itself. Nodes that no source leads to are left out.
create function ranking.first_reached(from_ids bigint[], to_ids bigint[], sources bigint[])
returns table (id bigint, source_id bigint)
language plpgsql immutable set search_path = pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    -- Nodes are numbered; the followers of a node are in `followers` and end at its position in `ends`.
    ids bigint[];
    ends integer[];
    followers integer[];
    starts integer[];
    marks bigint[];
    waiting integer[];
    depth integer;
    node integer;
    start integer;
begin
    with pair as (
        select p.* from unnest(first_reached.from_ids, first_reached.to_ids) p (from_id, to_id)
    ), node as materialized (
        select n.id, (row_number() over (order by n.id))::integer as number
        from (select p.from_id from pair p union select p.to_id from pair p) n (id)
    ), numbered as materialized (
        select f.number as from_number, t.number as to_number
        from pair p join node f on f.id = p.from_id join node t on t.id = p.to_id
    ), ending as (
        select n.number, (sum(count(p.to_number)) over (order by n.number))::integer as index
        from node n left join numbered p on p.from_number = n.number group by n.number
    )
    select (select array_agg(n.id order by n.number) from node n),
        (select array_agg(e.index order by e.number) from ending e),
        (select array_agg(p.to_number order by p.from_number) from numbered p),
        (select array_agg(n.number order by s.index)
         from unnest(first_reached.sources) with ordinality s (id, index) join node n on n.id = s.id)
    into ids, ends, followers, starts;
    if starts is null then
        return;
    end if;
    marks := array_fill(0::bigint, array[cardinality(ids)]);
    foreach start in array starts loop
        continue when marks[start] <> 0;
        marks[start] := ids[start];
        waiting[1] := start;
        depth := 1;
        while depth > 0 loop
            node := waiting[depth];
            depth := depth - 1;
            for index in coalesce(ends[node - 1], 0) + 1 .. ends[node] loop
                continue when marks[followers[index]] <> 0;
                marks[followers[index]] := ids[start];
                depth := depth + 1;
                waiting[depth] := followers[index];
            end loop;
        end loop;
    end loop;
    return query select m.id, m.mark from unnest(ids, marks) m (id, mark) where m.mark <> 0;
end
$$;
grant execute on function ranking.first_reached(bigint[], bigint[], bigint[]) to pishkhan_owner;
