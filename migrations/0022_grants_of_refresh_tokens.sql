-- The refresh token that the code gave, from which this one came by refreshing; null where it is that one itself.
ALTER TABLE refresh_tokens ADD COLUMN grant_seq INTEGER;

CREATE INDEX refresh_tokens_by_grant ON refresh_tokens (grant_seq);
