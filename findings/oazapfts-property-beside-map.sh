#!/usr/bin/env bash
# oazapfts 7.5.0: an object with a named property and `additionalProperties` of another type, which is valid and common (a
# row with a date and figures by name), becomes a type with an index signature that the named property contradicts. The
# generated file does not compile under any options (TS2411), and one such schema anywhere in a description is enough.
# Other generators write a union, an intersection or `unknown`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts oazapfts@7.5.0 @oazapfts/runtime@1.2.0 typescript@5.9.3 2>/dev/null
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Reports", "version": "1" },
  "paths": {
    "/row": { "get": { "operationId": "readRow", "responses": { "200": { "description": "Row", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Row" } } } } } } }
  },
  "components": {
    "schemas": {
      "Row": {
        "type": "object",
        "required": ["date"],
        "properties": { "date": { "type": "string" } },
        "additionalProperties": { "type": "number" }
      }
    }
  }
}
JSON
node_modules/.bin/oazapfts openapi.json api.ts >/dev/null 2>&1
seen=$(
  echo "oazapfts $(node -p "JSON.parse(require('fs').readFileSync('node_modules/oazapfts/package.json')).version")"
  grep -A3 'export type Row' api.ts
  node_modules/.bin/tsc --noEmit --skipLibCheck --target es2022 --lib es2022,dom --module esnext --moduleResolution bundler api.ts |
    sed 's/([0-9,]*)//' || true
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
oazapfts 7.5.0
export type Row = {
    date: string;
    [key: string]: number;
};
api.ts: error TS2411: Property 'date' of type 'string' is not assignable to 'string' index type 'number'.
SEEN
