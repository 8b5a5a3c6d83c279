import t from 'tap'
import { type Description, operationsIn, resolved, type Schema } from '#openapi/description.ts'
import document from '#openapi/openapi.json' with { type: 'json' }
import { pinIn } from '../fixtures/pins.ts'
import { type Json, mock } from '../support/mock.ts'

const described = document as unknown as Description

/** Operations that store nothing of the texts that they are sent. */
const storesNothing = new Set([
  'ad_groups/audience_sizing',
  'ad_groups_bid_floor/get',
  'ad_previews/create',
  'events/create',
  'oauth/token',
  'token/revoke',
])

/** Texts that are not stored, or only where they name something that is there, whose name is short. */
const unbounded: readonly RegExp[] = [
  /\.ad_account_id$/, // Without effect.
  /\.media_source(\.items\[\])?\.(data|cover_image_data)$/, // Its length and a number that is made of it are kept.
  /\.entity_ids\[\]$/, // Ids of campaigns that are there.
]

const isBounded = (schema: Schema & Json): boolean =>
  schema.maxLength !== undefined ||
  schema['x-max-characters'] !== undefined ||
  schema.enum !== undefined ||
  schema.const !== undefined ||
  /^\^[^+*]*\{\d+,\d+\}\$$/.test(schema.pattern ?? '')

/** The places of texts, and of JSON of any kind, that may be as long as a body can be. */
function endless(part: Schema, place: string, within: readonly unknown[] = []): readonly string[] {
  const schema: Schema & Json = resolved(described, part)
  if (within.includes(schema) || schema['x-max-characters'] !== undefined) return []
  const deeper = [...within, schema]
  const isText = [schema.type].flat().includes('string')
  const isOpen = schema.additionalProperties !== undefined && schema.additionalProperties !== false
  const isAnything = isOpen && Object.keys(Object(schema.additionalProperties)).length === 0
  return [
    ...((isText && !isBounded(schema)) || isAnything ? [place] : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
      (schema[key] ?? []).flatMap((one: Schema) => endless(one, place, deeper)),
    ),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      endless(one as Schema, `${place}.${name}`, deeper),
    ),
    ...(schema.items === undefined ? [] : endless(schema.items as Schema, `${place}[]`, deeper)),
    ...(isOpen && !isAnything ? endless(schema.additionalProperties as Schema, `${place}.*`, deeper) : []),
  ]
}

t.test('every text that is stored has a length', async (t) => {
  const places = [...operationsIn(described)].flatMap(([id, { operation }]) => {
    if (operation.requestBody === undefined || storesNothing.has(id)) return []
    const contents = Object.values(resolved<Json>(described, operation.requestBody as Json).content) as Json[]
    return contents.flatMap(({ schema }) => endless(schema, id))
  })
  t.same(
    places.filter((place) => !unbounded.some((known) => known.test(place))),
    [],
  )
  for (const known of unbounded)
    t.ok(
      places.some((place) => known.test(place)),
      `${known} is still there`,
    )
})

const image = (url: string) => ({ source_type: 'image_url', url })
const urlOf = (length: number): string => 'https://example.com/'.padEnd(length, 'x')
const pins: readonly [string, number, (length: number) => Json][] = [
  ["a Pin's title", 100, (length) => ({ title: 'x'.repeat(length), media_source: image(urlOf(50)) })],
  ["a Pin's description", 800, (length) => ({ description: 'x'.repeat(length), media_source: image(urlOf(50)) })],
  ["a Pin's link", 2048, (length) => ({ link: urlOf(length), media_source: image(urlOf(50)) })],
  ["a Pin's alternative text", 500, (length) => ({ alt_text: 'x'.repeat(length), media_source: image(urlOf(50)) })],
  ["a Pin's colour", 32, (length) => ({ dominant_color: '#'.padEnd(length, '6'), media_source: image(urlOf(50)) })],
  ["the URL of a Pin's image", 16_384, (length) => ({ media_source: image(urlOf(length)) })],
  [
    'the title of one image of several',
    100,
    (length) => ({
      media_source: {
        source_type: 'multiple_image_urls',
        items: [{ url: urlOf(50), title: 'x'.repeat(length) }, { url: urlOf(50) }],
      },
    }),
  ],
]
for (const [what, most, pinOf] of pins) {
  t.test(`${what} has at most ${most} characters`, async (t) => {
    const world = await mock(t)
    await pinIn(world, pinOf(most))
    const { status, body } = await world.call('POST', '/v5/pins', pinOf(most + 1))
    t.equal(status, 400)
    t.match(body, { code: 1, message: new RegExp(`is too long: at most ${most} characters`) })
  })
}

t.test('JSON that is kept as it came has at most so many characters', async (t) => {
  const { account, post } = await mock(t)
  const rule = (length: number) => ({
    visitor_source_id: '1',
    event_data: { x: 'x'.repeat(length - '{"x":""}'.length) },
  })
  const audience = { name: 'x', audience_type: 'VISITOR' }
  t.notMatch((await post('/audiences', { ...audience, rule: rule(131_072) })).body, { message: /too long/ }, account)
  const { status, body } = await post('/audiences', { ...audience, rule: rule(131_073) })
  t.equal(status, 400)
  t.match(body.message, /is too long: at most 131072 characters of JSON/)
})

t.test('a record of a customer list has at most 1,000 characters, and a list many', async (t) => {
  const { post } = await mock(t)
  const records = (length: number): string => ['one@example.com', 'x'.repeat(length)].join(',')
  t.equal((await post('/customer_lists', { name: 'x', records: records(1000) })).status, 200)
  const { status, body } = await post('/customer_lists', { name: 'x', records: records(1001) })
  t.equal(status, 400)
  t.match(body.message, /has a record of more than 1000 characters/)
})

t.test('texts of seeds and of edits have a length as well', async (t) => {
  const { call, account } = await mock(t)
  const users = (length: number) => ({ users: [{ username: `user_${length}`, about: 'x'.repeat(length) }] })
  t.equal((await call('POST', '/__mock/seed', users(16_384))).status, 200)
  t.match(await call('POST', '/__mock/seed', users(16_385)), { status: 400, body: { message: /users\[0\]\.about/ } })
  const line = (length: number) => ({ ad_account_id: account, name: 'x'.repeat(length) })
  t.equal((await call('POST', '/__mock/entities/order_lines', line(16_384))).status, 200)
  t.equal((await call('POST', '/__mock/entities/order_lines', line(16_385))).status, 400)
})
