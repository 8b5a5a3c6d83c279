#!/usr/bin/env bash
# @stoplight/prism-cli 5.16.0, which mocks and validates by an OpenAPI document: a list in an
# application/x-www-form-urlencoded body that says no `encoding` is of style form with explode, so `tags=a&tags=b`. Prism
# refuses that with 422, and `tags=a` as well ("must be array"); it takes `tags[]=a`, which the document does not
# describe. With the same default written out (`"explode": true`) it takes `tags=a&tags=b`.
# Its answers that are not dynamic leave `pattern` out of account: an id of `^\d+$` is "string".
set -euo pipefail
work=$(mktemp -d)
trap 'kill $! 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @stoplight/prism-cli@5.16.0 2>/dev/null
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/unsaid": { "post": { "operationId": "unsaid", "requestBody": { "$ref": "#/components/requestBodies/Unsaid" }, "responses": { "200": { "$ref": "#/components/responses/Order" } } } },
    "/said": { "post": { "operationId": "said", "requestBody": { "$ref": "#/components/requestBodies/Said" }, "responses": { "200": { "$ref": "#/components/responses/Order" } } } }
  },
  "components": {
    "requestBodies": {
      "Unsaid": { "content": { "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Tags" } } } },
      "Said": { "content": { "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Tags" }, "encoding": { "tags": { "style": "form", "explode": true } } } } }
    },
    "responses": {
      "Order": { "description": "Order", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } }
    },
    "schemas": {
      "Tags": { "type": "object", "properties": { "tags": { "type": "array", "items": { "type": "string" } } } },
      "Order": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string", "pattern": "^\\d+$" } } }
    }
  }
}
JSON
port=$(node -e "const s=require('net').createServer().listen(0,()=>{console.log(s.address().port);s.close()})")
node_modules/.bin/prism mock --port "$port" openapi.json >prism.log 2>&1 &
until curl --silent --output /dev/null "http://127.0.0.1:$port/"; do sleep 0.2; done
post() { echo "$1 $2: $(curl --silent --write-out ' %{http_code}' --data "$2" "http://127.0.0.1:$port/$1" | grep -oE '(\{"id":"[^"]*"\})? [0-9]{3}$')"; }
seen=$(
  echo "prism $(node -p "require('@stoplight/prism-cli/package.json').version")"
  for path in unsaid said; do
    for form in 'tags=a&tags=b' 'tags=a' 'tags[]=a&tags[]=b'; do post "$path" "$form"; done
  done
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
prism 5.16.0
unsaid tags=a&tags=b:  422
unsaid tags=a:  422
unsaid tags[]=a&tags[]=b: {"id":"string"} 200
said tags=a&tags=b: {"id":"string"} 200
said tags=a: {"id":"string"} 200
said tags[]=a&tags[]=b: {"id":"string"} 200
SEEN
