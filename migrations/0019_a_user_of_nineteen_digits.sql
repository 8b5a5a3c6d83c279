-- Users have ids of 19 digits, as those of the real service have; so has the first user of every world.
UPDATE users SET id = '1055601737567567993' WHERE id = '549755885170';
UPDATE ad_accounts SET owner_id = '1055601737567567993' WHERE owner_id = '549755885170';
UPDATE ad_accounts SET json = json_replace(json, '$.owner.id', '1055601737567567993')
  WHERE json ->> '$.owner.id' = '549755885170';
UPDATE ad_account_roles SET user_id = '1055601737567567993' WHERE user_id = '549755885170';
UPDATE authorization_codes SET user_id = '1055601737567567993' WHERE user_id = '549755885170';
UPDATE refresh_tokens SET user_id = '1055601737567567993' WHERE user_id = '549755885170';
UPDATE access_tokens SET user_id = '1055601737567567993' WHERE user_id = '549755885170';
UPDATE boards SET owner_id = '1055601737567567993' WHERE owner_id = '549755885170';
UPDATE pins SET owner_id = '1055601737567567993' WHERE owner_id = '549755885170';
