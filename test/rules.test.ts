import { readdirSync } from 'node:fs'
import t from 'tap'
import { type RuleEntry, statusOf } from '../server/domain/rule.ts'
import { allRules } from '../server/resources/index.ts'
import { type Answer, type Json, type Mock, mock } from './helper.ts'
import type { RuleCase } from './rules/case.ts'

const folder = new URL('rules/', import.meta.url)
const files = readdirSync(folder).filter((file) => file !== 'case.ts')
const modules: readonly Record<string, unknown>[] = await Promise.all(
  files.map((file) => import(new URL(file, folder).href)),
)
const cases = new Set<RuleCase>(modules.flatMap((module) => Object.values(module).filter(Array.isArray).flat()))
const switchable = new Set(allRules.filter(({ essential }) => !essential).map(({ id }) => id))

t.test('every rule is shown by a case, and every case shows a rule', async (t) => {
  const known = allRules.map(({ id }) => id)
  const shown = [...cases].map(({ rule }) => rule)
  t.same(
    known.filter((id) => !shown.includes(id)),
    [],
    'rules without a case',
  )
  t.same(
    shown.filter((id) => !known.includes(id)),
    [],
    'cases without a rule',
  )
})

for (const { rule: id, moment, also = [], features = {}, refused, passes } of cases) {
  const rule = allRules.find((one) => one.id === id)
  if (rule === undefined) continue

  const where = moment === undefined ? '' : ` ${moment}`

  t.test(`${id} refuses${where}, and nothing is stored`, async (t) => {
    const { world, before, now } = watched(await mock(t, { features }))
    const answer = await refused(world)
    t.same(new Set(rulesOf(answer)), new Set([id, ...also]), 'the answer names the rule')
    t.equal(answer.status, statusOf(rule))
    const told = refusalsIn(answer.body).filter(({ message }) => message.startsWith(rule.message))
    t.not(told.length, 0, `the answer tells the rule's message: ${JSON.stringify(answer.body)}`)
    for (const { code } of told) t.equal(code ?? rule.code, rule.code, "the answer has the rule's code")
    t.strictSame(await now(), before(), 'nothing is stored')
  })

  t.test(`${id} lets the nearest case pass${where}`, async (t) => {
    const answer = await passes(await mock(t, { features }))
    t.ok([200, 201, 204].includes(answer.status))
    t.notOk(rulesOf(answer).includes(id), `not refused: ${JSON.stringify(answer.body)}`)
    t.ok(isDone(rule, answer.body), `done: ${JSON.stringify(answer.body)}`)
  })

  if (!switchable.has(id)) continue
  const off = [id, ...also].filter((one) => switchable.has(one))
  const rules = Object.fromEntries(off.map((one) => [one, { off: true }]))

  t.test(`${id}, switched off, keeps nothing out${where}`, async (t) => {
    const answer = await refused(await mock(t, { features, rules }))
    t.notOk(rulesOf(answer).includes(id))
    t.ok(answer.status < 500, `answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  })
}

const rulesOf = ({ headers }: Answer): readonly string[] => headers['x-mock-rules']?.split(',') ?? []

interface Told {
  readonly code?: number
  readonly message: string
}

/** Everything that an answer of any operation says of refusals; those of labels have no codes. */
function refusalsIn(body: Json): readonly Told[] {
  if (body.details?.events !== undefined)
    return body.details.events.map(({ error_message: message }: Json) => ({ code: body.code, message }))
  if (body.message !== undefined) return [body]
  const items: readonly Json[] = body.items ?? []
  const errors: readonly Json[] = body.errors ?? []
  return [
    ...items.flatMap(({ exceptions = [] }) => exceptions),
    ...errors.flatMap(({ error_messages }) => error_messages.map((message: string) => ({ message }))),
  ]
}

/** Whether the answer of a call that passes says that all of it was done. */
function isDone({ operations }: RuleEntry, body: Json): boolean {
  if (body === null || body === '') return true
  if (body.events !== undefined) return body.num_events_processed === body.num_events_received
  if (body.entities_labels !== undefined) return body.entities_labels.every(({ status }: Json) => status !== 'NULL')
  if (body.keywords !== undefined && body.errors !== undefined)
    return body.keywords.length > 0 && body.errors.length === 0
  if (body.labels !== undefined) return body.labels.length > 0 && body.errors.length === 0
  if (body.items === undefined) return (body.id ?? body.url) !== undefined
  return operations.some((id) => id.endsWith('/list')) || body.items.every(({ data }: Json) => data?.id !== undefined)
}

const everyStatus = 'entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT'

/** A mock that remembers what was stored before its latest call, and can say what is stored now. */
function watched(mock: Mock) {
  let stored: Json
  const now = () => storedIn(mock)
  async function call(...request: Parameters<Mock['call']>): Promise<Answer> {
    stored = await now()
    return mock.call(...request)
  }
  const below = `/v5/ad_accounts/${mock.account}`
  const world: Mock = {
    ...mock,
    call,
    get: (path) => call('GET', below + path),
    post: (path, body) => call('POST', below + path, body),
    patch: (path, body) => call('PATCH', below + path, body),
  }
  return { world, now, before: () => stored }
}

/** All ad accounts, and all that the mock's own one has. */
async function storedIn({ call, get }: Mock): Promise<Json> {
  const campaigns: Json = (await get(`/campaigns?page_size=250&${everyStatus}`)).body.items
  const adGroups: Json = (await get(`/ad_groups?page_size=250&${everyStatus}`)).body.items
  const applied = campaigns.map(({ id }: Json) => get(`/labels?campaign_ids=${id}&entity_statuses=ACTIVE,ARCHIVED`))
  return {
    accounts: (await call('GET', '/v5/ad_accounts?page_size=250')).body.items,
    boards: (await call('GET', '/v5/boards?page_size=250')).body.items,
    pins: (await call('GET', '/v5/pins?page_size=250&include_protected_pins=true')).body.items,
    campaigns,
    adGroups,
    promotions: await promotionsIn(get, adGroups),
    ads: (await get(`/ads?page_size=250&${everyStatus}`)).body.items,
    keywords: await keywordsIn(get, campaigns),
    conversionTags: (await get('/conversion_tags')).body.items,
    customerLists: (await get('/customer_lists?page_size=250')).body.items,
    audiences: (await get('/audiences?page_size=250')).body.items,
    templates: (await get('/targeting_templates?page_size=250')).body.items,
    labels: (await get('/labels?page_size=250&entity_statuses=ACTIVE,ARCHIVED')).body.items,
    applied: (await Promise.all(applied)).map(({ body }) => body.items),
  }
}

/** The product group promotions of these ad groups. */
const promotionsIn = (get: Mock['get'], adGroups: readonly Json[]): Promise<readonly Json[]> =>
  Promise.all(
    adGroups.map(
      async ({ id }) => (await get(`/product_group_promotions?ad_group_id=${id}&${everyStatus}`)).body.items,
    ),
  )

/** The keywords of the ad account itself, and those of its campaigns. */
const keywordsIn = (get: Mock['get'], campaigns: readonly Json[]): Promise<readonly Json[]> =>
  Promise.all(
    ['', ...campaigns.map(({ id }) => `?campaign_id=${id}`)].map(
      async (query) => (await get(`/keywords${query}`)).body.items,
    ),
  )
