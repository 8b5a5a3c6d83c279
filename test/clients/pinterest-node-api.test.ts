import http from 'node:http'
import { createRequire } from 'node:module'
import t, { type Test } from 'tap'
import type { Json } from '../support/mock.ts'
import { listening } from './listening.ts'
import { installedVersion, recordTests } from './results.ts'

recordTests(t, {
  client: 'pinterest-node-api',
  version: installedVersion('pinterest-node-api'),
  language: 'JavaScript',
  exercised: 'the tree of ads, lists page by page, batches, errors, deletion',
})

// Its types leave out the query and the body of most calls.
const PinterestClient: Json = createRequire(import.meta.url)('pinterest-node-api')

// It writes a request when its socket connects, which one that is kept alive does only once.
http.globalAgent = new http.Agent({ keepAlive: false })

async function clientOf(t: Test) {
  const { port, account, call } = await listening(t)
  const client = new PinterestClient('any-text')
  client.setHost('127.0.0.1', port, 'http')
  const lastUrl = async (): Promise<string> => (await call('GET', '/__mock/requests')).body.items.at(-1).url
  return { client, account, lastUrl }
}

const campaign = { name: 'Made by a client', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
const ids = (items: Json[]): readonly string[] => items.map(({ id }) => id)

t.test('creates campaigns, changes one and reads it back', async (t) => {
  const { client, account } = await clientOf(t)
  const created = await client.campaigns.create(account, [campaign, { ...campaign, name: 'Second' }])
  const [{ data }] = created.items
  t.match(created.items, [{ data: { name: 'Made by a client' } }, { data: { name: 'Second' } }])
  const updated = await client.campaigns.update(account, [{ id: data.id, name: 'Renamed', status: 'PAUSED' }])
  t.match(updated.items, [{ data: { name: 'Renamed', status: 'PAUSED', summary_status: 'PAUSED' } }])
  t.match(await client.campaigns.get(account, data.id), { id: data.id, name: 'Renamed' })
})

t.test('builds the tree from a campaign to an ad', async (t) => {
  const { client, account } = await clientOf(t)
  const { items: campaigns } = await client.campaigns.create(account, [campaign])
  const adGroup = { campaign_id: campaigns[0].data.id, name: 'Group', billable_event: 'IMPRESSION' }
  const { items: groups } = await client.ad_groups.create(account, [{ ...adGroup, bid_in_micro_currency: 5_000_000 }])
  const { items: pins } = await client.pins.list({ query: { page_size: 1 } })
  const ad = { ad_group_id: groups[0].data.id, creative_type: 'REGULAR', pin_id: pins[0].id, name: 'Ad' }
  const { items: ads } = await client.ads.create(account, [ad])
  t.match(ads, [{ data: { name: 'Ad', campaign_id: campaigns[0].data.id, review_status: 'PENDING' } }])
  t.match(await client.ads.get(account, ads[0].data.id), { id: ads[0].data.id })
})

t.test('lists every campaign page by page', async (t) => {
  const { client, account } = await clientOf(t)
  const { items } = await client.campaigns.list(account, { query: { page_size: 250 } })
  const found: string[] = []
  let bookmark: string | null = null
  do {
    const query: object = { page_size: 2, ...(bookmark !== null && { bookmark }) }
    const page = await client.campaigns.list(account, { query })
    found.push(...ids(page.items))
    bookmark = page.bookmark
  } while (bookmark !== null)
  t.ok(found.length > 4)
  t.same(found, ids(items))
})

t.test('is understood where it ends paths with a bare question mark', async (t) => {
  const { client, account, lastUrl } = await clientOf(t)
  t.match(await client.campaigns.create(account, [campaign]), { items: [{ data: { id: String } }] })
  t.equal(await lastUrl(), `/v5/ad_accounts/${account}/campaigns?`)
})

t.test('is understood where it sends arrays with indexes', async (t) => {
  const { client, account, lastUrl } = await clientOf(t)
  const { items } = await client.campaigns.list(account, { query: {} })
  const expected = [items[0].id, items[2].id]
  const query = { campaign_ids: expected, entity_statuses: ['ACTIVE', 'PAUSED'] }
  t.same(ids((await client.campaigns.list(account, { query })).items), expected)
  t.match(await lastUrl(), 'campaign_ids%5B0%5D=')
})

t.test('gives a refused item as the batch tells it', async (t) => {
  const { client, account } = await clientOf(t)
  const { daily_spend_cap, ...without } = campaign
  const { items } = await client.campaigns.create(account, [campaign, without])
  t.match(items, [{ data: { daily_spend_cap } }, { exceptions: [{ code: 2384, message: String }] }])
  t.same(items[1].data, {})
})

t.test('gives the error of a whole call as a result, with its status beside it', async (t) => {
  const { client, account } = await clientOf(t)
  const missing = await client.campaigns.get(account, '1')
  t.match(missing, { code: 1012, message: /method GetCampaignsByIds$/ })
  t.equal(missing.lastResponse.statusCode, 404)
  const invalid = await client.campaigns.create(account, [{ ...campaign, objective_type: 'NOPE' }])
  t.match(invalid, { code: 1, message: /NOPE/ })
  t.equal(invalid.lastResponse.statusCode, 400)
})

t.test('takes the empty errors of keywords that were stored for a failure', async (t) => {
  const { client, account } = await clientOf(t)
  const keywords = [{ match_type: 'EXACT_NEGATIVE', value: 'cheap' }]
  const refused = await client.keywords.create(account, { parent_id: account, keywords }).catch((error: Json) => error)
  t.ok(Array.isArray(refused))
  t.equal(refused.length, 0)
  t.equal(refused.StatusCode, 200)
  const { items } = await client.keywords.get(account, { query: {} })
  t.ok(items.some(({ value }: { value: string }) => value === 'cheap'))
})

t.test('gets an error for a name whose bytes it counts wrong, and the next call works', async (t) => {
  const { client, account } = await clientOf(t)
  const answer = await client.campaigns.create(account, [{ ...campaign, name: 'Größe ✓' }])
  t.match(answer, { code: 1, message: String })
  t.equal(answer.lastResponse.statusCode, 400)
  const { items } = await client.campaigns.list(account, { query: {} })
  t.notOk(items.some(({ name }: { name: string }) => name.startsWith('Gr')))
})

t.test('deletes without a body and reads an empty answer', async (t) => {
  const { client } = await clientOf(t)
  const board = await client.boards.create({ name: 'Short-lived' })
  t.match(await client.boards.update(board.id, { name: 'Renamed' }), { name: 'Renamed' })
  t.same(await client.boards.delete(board.id), {})
  t.match(await client.boards.get(board.id), { code: 40 })
})
