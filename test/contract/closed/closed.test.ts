import t from 'tap'
import { closedObjectsIn } from '#openapi/closed-objects.ts'
import type { Description, Schema } from '#openapi/description.ts'
import document from '#openapi/openapi.json' with { type: 'json' }
import { operationOf } from '#openapi/operations.ts'
import { mapValues } from '#openapi/tidy-schema.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { freshWorlds } from '#test/support/fresh-world.ts'
import type { Answer, Json, Mock } from '#test/support/mock.ts'
import added from './added.json' with { type: 'json' }
import table from './described.json' with { type: 'json' }
import { closedSamples } from './samples.ts'

const described: Readonly<Record<string, readonly string[]>> = table
const freshWorld = await freshWorlds(t)
const ours = closedObjectsIn(document as unknown as Description)

/** Objects that are refused item by item, whatever is in them. */
const unread = /^(create|update)\.catalog_product_groups\[\]/

/** Every closed object that is known of an operation: of version 5.23, and what 5.28 has added. */
const closedOf = (id: string): readonly string[] => [
  ...(described[id] ?? []).filter((place) => !unread.test(place)),
  ...added.filter(({ operation }) => operation === id).map(({ place }) => place),
]

const withClosed = [...implementedOperations].filter((id) => closedOf(id).length > 0)

t.test('the document closes the objects that the description closes, and leaves the others open', async (t) => {
  t.strictSame(ours, Object.fromEntries(withClosed.map((id) => [id, closedOf(id).toSorted()])))
})

t.test('no answer is closed: a client must take what a later version adds', async (t) => {
  const { paths, ...rest } = document as unknown as Description
  const asBodies = mapValues(paths, (item) =>
    mapValues(item, (operation) => ({ ...operation, requestBody: operation.responses[200] ?? {} })),
  )
  t.strictSame(closedObjectsIn({ ...rest, paths: asBodies }), {})
})

t.test('what 5.28 has added is of operations that there are, and was open before', async (t) => {
  for (const { operation, place, source } of added) {
    t.ok(operationOf(operation))
    t.notOk(described[operation]?.includes(place), `${operation} ${place}`)
    t.match(source, /^F\d+$/)
  }
})

/** The body with one more property in the first object at that place. */
function withProperty(body: object, place: string, name: string): object {
  const whole: Json = structuredClone(body)
  let at = whole
  for (const step of place.replaceAll('[]', '.0').split('.').filter(Boolean)) at = at[step]
  at[name] = 'x'
  return whole
}

for (const id of withClosed) {
  const sample = closedSamples[id]
  const send = async (world: Mock, place: string, change: (body: object) => object): Promise<Answer> => {
    if (sample === undefined) throw new Error(`test/contract/closed/samples.ts has no body for ${id}`)
    const { method, path, body } = await sample(world, place)
    const url = path.startsWith('/v5/') ? path : `/v5/ad_accounts/${world.account}${path}`
    return world.call(method, url, change(body))
  }

  t.test(`${id} takes a body that has all of its closed objects`, async (t) => {
    t.ok([200, 201].includes((await send(await freshWorld(t), '', (body) => body)).status))
  })

  for (const place of closedOf(id)) {
    t.test(`${id} refuses an unknown property in '${place}', in the words of the real service`, async (t) => {
      const answer = await send(await freshWorld(t), place, (body) => withProperty(body, place, 'category_name'))
      t.equal(answer.status, 400)
      t.strictSame(answer.body, {
        code: 1,
        message: "Invalid request: Additional properties are not allowed ('category_name' was unexpected)",
      })
      t.equal(answer.headers['x-mock-rules'], 'request.closed-object')
    })
  }
}

const closed: Schema = { type: 'object', additionalProperties: false }

/** The closed places in a body of that schema. */
const placesIn = (schema: Schema, schemas: Readonly<Record<string, Schema>> = {}): readonly string[] =>
  closedObjectsIn({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': {
        post: {
          operationId: 'things/create',
          requestBody: { content: { 'application/json': { schema } } },
          responses: {},
        },
      },
    },
    components: { schemas },
  })['things/create'] ?? []

t.test('closed objects are found in lists, maps, fields and alternatives, and behind references', async (t) => {
  t.strictSame(placesIn(closed), [''])
  t.strictSame(placesIn({ type: 'array', items: { type: 'object', properties: { inner: closed } } }), ['[].inner'])
  t.strictSame(placesIn({ type: 'object', additionalProperties: closed }), ['*'])
  t.strictSame(placesIn({ oneOf: [{ type: 'object' }, closed] }), [''])
  t.strictSame(placesIn({ anyOf: [{ allOf: [{ properties: { inner: closed } }] }] }), ['inner'])
  t.strictSame(placesIn({ $ref: '#/components/schemas/Thing' }, { Thing: closed }), [''])
  t.strictSame(placesIn({ type: 'object', properties: { name: { type: 'string' } } }), [])
})

t.test('a schema that is within itself is walked once', async (t) => {
  const Node: Schema = { ...closed, properties: { next: { $ref: '#/components/schemas/Node' } } }
  t.strictSame(placesIn({ $ref: '#/components/schemas/Node' }, { Node }), [''])
})
