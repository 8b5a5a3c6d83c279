#!/usr/bin/env bash
# json-server 1.0.0-beta.15: a page past the end is the last page again, with status 200 and the same `last` and `next`,
# for any number. Who reads pages until one is empty or differs from what is asked never ends; `next` alone tells the end.
# Ranges by `_start` and `_end` past the end are empty, as one expects.
set -euo pipefail
work=$(mktemp -d)
trap 'kill $! 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts json-server@1.0.0-beta.15
echo '{ "orders": [{ "id": "1" }, { "id": "2" }, { "id": "3" }] }' >db.json
port=$(node -e "const s=require('net').createServer().listen(0,()=>{console.log(s.address().port);s.close()})")
node_modules/.bin/json-server db.json --port "$port" >server.log 2>&1 &
until curl --silent --output /dev/null "http://127.0.0.1:$port/"; do sleep 0.2; done
seen=$(
  echo "json-server $(node -p "JSON.parse(require('fs').readFileSync('node_modules/json-server/package.json')).version")"
  for page in 1 2 3 99; do
    curl --silent "http://127.0.0.1:$port/orders?_page=$page&_per_page=2" | node -e "
      const { data, next } = JSON.parse(require('fs').readFileSync(0))
      console.log('page $page:', data.map(({ id }) => id).join(), 'next', next)"
  done
  echo "range: $(curl --silent "http://127.0.0.1:$port/orders?_start=10&_end=12")"
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
json-server 1.0.0-beta.15
page 1: 1,2 next 2
page 2: 3 next null
page 3: 3 next null
page 99: 3 next null
range: []
SEEN
