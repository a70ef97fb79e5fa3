-- Overrules are written by functions of the tables' owner alone.
revoke insert, update on registry.step_overrule from pishkhan_commands;
