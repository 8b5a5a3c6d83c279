import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('the document is served as OpenAPI 3.1 where that is asked for', async (t) => {
  const { app } = await mock(t)
  const { statusCode, headers, body } = await app.inject('/openapi.json?version=3.1')
  t.equal(statusCode, 200)
  t.match(headers, { 'content-type': /^application\/json/ })
  const document = JSON.parse(body)
  t.equal(document.openapi, '3.1.0')
  const { EntityStatusOrNull, AdGroupUpdate, MsotEvent, CampaignCreate } = document.components.schemas
  t.same(EntityStatusOrNull.type, ['string', 'null'])
  t.same(MsotEvent.properties.attribution_score.exclusiveMinimum, 0)
  t.same(AdGroupUpdate.properties.tracking_urls.anyOf, [
    { $ref: '#/components/schemas/TrackingUrls' },
    { type: 'null' },
  ])
  t.match(CampaignCreate.properties.daily_spend_cap, { type: ['integer', 'null'] })
  t.notMatch(body, /"nullable"|"exclusiveMinimum":true/)
})

t.test('that document is valid', async (t) => {
  const { app } = await mock(t)
  const { body } = await app.inject('/openapi.json?version=3.1')
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-enum-type-mismatch': 'error',
      'no-schema-type-mismatch': 'error',
    },
  })
  const problems = await lintFromString({ source: body, absoluteRef: '/openapi.json', config })
  t.same(
    problems.map(({ message, location }) => `${message} ${location[0]?.pointer}`),
    [],
  )
})

t.test('another version is refused, and 3.0 is what is served without one', async (t) => {
  const { app } = await mock(t)
  t.match((await app.inject('/openapi.json?version=2.0')).json(), { code: 1, message: /3\.0, 3\.1/ })
  t.equal((await app.inject('/openapi.json?version=3.0')).body, (await app.inject('/openapi.json')).body)
})

/** The parts of a schema that are schemas themselves. */
function* partsOf(schema: AnySchemaObject): Generator<AnySchemaObject> {
  yield schema
  const { properties = {}, items, additionalProperties, allOf = [], anyOf = [], oneOf = [] } = schema
  for (const part of [...Object.values<AnySchemaObject>(properties), ...allOf, ...anyOf, ...oneOf]) yield* partsOf(part)
  for (const part of [items, additionalProperties]) if (part !== null && typeof part === 'object') yield* partsOf(part)
}

t.test('every component is a strict JSON Schema of 2020-12, and its examples fit it', async (t) => {
  const { app } = await mock(t)
  const text = (await app.inject('/openapi.json?version=3.1')).body.replaceAll('#/components/schemas/', 'schema:')
  const schemas: Record<string, AnySchemaObject> = JSON.parse(text).components.schemas
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  addFormats.default(ajv)
  const own = new Set([...text.matchAll(/"(x-[\w-]+)":/g)].map(([, name = '']) => name))
  for (const keyword of ['discriminator', ...own]) ajv.addKeyword(keyword)
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema({ ...schema, $id: `schema:${name}` })
  const wrong: string[] = []
  let count = 0
  for (const [name, schema] of Object.entries(schemas)) {
    t.doesNotThrow(() => ajv.getSchema(`schema:${name}`), name)
    for (const { examples = [], ...part } of partsOf(schema)) {
      for (const example of examples) {
        count++
        if (!ajv.validate(part, example)) wrong.push(`${name}: ${ajv.errorsText()} in ${JSON.stringify(example)}`)
      }
    }
  }
  t.ok(count > 100)
  t.same(wrong, [])
})
