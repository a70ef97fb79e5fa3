-- One line for the schema of the code, for each of its views and for each of its functions: who owns it, whose rights it
-- has, and who else may use it.
with object as (
    select 'schema' as kind, n.nspname::text as signature, null as result, n.nspowner as owner, null as trait,
        n.nspacl as grants
    from pg_namespace n where n.nspname = 'ranking'
    union all
    select case c.relkind when 'v' then 'view' else 'relation of kind ' || c.relkind::text end, c.oid::regclass::text, null,
        c.relowner, array_to_string(c.reloptions, ' '), c.relacl
    from pg_class c where c.relnamespace = 'ranking'::regnamespace
    union all
    select 'function', p.oid::regprocedure::text,
        case when p.proretset then 'setof ' else '' end || p.prorettype::regtype::text,
        p.proowner, case when p.prosecdef then 'definer' else 'invoker' end, coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_proc p where p.pronamespace = 'ranking'::regnamespace
), granted as (
    select o.kind, o.signature, case a.grantee when 0 then 'everybody' else pg_get_userbyid(a.grantee) end as grantee,
        string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as privileges
    from object o, aclexplode(o.grants) a
    where a.grantee <> o.owner group by o.kind, o.signature, a.grantee
)
select concat_ws(' · ', o.kind || ' ' || o.signature || coalesce(' → ' || o.result, ''),
    'owner ' || pg_get_userbyid(o.owner), o.trait,
    'to ' || coalesce((
        select string_agg(g.grantee || case o.kind when 'function' then '' else ' (' || g.privileges || ')' end, ', '
                          order by g.grantee collate "C")
        from granted g where g.kind = o.kind and g.signature = o.signature), 'nobody'))
from object o
order by case o.kind when 'schema' then 1 when 'function' then 3 else 2 end, o.signature collate "C"
