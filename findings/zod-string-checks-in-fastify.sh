#!/usr/bin/env bash
# zod 4.6.7 writes most of its own checks of strings into JSON Schema with a `format` that only zod knows, for the input of
# draft 7 as well: startsWith, nanoid, e164, jwt and so on, mostly beside a pattern that says the same. Fastify 5.12.8, whose
# ajv is strict and has the formats of ajv-formats, does not start with such a schema. It starts where the check is a regex,
# but the pattern has lost the flags of the regex: what zod takes in capitals is refused, and nothing tells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zod@4.6.7 fastify@5.12.8
cat >try.mjs <<'JS'
import Fastify from 'fastify'
import * as z from 'zod'

const checks = {
  'startsWith': z.string().startsWith('C'),
  'endsWith': z.string().endsWith('C'),
  'includes': z.string().includes('C'),
  'lowercase': z.string().lowercase(),
  'nanoid': z.nanoid(),
  'jwt': z.jwt(),
  'base64': z.base64(),
  'e164': z.e164(),
  'cidrv4': z.cidrv4(),
  'email': z.email(),
  'uuid': z.uuid(),
  'a regex': z.string().regex(/^c\d+$/i),
}
for (const [name, id] of Object.entries(checks)) {
  const app = Fastify()
  const schema = z.toJSONSchema(z.object({ id }), { target: 'draft-7', io: 'input' })
  app.post('/', { schema: { body: schema } }, () => 'taken')
  try {
    await app.ready()
    console.log(`${name}: starts`)
  } catch (error) {
    console.log(`${name}: ${error.message.replace(/^.*due to error /, '')}`)
    continue
  }
  if (name !== 'a regex') continue
  const sent = { id: 'C12' }
  const { body } = await app.inject({ method: 'POST', url: '/', payload: sent })
  console.log(`  C12 by zod: ${id.safeParse('C12').success} · by Fastify: ${JSON.parse(body).message}`)
}
JS
seen=$(
  for package in zod fastify; do
    echo "$package $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$package/package.json')).version")"
  done
  node try.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
zod 4.6.7
fastify 5.12.8
startsWith: unknown format "starts_with" ignored in schema at path "#/properties/id"
endsWith: unknown format "ends_with" ignored in schema at path "#/properties/id"
includes: unknown format "includes" ignored in schema at path "#/properties/id"
lowercase: unknown format "lowercase" ignored in schema at path "#/properties/id"
nanoid: unknown format "nanoid" ignored in schema at path "#/properties/id"
jwt: unknown format "jwt" ignored in schema at path "#/properties/id"
base64: unknown format "base64" ignored in schema at path "#/properties/id"
e164: unknown format "e164" ignored in schema at path "#/properties/id"
cidrv4: unknown format "cidrv4" ignored in schema at path "#/properties/id"
email: starts
uuid: starts
a regex: starts
  C12 by zod: true · by Fastify: body/id must match pattern "^c\d+$"
SEEN
