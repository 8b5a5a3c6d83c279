import t from 'tap'
import { operationsIn, resolved as resolvedIn } from '#openapi/description.ts'
import { operations } from '#openapi/operations.ts'
import { idOf } from '#server/domain/ids.ts'
import { describedResources } from '#server/registry/described-resources.ts'
import { batchOperations, maxItems } from '#server/registry/operations.ts'
import { resources } from '#server/registry/resources.ts'
import { adGroupIn, cbo, madeIn } from '../fixtures/ad-groups.ts'
import { adIn, pinOf } from '../fixtures/ads.ts'
import { awareness } from '../fixtures/campaigns.ts'
import { tenPercent } from '../fixtures/discounts.ts'
import { checkout } from '../fixtures/events.ts'
import { negative } from '../fixtures/keywords.ts'
import { campaignsIn, labelIn } from '../fixtures/labels.ts'
import { newsletter } from '../fixtures/lead-forms.ts'
import { promoting } from '../fixtures/promotions.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

/** How a batch of three is sent, and which of the three, by a mark that each has, were stored. */
interface Batch {
  readonly send: () => Promise<Answer>
  readonly stored: () => Promise<readonly Json[]>
}

const marks = ['one', 'two', 'three']
const valuesOf = async (answer: Promise<Answer>, field: string): Promise<readonly Json[]> =>
  (await answer).body.items.map((item: Json) => item[field]).filter((value: Json) => marks.includes(value))

/** Three of something, stored before, whose names are changed to the marks. */
const renaming = (path: string, ids: readonly string[], server: Mock): Batch => ({
  send: () =>
    server.patch(
      path,
      ids.map((id, index) => ({ id, name: marks[index] })),
    ),
  stored: () => valuesOf(server.get(path), 'name'),
})

const idsOf = ({ body }: Answer): readonly string[] => body.items.map(({ data }: Json) => data.id)

const groups = ['443700000103', '443700000104', '443700000105']

/** A batch for each operation that has one. */
const batches: Readonly<Record<string, (server: Mock) => Promise<Batch>>> = {
  'campaigns/create': async (server) => ({
    send: () =>
      server.post(
        '/campaigns',
        marks.map((name) => ({ ...awareness, name })),
      ),
    stored: () => valuesOf(server.get('/campaigns'), 'name'),
  }),
  'campaigns/update': async (server) => renaming('/campaigns', await campaignsIn(server, 3), server),
  'ad_groups/create': async (server) => {
    const campaign = await cbo(server)
    return {
      send: () =>
        server.post(
          '/ad_groups',
          marks.map((name) => adGroupIn(campaign, { name })),
        ),
      stored: () => valuesOf(server.get('/ad_groups'), 'name'),
    }
  },
  'ad_groups/update': async (server) => {
    const campaign = await cbo(server)
    const ids = idsOf(await server.post('/ad_groups', Array(3).fill(adGroupIn(campaign))))
    return renaming('/ad_groups', ids, server)
  },
  'ads/create': async (server) => {
    const adGroup = await madeIn(server, cbo(server))
    const pin = await pinOf(server)
    return {
      send: () =>
        server.post(
          '/ads',
          marks.map((name) => adIn(adGroup, pin, { name })),
        ),
      stored: () => valuesOf(server.get('/ads'), 'name'),
    }
  },
  'ads/update': async (server) => {
    const adGroup = await madeIn(server, cbo(server))
    const ads = Array(3).fill(adIn(adGroup, await pinOf(server)))
    return renaming('/ads', idsOf(await server.post('/ads', ads)), server)
  },
  'product_group_promotions/create': async (server) => {
    const { id } = await promoting(server)
    const items = groups.map((group, index) => ({
      catalog_product_group_id: group,
      slideshow_collections_title: marks[index],
    }))
    return {
      send: () => server.post('/product_group_promotions', { ad_group_id: id, product_group_promotion: items }),
      stored: () => valuesOf(server.get(`/product_group_promotions?ad_group_id=${id}`), 'slideshow_collections_title'),
    }
  },
  'product_group_promotions/update': async (server) => {
    const { id } = await promoting(server)
    const made = groups.map((catalog_product_group_id) => ({ catalog_product_group_id }))
    const ids = idsOf(
      await server.post('/product_group_promotions', { ad_group_id: id, product_group_promotion: made }),
    )
    const items = ids.map((one, index) => ({ id: one, slideshow_collections_title: marks[index] }))
    return {
      send: () => server.patch('/product_group_promotions', { ad_group_id: id, product_group_promotion: items }),
      stored: () => valuesOf(server.get(`/product_group_promotions?ad_group_id=${id}`), 'slideshow_collections_title'),
    }
  },
  'keywords/create': async (server) => {
    const keywords = marks.map((value) => ({ ...negative, value }))
    return {
      send: () => server.post('/keywords', { parent_id: server.account, keywords }),
      stored: () => valuesOf(server.get('/keywords'), 'value'),
    }
  },
  'keywords/update': async (server) => {
    const keywords = marks.map((value) => ({ ...negative, value }))
    const { body } = await server.post('/keywords', { parent_id: server.account, keywords })
    const archived = body.keywords.map(({ id }: Json) => ({ id, archived: true }))
    return {
      send: () => server.patch('/keywords', { keywords: archived }),
      stored: async () => {
        const left = await valuesOf(server.get('/keywords'), 'value')
        return marks.filter((value) => !left.includes(value))
      },
    }
  },
  'promotions/create': async (server) => ({
    send: () =>
      server.post(
        '/promotions',
        marks.map((promotion_title) => ({ ...tenPercent, promotion_title })),
      ),
    stored: () => valuesOf(server.get('/promotions'), 'promotion_title'),
  }),
  'promotions/update': async (server) => {
    const { promotions } = (await server.post('/promotions', Array(3).fill(tenPercent))).body
    const changes = promotions.map(({ data }: Json, index: number) => ({
      id: data.id,
      promotion_title: marks[index],
    }))
    return {
      send: () => server.patch('/promotions', changes),
      stored: () => valuesOf(server.get('/promotions'), 'promotion_title'),
    }
  },
  'lead_forms/create': async (server) => ({
    send: () =>
      server.post(
        '/lead_forms',
        marks.map((name) => ({ ...newsletter, name })),
      ),
    stored: () => valuesOf(server.get('/lead_forms'), 'name'),
  }),
  'lead_forms/update': async (server) =>
    renaming('/lead_forms', idsOf(await server.post('/lead_forms', Array(3).fill(newsletter))), server),
  'labels/create': async (server) => ({
    send: () => server.post('/labels', { labels: marks.map((value) => ({ label_type: 'CUSTOM', value })) }),
    stored: () => valuesOf(server.get('/labels'), 'value'),
  }),
  'labels/update': async (server) => {
    const ids = [await labelIn(server, 'a'), await labelIn(server, 'b'), await labelIn(server, 'c')]
    return {
      send: () => server.patch('/labels', { labels: ids.map((id, index) => ({ id, value: marks[index] })) }),
      stored: () => valuesOf(server.get('/labels'), 'value'),
    }
  },
  'labels/apply': async (server) => {
    const ids = await campaignsIn(server, 3)
    const label = await labelIn(server, 'a')
    return {
      send: () => server.post(`/labels/${label}/apply`, { entity_ids: ids }),
      stored: () => labelled(server, ids, true),
    }
  },
  'labels/remove': async (server) => {
    const ids = await campaignsIn(server, 3)
    const label = await labelIn(server, 'a')
    await server.post(`/labels/${label}/apply`, { entity_ids: ids })
    return {
      send: () => server.post(`/labels/${label}/remove`, { entity_ids: ids }),
      stored: () => labelled(server, ids, false),
    }
  },
}

/** The marks of the campaigns that have a label, or have none. */
async function labelled({ get }: Mock, ids: readonly string[], has: boolean): Promise<readonly string[]> {
  const counts = await Promise.all(ids.map(async (id) => (await get(`/labels?campaign_ids=${id}`)).body.items.length))
  return marks.filter((_, index) => counts[index] > 0 === has)
}

const failure = { code: 1234, message: 'Not this one.' }

/** Whether an answer tells the failure of the second item in the operation's own form, and nothing else. */
const readers: Readonly<Record<string, (body: Json) => unknown>> = {
  list: ({ items }) => [items.length, items[1], items.filter(({ data }: Json) => data?.id !== undefined).length],
  promotions: ({ promotions }) => [
    promotions.length,
    promotions[1],
    promotions.filter(({ data }: Json) => data !== undefined).length,
  ],
  one: ({ items }) => [items.length, items[1], items.filter(({ data }: Json) => data !== undefined).length],
  errors: ({ errors, labels, keywords }) => [
    errors.map(({ error_messages }: Json) => error_messages),
    (labels ?? keywords).length,
  ],
  entities: ({ errors, entities_labels }) => [
    errors.map(({ data, error_messages }: Json) => [data.status, error_messages]),
    entities_labels.map(({ status }: Json) => status),
  ],
}

const expected: Readonly<Record<string, readonly [keyof typeof readers, unknown]>> = {
  campaigns: ['list', [3, { data: {}, exceptions: [failure] }, 2]],
  ad_groups: ['list', [3, { exceptions: [failure] }, 2]],
  product_group_promotions: ['list', [3, { exceptions: [failure] }, 2]],
  ads: ['one', [3, { exceptions: failure }, 2]],
  promotions: ['promotions', [3, { exception: failure }, 2]],
  lead_forms: ['list', [3, { exceptions: [{ message: failure.message, error_code: failure.code }] }, 2]],
  keywords: ['errors', [[[failure.message]], 2]],
  labels: ['errors', [[[failure.message]], 2]],
  'labels/apply': ['entities', [[['NULL', [failure.message]]], ['ACTIVE', 'NULL', 'ACTIVE']]],
  'labels/remove': ['entities', [[['NULL', [failure.message]]], ['ARCHIVED', 'NULL', 'ARCHIVED']]],
}

for (const [operation, prepared] of Object.entries(batches)) {
  t.test(
    `${operation}: the second of three fails in the operation's own form, and the others are stored`,
    async (t) => {
      const server = await mock(t)
      const { send, stored } = await prepared(server)
      const effect = { type: 'items', items: [{ item: 1, ...failure }] }
      await server.call('POST', '/__mock/faults', { id: 'second', match: { operation }, effect })
      const { status, body, headers } = await send()
      t.equal(status, 200, JSON.stringify(body))
      const [form, wanted] = expected[operation] ?? expected[operation.split('/')[0] ?? ''] ?? []
      t.same(readers[form ?? '']?.(body), wanted)
      t.same((await stored()).toSorted(), ['one', 'three'])
      t.equal(headers['x-mock-faults'], 'second')
      t.equal(headers['x-mock-rules'], 'fault.item')
    },
  )
}

t.test('events/create: the second of three fails as one that breaks a rule does', async (t) => {
  const server = await mock(t)
  await server.call('POST', '/__mock/faults', { effect: { type: 'items', items: [{ item: 1, ...failure }] } })
  const { status, body, headers } = await server.post('/events', { data: Array(3).fill(checkout) })
  t.equal(status, 422)
  t.equal(body.code, failure.code)
  t.match(body.details, {
    num_events_received: 3,
    num_events_processed: 2,
    events: [{ status: 'processed' }, { status: 'failed', error_message: failure.message }, { status: 'processed' }],
  })
  t.equal(headers['x-mock-rules'], 'fault.item')
})

t.test('an item fails without being looked at, while the others keep their rules', async (t) => {
  const { call, post } = await mock(t)
  await call('POST', '/__mock/faults', { effect: 'items=0' })
  const wrong = { ...awareness, daily_spend_cap: 0 }
  const { body, headers } = await post('/campaigns', [wrong, wrong, awareness])
  t.match(body.items, [
    { exceptions: [{ code: 12, message: 'Something went wrong on our end. Sorry about that.' }] },
    { exceptions: [{ code: 2384 }] },
    { data: { name: 'Brand' } },
  ])
  t.equal(headers['x-mock-rules'], 'fault.item,campaign.budget.required')
  const { body: why } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)
  t.match(why, { verdict: 'partly refused', faults: ['fault-1: items'] })
  t.match(why.reasons, [
    { rule: 'fault.item', item: 0, source: /a fault/ },
    { rule: 'campaign.budget.required', item: 1 },
  ])
})

t.test('the operations that have batches are those whose answers tell of items', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/openapi.json')
  const text = (part: Json, seen: ReadonlySet<string> = new Set()): string => {
    const own = JSON.stringify(part)
    const names = [...own.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name)
    const unseen = names.filter((name) => !seen.has(name))
    return own + unseen.map((name) => text(body.components.schemas[name], new Set([...seen, name]))).join('')
  }
  const tells = Object.values<Json>(body.paths)
    .flatMap((item) => Object.values<Json>(item))
    .filter(
      ({ requestBody, responses }) =>
        requestBody && /"(exceptions?|error_messages|events|errors)":/.test(text(responses['200'] ?? {})),
    )
    .map(({ operationId }) => operationId)
  t.same(
    tells.filter((id) => !notBatches.includes(id)).toSorted(),
    [...batchOperations].toSorted(),
    'these have maxItems among the operations of their resource.ts',
  )
  t.ok([...batchOperations].every((id) => operations.some((operation) => operation.id === id)))
})

t.test('of three items that the document gives as an example, the second fails alone', async (t) => {
  const server = await mock(t, { seed: 'small' })
  const { body: document } = await server.call('GET', '/openapi.json')
  const { examples } = describedResources
  for (const [id, { method, path, operation }] of operationsIn(document)) {
    if (!batchOperations.has(id)) continue
    const world = `/w/${id.replace('/', '-')}`
    await server.call('POST', `${world}/__mock/faults`, { effect: { type: 'items', items: [{ item: 1, ...failure }] } })
    const url = `${world}/v5${path.replaceAll(/{(\w+)}/g, (_, name) => examples[name] ?? '')}`
    const { body, headers } = await server.call(method, url, threeOf(exampleOf(document, operation)))
    t.equal(JSON.stringify(body).split(failure.message).length - 1, 1, `${id}: ${JSON.stringify(body)}`)
    t.match(headers['x-mock-rules'], /(^|,)fault\.item(,|$)/, id)
  }
})

/** What the document shows as the body of an operation. */
function exampleOf(document: Json, { requestBody }: Json): Json {
  const resolved = (part: Json): Json => resolvedIn(document, part)
  const schema = resolved(resolved(requestBody).content['application/json'].schema)
  return schema.example ?? [resolved(schema.items).example]
}

/** The body with the first item of its list three times. */
function threeOf(body: Json): Json {
  if (Array.isArray(body)) return three(body[0])
  const [name = '', items] = Object.entries<Json>(body).find(([, value]) => Array.isArray(value)) ?? []
  return { ...body, [name]: three(items[0]) }
}

/** The item three times; of an id, which may be named once alone, the first three of its kind. */
function three(item: Json): readonly Json[] {
  const range = resources.flatMap(({ ids = [] }) => ids).find((one) => idOf(one, 1) === item)
  return [1, 2, 3].map((nth) => (range === undefined ? item : idOf(range, nth)))
}

t.test('as many items are known to fail as a batch may have', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/openapi.json')
  const resolved = (schema: Json): Json =>
    schema.$ref === undefined ? schema : resolved(body.components.schemas[schema.$ref.split('/').at(-1)])
  for (const operation of Object.values<Json>(body.paths).flatMap((item) => Object.values<Json>(item))) {
    const most = maxItems.get(operation.operationId)
    // A rule bounds these, and not the schema.
    if (most === undefined || operation.operationId.startsWith('labels/')) continue
    const sent = resolved(operation.requestBody.content['application/json'].schema)
    const list =
      sent.type === 'array' ? sent : Object.values<Json>(sent.properties).find(({ type }) => type === 'array')
    t.equal(most, list.maxItems ?? Number.POSITIVE_INFINITY, operation.operationId)
  }
})

/** One list each, whose exceptions are those of its records; items that are read, and those that are worked off later. */
const notBatches: readonly string[] = [
  'customer_lists/create',
  'customer_lists/update',
  'items/post',
  'items_batch/post',
  'catalogs_local_inventory_items/post',
  'catalogs_local_inventory_items_batch/operate',
  'ad_groups_dynamic_titles/process_csv',
]
