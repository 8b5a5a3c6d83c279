#!/usr/bin/env bash
# zod 4.6.7: toJSONSchema for OpenAPI 3.0 writes an enumeration that may be null in three ways, by how it was said. enum()
# with .nullable() becomes `nullable: true` beside an enum without null, which refuses null in ajv 8.20.0 and by OpenAPI 3.0.3
# (null must be in the enum as well); a union with null() and a literal() of both become schemas that take it. One that is a
# component becomes `nullable: true` beside allOf, without a type: ajv compiles it not at all, and by 3.0.3 nullable says
# nothing there. So a server by this document refuses, and its client's types lack, a null that zod takes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zod@4.6.7 ajv@8.20.0
cat >try.mjs <<'JS'
import { Ajv } from 'ajv'
import * as z from 'zod'

const Status = z.enum(['ACTIVE', 'PAUSED'])
const tries = {
  nullable: z.object({ status: Status.nullable() }),
  union: z.object({ status: z.union([Status, z.null()]) }),
  literal: z.object({ status: z.literal(['ACTIVE', 'PAUSED', null]) }),
  component: z.object({ status: Status.meta({ id: 'Status' }).nullable() }),
}
for (const [title, schema] of Object.entries(tries)) {
  const { definitions, properties } = z.toJSONSchema(schema, { target: 'openapi-3.0' })
  const taken = (() => {
    try {
      return new Ajv({ strict: false }).compile({ definitions, properties })({ status: null })
    } catch (error) {
      return error.message
    }
  })()
  const byZod = schema.safeParse({ status: null }).success
  console.log(`${title}: ${JSON.stringify(properties.status)}; null by zod: ${byZod}, by ajv: ${taken}`)
}
JS
seen=$(
  for package in zod ajv; do echo "$package $(node -p "require('./node_modules/$package/package.json').version")"; done
  node try.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
zod 4.6.7
ajv 8.20.0
nullable: {"nullable":true,"type":"string","enum":["ACTIVE","PAUSED"]}; null by zod: true, by ajv: false
union: {"anyOf":[{"type":"string","enum":["ACTIVE","PAUSED"]},{"type":"string","nullable":true,"enum":[null]}]}; null by zod: true, by ajv: true
literal: {"enum":["ACTIVE","PAUSED",null]}; null by zod: true, by ajv: true
component: {"nullable":true,"allOf":[{"$ref":"#/definitions/Status"}]}; null by zod: true, by ajv: "nullable" cannot be used without "type"
SEEN
