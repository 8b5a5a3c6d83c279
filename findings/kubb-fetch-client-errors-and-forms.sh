#!/usr/bin/env bash
# kubb 4.39.3, its fetch client: the generated function of an operation returns the body of an error as the value whose
# type is that of a success. It neither throws, as Axios behind the same functions does, nor returns a union or a status:
# the errors that the description has are type parameters alone. A form is sent with its content type and a body of JSON,
# which no server can read as a form.
# Who writes `const { items } = await list()` under strict has no hint that `items` may be absent.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @kubb/cli@4.39.3 @kubb/core@4.39.3 @kubb/plugin-oas@4.39.3 @kubb/plugin-ts@4.39.3 @kubb/plugin-client@4.39.3 \
  esbuild@0.28.2 typescript@5.9.3 2>/dev/null
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "servers": [{ "url": "/" }],
  "paths": {
    "/orders": {
      "get": {
        "operationId": "listOrders",
        "responses": {
          "200": { "description": "Orders", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Orders" } } } },
          "404": { "description": "None", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }
        }
      }
    },
    "/token": {
      "post": {
        "operationId": "createToken",
        "requestBody": {
          "required": true,
          "content": { "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Grant" } } }
        },
        "responses": {
          "200": { "description": "Token", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }
        }
      }
    }
  },
  "components": {
    "schemas": {
      "Orders": { "type": "object", "required": ["items"], "properties": { "items": { "type": "array", "items": { "type": "string" } } } },
      "Problem": { "type": "object", "required": ["code"], "properties": { "code": { "type": "integer" } } },
      "Grant": { "type": "object", "required": ["grant_type"], "properties": { "grant_type": { "type": "string" } } }
    }
  }
}
JSON
cat >kubb.config.mjs <<'JS'
import { defineConfig } from '@kubb/core'
import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'

export default defineConfig({
  root: '.',
  input: { path: './openapi.json' },
  output: { path: './api', clean: true, format: false, lint: false, extension: { '.ts': '.ts' } },
  plugins: [pluginOas({ validate: false, generators: [] }), pluginTs(), pluginClient({ client: 'fetch' })],
})
JS
DO_NOT_TRACK=1 node_modules/.bin/kubb generate --silent --config kubb.config.mjs >/dev/null 2>&1
cat >try.ts <<'TS'
import { setConfig } from '@kubb/plugin-client/clients/fetch'
import { createToken, listOrders } from './api/index.ts'

export async function tried(baseURL: string) {
  setConfig({ baseURL })
  const orders: { items: string[] } = await listOrders()
  await createToken({ grant_type: 'client_credentials' })
  return orders
}
TS
cat >tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "strict": true, "noEmit": true, "target": "es2022", "lib": ["es2022", "dom"], "module": "esnext",
    "moduleResolution": "bundler", "allowImportingTsExtensions": true, "skipLibCheck": true, "types": []
  },
  "include": ["try.ts"]
}
JSON
node_modules/.bin/esbuild try.ts --bundle --format=esm --platform=node --outfile=try.mjs --log-level=error
cat >run.mjs <<'JS'
import { createServer } from 'node:http'
import { tried } from './try.mjs'

const server = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  if (request.method === 'POST') console.log(`form: ${request.headers['content-type']} ${Buffer.concat(chunks)}`)
  response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":404}')
}).listen(0, '127.0.0.1', async () => {
  console.log(`orders: ${JSON.stringify(await tried(`http://127.0.0.1:${server.address().port}`))}`)
  server.close()
  server.closeAllConnections()
})
JS
seen=$(
  echo "kubb $(node -p "require('@kubb/plugin-client/package.json').version" 2>/dev/null || node -p "JSON.parse(require('fs').readFileSync('node_modules/@kubb/plugin-client/package.json')).version")"
  node_modules/.bin/tsc --project . && echo 'compiles under strict'
  node run.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
kubb 4.39.3
compiles under strict
form: application/x-www-form-urlencoded {"grant_type":"client_credentials"}
orders: {"code":404}
SEEN
