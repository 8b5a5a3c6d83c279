#!/usr/bin/env bash
# swagger-typescript-api 13.13.0, its fetch client: `style` and `explode` of query parameters have no effect on what is
# generated. A list with `explode: false` is sent as a repeated name, and an object with `style: deepObject` as the text
# [object Object]. The types take both, nothing fails before the request, and of a repeated name a server that expects
# commas may read the last value alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts swagger-typescript-api@13.13.0 typescript@5.9.3
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Reports", "version": "1" },
  "servers": [{ "url": "http://127.0.0.1" }],
  "paths": {
    "/reports": {
      "get": {
        "operationId": "listReports",
        "parameters": [
          { "name": "columns", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
          { "name": "ids", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
          {
            "name": "filter", "in": "query", "style": "deepObject", "explode": true,
            "schema": { "type": "object", "properties": { "status": { "type": "string" } } }
          }
        ],
        "responses": { "204": { "description": "Nothing" } }
      }
    }
  }
}
JSON
npx swagger-typescript-api generate -p openapi.json -o . -n client.ts >/dev/null 2>&1
npx tsc --target es2022 --module es2022 --moduleResolution bundler --skipLibCheck client.ts
mv client.js client.mjs
cat >try.mjs <<'JS'
import { Api } from './client.mjs'
const customFetch = async (url) => {
  console.log(decodeURIComponent(new URL(url).search))
  return new Response(null, { status: 204 })
}
const { reports } = new Api({ customFetch })
await reports.listReports({ columns: ['SPEND', 'CLICKS'] })
await reports.listReports({ ids: ['1', '2'] })
await reports.listReports({ filter: { status: 'ACTIVE' } })
JS
seen=$(node try.mjs)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
?columns=SPEND&columns=CLICKS
?ids=1&ids=2
?filter=[object Object]
SEEN
