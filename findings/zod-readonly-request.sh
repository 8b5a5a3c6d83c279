#!/usr/bin/env bash
# zod 4.6.7: .readonly(), which makes a type of TypeScript readonly, is written as `readOnly: true` by toJSONSchema, for what
# is sent (io: 'input') as well, and the property stays required. In OpenAPI that says: a server sends it, a client must not.
# express-openapi-validator 5.6.2 holds a request to the same document: a body that has the property is refused by the
# document, and one without it by zod, so that no body passes both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zod@4.6.7 express@5.3.0 express-openapi-validator@5.6.2
cat >try.mjs <<'JS'
import express from 'express'
import { middleware } from 'express-openapi-validator'
import * as z from 'zod'

const Campaign = z.object({ name: z.string(), labels: z.array(z.string()).readonly() })
const schema = z.toJSONSchema(Campaign, { target: 'openapi-3.0', io: 'input' })
console.log(JSON.stringify(schema))
const content = { 'application/json': { schema } }
const post = { requestBody: { required: true, content }, responses: { 200: { description: 'What was sent' } } }
const apiSpec = { openapi: '3.0.3', info: { title: 'Try', version: '1' }, paths: { '/campaigns': { post } } }

const app = express()
app.use(express.json(), middleware({ apiSpec }))
app.post('/campaigns', (_request, response) => response.json({ message: 'valid' }))
app.use((error, _request, response, _next) => response.status(error.status).json({ message: error.message }))
const server = app.listen(0, '127.0.0.1', async () => {
  for (const body of [{ name: 'Boots', labels: [] }, { name: 'Boots' }]) {
    const answer = await fetch(`http://127.0.0.1:${server.address().port}/campaigns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { message } = await answer.json()
    console.log(JSON.stringify(body), 'by the document:', message, '· by zod:', Campaign.safeParse(body).success)
  }
  server.close()
})
JS
seen=$(
  for package in zod express-openapi-validator; do
    echo "$package $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$package/package.json')).version")"
  done
  node try.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
zod 4.6.7
express-openapi-validator 5.6.2
{"type":"object","properties":{"name":{"type":"string"},"labels":{"readOnly":true,"type":"array","items":{"type":"string"}}},"required":["name","labels"]}
{"name":"Boots","labels":[]} by the document: request/body/labels is read-only · by zod: true
{"name":"Boots"} by the document: valid · by zod: false
SEEN
