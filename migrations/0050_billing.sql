-- Offers of ads credit: free, or redeemed by an ad account. `offer_hash` is the SHA-256 of the offer code. `json` is the
-- discount as it is answered, with the id.
CREATE TABLE ads_credits (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT REFERENCES ad_accounts (id) ON DELETE CASCADE,
  offer_hash TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX ads_credits_by_ad_account ON ads_credits (ad_account_id, seq);
CREATE INDEX ads_credits_by_offer ON ads_credits (offer_hash, seq);

-- Billing profiles: how an ad account pays.
CREATE TABLE billing_profiles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX billing_profiles_by_activity ON billing_profiles (ad_account_id, is_active, seq);

-- Invoices and credit memos of an ad account.
CREATE TABLE billing_invoices (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX billing_invoices_by_ad_account ON billing_invoices (ad_account_id, seq);
