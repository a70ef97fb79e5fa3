-- Instants of days. They are computed on each call and never stored, because newer time zone data may change the rules
-- of later years.

-- The first instant of a day in Tehran. Summer time began at 00:00 of 2 Farvardin 1400, which therefore began at 01:00,
-- and ended at 24:00 of 30 Shahrivar 1400, whose last hour came twice: PostgreSQL answers both rightly.
create or replace function registry.start_of_day(day date) returns timestamptz
language sql stable
begin atomic
    select start_of_day.day::timestamp at time zone 'Asia/Tehran';
end;
-- The caller of a view also calls its functions.
grant execute on function registry.start_of_day(date) to pishkhan_commands, pishkhan_app;

create or replace function registry.day_in_tehran(instant timestamptz) returns date
language sql stable
begin atomic
    select (day_in_tehran.instant at time zone 'Asia/Tehran')::date;
end;

-- The last of a number of days after the day of an instant. That day itself does not count, because the instant may lie
-- at its end.
create or replace function registry.day_after(instant timestamptz, days integer) returns date
language sql stable
begin atomic
    select registry.day_in_tehran(day_after.instant) + day_after.days;
end;

-- The present instant, and the begin of the present act. They come from the database, never from the caller.
create or replace function registry.current_instant() returns timestamptz
language sql stable
begin atomic
    select clock_timestamp();
end;
grant execute on function registry.current_instant() to pishkhan_commands, pishkhan_app;

create or replace function registry.begun_at() returns timestamptz
language sql stable
begin atomic
    select transaction_timestamp();
end;
grant execute on function registry.begun_at() to pishkhan_commands;
