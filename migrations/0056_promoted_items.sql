-- Whether an ad of the item's product Pin was ever submitted. What stores an item again leaves it as it is.
ALTER TABLE items ADD COLUMN has_been_promoted INTEGER NOT NULL DEFAULT 0 CHECK (has_been_promoted IN (0, 1));
