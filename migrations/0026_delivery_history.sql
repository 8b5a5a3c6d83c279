-- What decided the delivery of a campaign, an ad group, an ad or an ad account until it changed: `state` is its fields
-- as they were before `until`, in Unix seconds. What is true now stands in the entity's own row. `campaign_id` is empty
-- for an ad account.
CREATE TABLE delivery_history (
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  campaign_id TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  until INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  PRIMARY KEY (ad_account_id, campaign_id, entity_id, until)
) STRICT, WITHOUT ROWID;
