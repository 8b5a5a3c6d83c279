-- States that time does not lead to, and that test control puts something into: it stays there.
ALTER TABLE media ADD COLUMN held TEXT CHECK (held = 'failed');
ALTER TABLE customer_list_uploads ADD COLUMN held TEXT CHECK (held IN ('PAUSED', 'FAILED'));
