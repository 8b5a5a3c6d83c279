-- When a keyword was created, in Unix seconds: reports count what it led to from the day after on. Those that were stored
-- before are taken to be as old as their ad group.
ALTER TABLE keywords ADD COLUMN created_time INTEGER;
