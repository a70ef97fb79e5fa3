-- Owner: pishkhan_commands
-- Follows pairs from node to node, each node once. A chain of a hundred thousand costs no more than as many single
-- pairs, and a circle ends.

-- The graph of the pairs `from_ids[i]` → `to_ids[i]`, with its nodes numbered: the ids of the nodes; the followers of
-- all nodes, and for each node the position at which its own end; and the nodes of `sources`, in their order.
create function ranking.numbered_graph(
    from_ids bigint[], to_ids bigint[], sources bigint[],
    out ids bigint[], out ends integer[], out followers integer[], out starts integer[]
)
language plpgsql immutable set search_path = pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    with pair as (
        select p.* from unnest(numbered_graph.from_ids, numbered_graph.to_ids) p (from_id, to_id)
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
         from unnest(numbered_graph.sources) with ordinality s (id, index) join node n on n.id = s.id)
    into ids, ends, followers, starts;
end
$$;

-- For each node of a graph, the id of the first of the nodes `starts` that leads to it, or zero.
create function ranking.marked_nodes(ids bigint[], ends integer[], followers integer[], starts integer[])
returns bigint[]
language plpgsql immutable set search_path = pg_temp as $$
declare
    marks bigint[] := array_fill(0::bigint, array[cardinality(marked_nodes.ids)]);
    waiting integer[];
    depth integer;
    node integer;
    start integer;
begin
    foreach start in array marked_nodes.starts loop
        continue when marks[start] <> 0;
        marks[start] := marked_nodes.ids[start];
        waiting[1] := start;
        depth := 1;
        while depth > 0 loop
            node := waiting[depth];
            depth := depth - 1;
            for index in coalesce(marked_nodes.ends[node - 1], 0) + 1 .. marked_nodes.ends[node] loop
                continue when marks[marked_nodes.followers[index]] <> 0;
                marks[marked_nodes.followers[index]] := marked_nodes.ids[start];
                depth := depth + 1;
                waiting[depth] := marked_nodes.followers[index];
            end loop;
        end loop;
    end loop;
    return marks;
end
$$;

-- For each node of the pairs `from_ids[i]` → `to_ids[i]`, the first of `sources`, in their order, from which the pairs
-- lead to it; a source leads to itself. Nodes that no source leads to are left out. It runs as its owner, so that those
-- to whom it is granted need no grant of its parts.
create function ranking.first_reached(from_ids bigint[], to_ids bigint[], sources bigint[])
returns table (id bigint, source_id bigint)
language plpgsql immutable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    graph record;
begin
    select * into graph
    from ranking.numbered_graph(first_reached.from_ids, first_reached.to_ids, first_reached.sources);
    if graph.starts is not null then
        return query
        select m.id, m.mark
        from unnest(graph.ids, ranking.marked_nodes(graph.ids, graph.ends, graph.followers, graph.starts)) m (id, mark)
        where m.mark <> 0;
    end if;
end
$$;
grant execute on function ranking.first_reached(bigint[], bigint[], bigint[]) to pishkhan_owner;
