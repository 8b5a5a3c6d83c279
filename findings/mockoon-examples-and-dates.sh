#!/usr/bin/env bash
# @mockoon/cli 9.9.0, started from an OpenAPI document: the example of a media type (`example`, and `examples` as well) is
# passed over where there is a schema, and a made up body is answered; examples of properties are used. What it makes up
# for `format: date-time` is the text of JavaScript's String(date), "Sun Nov 29 2026 21:18:35 GMT+0000 (Coordinated
# Universal Time)", which is no date-time of RFC 3339. A text with a `pattern` is empty.
set -euo pipefail
work=$(mktemp -d)
trap 'kill $! 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @mockoon/cli@9.9.0 2>/dev/null
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/example": { "get": { "operationId": "a", "responses": { "200": { "description": "Order", "content": { "application/json": {
      "schema": { "$ref": "#/components/schemas/Order" },
      "example": { "id": "7", "created": "2026-11-01T10:00:00Z", "name": "Of the media type" } } } } } } },
    "/examples": { "get": { "operationId": "b", "responses": { "200": { "description": "Order", "content": { "application/json": {
      "schema": { "$ref": "#/components/schemas/Order" },
      "examples": { "one": { "value": { "id": "8", "created": "2026-11-01T10:00:00Z", "name": "Of the media type" } } } } } } } } }
  },
  "components": {
    "schemas": {
      "Order": {
        "type": "object",
        "required": ["id", "created", "name"],
        "properties": {
          "id": { "type": "string", "pattern": "^\\d+$" },
          "created": { "type": "string", "format": "date-time" },
          "name": { "type": "string", "example": "Of the property" }
        }
      }
    }
  }
}
JSON
port=$(node -e "const s=require('net').createServer().listen(0,()=>{console.log(s.address().port);s.close()})")
node_modules/.bin/mockoon-cli start --data openapi.json --port "$port" --disable-log-to-file >mockoon.log 2>&1 &
until curl --silent --output /dev/null "http://127.0.0.1:$port/"; do sleep 0.2; done
seen=$(
  echo "mockoon $(node -p "require('@mockoon/cli/package.json').version")"
  for path in example examples; do
    curl --silent "http://127.0.0.1:$port/$path" | node -e "
      const { id, name, created } = JSON.parse(require('fs').readFileSync(0))
      const isDate = /^\w{3} \w{3} \d\d \d{4} [\d:]{8} GMT[+-]\d{4} \(.+\)\$/.test(created)
      console.log('$path', JSON.stringify({ id, name, created: isDate ? 'String(date)' : created }))"
  done
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
mockoon 9.9.0
example {"id":"","name":"Of the property","created":"String(date)"}
examples {"id":"","name":"Of the property","created":"String(date)"}
SEEN
