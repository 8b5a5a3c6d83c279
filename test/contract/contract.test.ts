import t from 'tap'
import { globalRegistry, z } from 'zod'
import { withAddresses } from '#openapi/addresses.ts'
import {
  type Content,
  type DescribedOperation,
  type Description,
  operationsIn,
  resolved,
  type Schema,
} from '#openapi/description.ts'
import meant from '#openapi/differences.json' with { type: 'json' }
import { operationOf } from '#openapi/operations.ts'
import { flattened } from '#openapi/shape.ts'
import { generatedFiles, staleFiles } from '#scripts/openapi/report.ts'
import { buildApp } from '#server/app/app.ts'
import { Clock } from '#server/domain/time/clock.ts'
import type { OperationSchema } from '#server/plugins/operations.ts'
import { addResources, implementedResources } from '#server/registry/operations.ts'
import { seededImage } from '#server/seeds/image.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { testNow } from '../support/mock.ts'
import { contentIn, exampleCalls, parametersIn } from './examples.ts'

const files = await generatedFiles()
const document: Description = JSON.parse(files['openapi/openapi.json'] ?? '')
const described = operationsIn(document)
const schemas = document.components?.schemas ?? {}

/** What the routes hand in, by operation id. */
const routes = new Map<string, OperationSchema>()
await addResources({ operation: (id, { schema }) => void routes.set(id, schema) })

t.test('each resource adds the operations for which it is loaded, and no others', async (t) => {
  for (const { operations, load } of implementedResources) {
    const added: string[] = []
    const add = await load()
    add({ operation: (id) => void added.push(id) })
    t.same(added.sort(), Object.keys(operations).sort())
  }
})

const parametersOf = (operation: DescribedOperation) => parametersIn(document, operation)

const contentOf = (part: DescribedOperation['requestBody']) => contentIn(document, part)

const schemaOf = (part: DescribedOperation['requestBody']): Schema | undefined => contentOf(part)[0]?.[1].schema

/** The status of an operation that is done. */
const doneOf = ({ responses }: DescribedOperation): string =>
  Object.keys(responses).find((status) => status.startsWith('2')) ?? ''

t.test('the generated files say what the code says', async (t) => {
  t.same(staleFiles(files), [], 'run: npm run report')
})

t.test('the document has every operation that is built and no other', async (t) => {
  t.same([...described.keys()].sort(), [...routes.keys()].sort())
})

t.test('each operation stands under the method and path of the contract', async (t) => {
  for (const [id, { method, path }] of described) {
    const { method: expected, path: where } = operationOf(id)
    t.same([method, path], [expected, where], id)
  }
})

t.test('each operation says what it does, in which group, and who may call it', async (t) => {
  for (const [id, { operation }] of described) {
    const { summary = '', description = '', tags = [], security = [] } = operation
    t.ok(summary.length > 0 && description.length > 0, `${id} has words`)
    t.same(tags, [operationOf(id).tag], `${id} has its tag`)
    const anyToken = operationOf(id).security.basic === undefined ? { any_token: [] } : {}
    t.same(Object.assign({}, ...security), { ...anyToken, ...operationOf(id).security }, `${id} has its security`)
  }
})

t.test('each operation tells the violations that its path can meet, all in one envelope', async (t) => {
  for (const [id, { path, operation }] of described) {
    const names = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name)
    const own = Object.keys(routes.get(id)?.response ?? {})
    const expected = [...own, '400', '401', '429', 'default']
    if (names.includes('ad_account_id')) expected.push('403')
    if (names.some((name) => name !== 'ad_account_id')) expected.push('404')
    t.same(Object.keys(operation.responses).sort(), [...new Set(expected)].sort(), id)
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!own.includes(status)) t.same(schemaOf(response), { $ref: '#/components/schemas/Error' }, `${id} ${status}`)
    }
  }
})

t.test('each operation describes its reply', async (t) => {
  for (const [id, { operation }] of described) {
    if (doneOf(operation) === '204' || ['token/revoke', 'msot_events/create'].includes(id)) continue
    const reply = operation.responses[doneOf(operation)]
    const { type } = resolved(document, schemaOf(reply) ?? {}) as Schema
    t.ok(type, `${id} answers a ${type}`)
    t.ok(reply !== undefined && resolved<Content>(document, reply).description, `${id} says what that is`)
  }
})

t.test('each parameter says what it is, and of what type', async (t) => {
  for (const [id, { operation }] of described) {
    for (const { name, description, schema } of parametersOf(operation)) {
      const { type, oneOf } = flattened(document, schema ?? {})
      t.ok(description && (type ?? oneOf), `${id} ${name}`)
    }
  }
})

t.test('a query parameter that takes several values is told as one that is repeated', async (t) => {
  const list = described.get('campaigns/list')
  t.match(list && parametersOf(list.operation).find(({ name }) => name === 'entity_statuses'), {
    style: 'form',
    explode: true,
    schema: { type: 'array', items: { $ref: '#/components/schemas/EntityStatus' }, default: ['ACTIVE', 'PAUSED'] },
  })
  t.match(schemas.EntityStatus, { type: 'string', enum: ['ACTIVE', 'PAUSED', 'ARCHIVED'] })
})

t.test('every reference leads somewhere, and every component is referred to', async (t) => {
  const found = [...(files['openapi/openapi.json'] ?? '').matchAll(/"\$ref": "([^"]+)"/g)].map(
    ([, target = '']) => target,
  )
  for (const target of new Set(found)) t.ok(resolved(document, { $ref: target }), target)
  for (const name of Object.keys(schemas)) t.ok(found.includes(`#/components/schemas/${name}`), name)
})

t.test('the document keeps to version 3.0: no list of types, no null type, no const', async (t) => {
  for (const schema of schemasIn([document.paths, schemas])) {
    t.ok(
      schema.type === undefined || ['string', 'number', 'integer', 'boolean', 'object', 'array'].includes(schema.type),
    )
    t.notOk(['const', 'examples', '$defs', 'anyOf', 'prefixItems', 'propertyNames'].some((key) => key in schema))
    t.ok(!schema.nullable || schema.enum === undefined || schema.enum.includes(null), 'an enum that may be null has it')
  }
})

t.test('no two schemas have one id, which the generator would accept in silence', async (t) => {
  const owners = new Map<string, z.ZodType>()
  const parts = [...routes.values()].flatMap(({ params, querystring, body, response }) => [
    ...[params, querystring, body].filter((part) => part !== undefined),
    ...Object.values(response),
  ])
  for (const part of parts.flatMap((one) => [...zodSchemasIn(one)])) {
    const id = globalRegistry.get(part)?.id
    if (id === undefined) continue
    t.ok((owners.get(id) ?? part) === part, id)
    owners.set(id, part)
  }
  for (const id of owners.keys()) t.hasOwnProp(schemas, id, `${id} is a component`)
})

t.test('what the document gives as examples is taken by a server with its built-in seed', async (t) => {
  const clock = new Clock()
  clock.freeze(testNow * 1000)
  const app = buildApp({
    // Without the feature, the figures of several Pins are refused, whatever the example is.
    worlds: new WorldRegistry({
      image: seededImage('small', clock),
      clock: () => clock,
      features: { '*': { multi_pin_analytics: true } },
    }),
    selfCheck: true,
  })
  t.teardown(() => app.close())
  for (const { id, method, path, headers, payload, operation } of exampleCalls(document)) {
    const response = await app.inject({
      method: method as 'GET',
      url: `/w/${id.replaceAll('/', '-')}/v5${path}`,
      headers,
      ...(payload !== undefined && { payload }),
    })
    t.equal(String(response.statusCode), doneOf(operation), `${id}: ${response.body.slice(0, 200)}`)
    t.notOk(response.headers['x-mock-rules'], `${id} is refused nothing`)
  }
})

/** Worlds, one of which is made, on the day of which the examples of the committed document are. */
function onTestDay(): WorldRegistry {
  const clock = new Clock()
  clock.freeze(testNow * 1000)
  const worlds = new WorldRegistry({ image: seededImage('empty'), clock: () => clock })
  void worlds.world('default').db
  return worlds
}

t.test('Swagger UI is served with all that its page asks for, and a token filled in', async (t) => {
  const app = buildApp({ worlds: onTestDay() })
  t.teardown(() => app.close())
  const page = await app.inject('/docs')
  t.equal(page.statusCode, 200)
  t.match(page.headers['content-type'], /^text\/html/)
  const assets = [...page.body.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(([, name = '']) => name)
  t.ok(assets.length > 2)
  for (const name of assets) {
    const { statusCode } = await app.inject(name.startsWith('docs/') ? `/${name}` : `/docs/${name}`)
    t.equal(statusCode, 200, name)
  }
  const script = await app.inject('/docs/static/swagger-initializer.js')
  t.match(script.body, 'ui.preauthorizeApiKey(')
  t.doesNotThrow(() => new Function(script.body), 'the script is one')
  t.same((await app.inject('/docs/paths')).json(), document)
})

t.test('both documents are served as they are committed, with the server where clients reach it', async (t) => {
  const app = buildApp({ worlds: onTestDay(), publicUrl: 'https://mock.example' })
  t.teardown(() => app.close())
  const served = await app.inject('/openapi.json')
  t.match(served.headers, { 'content-type': 'application/json; charset=utf-8' })
  t.same(served.json(), withAddresses(document, { origin: 'https://mock.example', world: '' }))
  const control = await app.inject({ url: '/__mock/openapi.json', headers: { host: 'localhost:7468' } })
  const written = JSON.parse(files['openapi/control.json'] ?? '')
  t.same(control.json(), withAddresses(written, { origin: 'http://localhost:7468', world: '' }))
})

t.test('every difference that is meant has a reason, and is meant once', async (t) => {
  t.ok(meant.every(({ reason }) => reason.length > 0))
  t.equal(new Set(meant.map(({ match }) => match)).size, meant.length)
})

/** Every schema of the document, however deep. */
function* schemasIn(part: unknown): Generator<Schema> {
  if (part === null || typeof part !== 'object') return
  if ('type' in part && typeof part.type === 'string') yield part as Schema
  for (const value of Object.values(part)) yield* schemasIn(value)
}

/** A zod schema and every one that it is made of. */
function* zodSchemasIn(part: unknown): Generator<z.ZodType> {
  if (part instanceof z.ZodType) {
    yield part
    yield* zodSchemasIn(part.def)
  } else if (part !== null && typeof part === 'object') {
    for (const value of Object.values(part)) yield* zodSchemasIn(value)
  }
}
