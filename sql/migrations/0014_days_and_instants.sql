-- Days and instants of every table lie within the program's calendar, 1200 to 1600 of the Jalali years: one far outside
-- could not be shown, and would stop every list that holds it.
do $$
declare
    dated record;
begin
    for dated in
        select c.oid::regclass as name,
            string_agg(format(
                case a.atttypid when 'date'::regtype then $c$%1$I between '1821-03-21' and '2222-03-20'$c$
                    else $c$'1821-03-21' <= all (%1$I) and '2222-03-20' >= all (%1$I)$c$ end, a.attname), ' and '
                order by a.attnum) filter (where a.atttypid in ('date'::regtype, 'date[]'::regtype)) as days,
            string_agg(format($c$%1$I >= '1821-03-21 00:00+00' and %1$I < '2222-03-21 00:00+00'$c$, a.attname), ' and '
                order by a.attnum) filter (where a.atttypid = 'timestamptz'::regtype) as instants
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p')
        group by c.oid order by c.oid
    loop
        if dated.days is not null then
            execute format('alter table %s add constraint days_are_of_the_calendar check (%s)', dated.name, dated.days);
        end if;
        if dated.instants is not null then
            execute format('alter table %s add constraint instants_are_of_the_calendar check (%s)',
                dated.name, dated.instants);
        end if;
    end loop;
end
$$;
