#!/usr/bin/env bash
# Run by: npx pinterest-ads-mock exec -- bash campaigns.sh
set -euo pipefail

call() { # call PATH [CURL-OPTION…]: one call in a world of this script's own
  curl --silent --show-error --fail-with-body "$PINTEREST_MOCK_URL/w/curl-$$$1" "${@:2}" \
    --header 'Authorization: Bearer any-text' --header 'Content-Type: application/json'
}
campaigns=/v5/ad_accounts/549755885262/campaigns

call "$campaigns" --data '[{ "name": "Harvest sale", "objective_type": "AWARENESS", "daily_spend_cap": 5000000 }]' | grep --quiet '"id"'
call "$campaigns?page_size=250" | grep --quiet '"name":"Harvest sale"'

call "$campaigns" --data '[{ "name": "No budget", "objective_type": "AWARENESS" }]' | grep --quiet budget
call /__mock/requests/verify --data '{ "match": { "operation": "campaigns/create" }, "times": 2 }' >/dev/null
echo 'ok: created, refused, verified'
