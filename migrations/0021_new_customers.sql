-- Customer lists for the acquisition of new customers, and the audiences that are made of them; it never changes.
ALTER TABLE customer_lists ADD COLUMN is_nca INTEGER NOT NULL DEFAULT 0 CHECK (is_nca IN (0, 1));
ALTER TABLE audiences ADD COLUMN is_nca INTEGER NOT NULL DEFAULT 0 CHECK (is_nca IN (0, 1));
CREATE INDEX customer_lists_by_nca ON customer_lists (ad_account_id, is_nca, seq);
CREATE INDEX audiences_by_nca ON audiences (ad_account_id, is_nca, seq);
