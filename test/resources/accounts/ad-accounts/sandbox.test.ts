import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { checkout } from '#test/fixtures/events.ts'
import { apply, labelIn } from '#test/fixtures/labels.ts'
import { sendAttributed } from '#test/fixtures/msot-events.ts'
import { scheduled } from '#test/fixtures/schedules.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const everyStatus = '?page_size=250&entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT'

const empty = (world: Mock, headers?: Record<string, string>) =>
  world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`, undefined, headers)

/** Fills the account with one of everything, and gives the ids. */
async function filled(world: Mock): Promise<readonly string[]> {
  const { id } = await world.create('/campaigns', awareness)
  await world.create('/campaigns', { ...awareness, status: 'DRAFT' })
  const adGroup = await world.create('/ad_groups', {
    name: 'Group',
    campaign_id: id,
    billable_event: 'IMPRESSION',
    bid_in_micro_currency: 1_000_000,
  })
  const label = await labelIn(world, 'Outdoor')
  await apply(world, label, [id])
  return [id, adGroup.id, label]
}

t.test('emptying an ad account deletes everything below it and keeps the account', async (t) => {
  const world = await mock(t)
  const before = (await world.call('GET', `/v5/ad_accounts/${world.account}`)).body
  const [campaign] = await filled(world)
  const { status, body } = await empty(world)
  t.equal(status, 200)
  t.equal(body, 'Delete Success')
  t.same((await world.get(`/campaigns${everyStatus}`)).body.items, [])
  t.same((await world.get(`/ad_groups${everyStatus}`)).body.items, [])
  t.same((await world.get('/labels?entity_statuses=ACTIVE,ARCHIVED')).body.items, [])
  t.equal((await world.get(`/campaigns/${campaign}`)).status, 404)
  t.strictSame((await world.call('GET', `/v5/ad_accounts/${world.account}`)).body, before)
})

t.test('ids are not used again after emptying', async (t) => {
  const world = await mock(t)
  const before = await filled(world)
  await empty(world)
  const after = await filled(world)
  for (const [index, id] of after.entries()) t.ok(Number(id) > Number(before[index]), `${id} is after ${before[index]}`)
})

t.test('emptying an account leaves the others, and the order of accounts, as they were', async (t) => {
  const world = await mock(t)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  await world.call('POST', `/v5/ad_accounts/${other}/campaigns`, [awareness])
  await empty(world)
  t.equal((await world.call('GET', `/v5/ad_accounts/${other}/campaigns`)).body.items.length, 1)
  const { body } = await world.call('GET', '/v5/ad_accounts')
  t.same(
    body.items.map(({ id }: Json) => id),
    [world.account, other],
  )
})

t.test('a value of a label that was emptied away is free', async (t) => {
  const world = await mock(t)
  await filled(world)
  await empty(world)
  t.match(await labelIn(world, 'Outdoor'), /^\d+$/)
})

t.test('an account that is empty can be emptied', async (t) => {
  const world = await mock(t)
  t.equal((await empty(world)).status, 200)
})

t.test('clients may say that the body, which they do not send, is JSON', async (t) => {
  const { status } = await empty(await mock(t), { 'content-type': 'application/json' })
  t.equal(status, 200)
})

t.test('an account that nobody knows cannot be emptied', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('DELETE', '/v5/ad_accounts/123/sandbox')
  t.equal(status, 400)
  t.strictSame(body, { code: 1, message: 'Invalid ad account id' })
})

t.test('the same calls give the same ids on every run', async (t) => {
  const [one, other] = [await mock(t), await mock(t)]
  t.equal(one.account, other.account)
  t.same(await filled(one), await filled(other))
})

t.test('a refused creation uses no id up', async (t) => {
  const [one, other] = [await mock(t), await mock(t)]
  await one.post('/campaigns', [{ name: 'Unbudgeted', objective_type: 'AWARENESS' }])
  t.same(await filled(one), await filled(other))
})

t.test(
  'emptying an ad account leaves nothing of it in any table, whatever it had, but who may do what with it',
  async (t) => {
    const world = await mock(t, { seed: 'small' })
    const { db } = world.worlds.world('default')
    const tables = db
      .prepare<[], string>(
        `SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.name = 'ad_account_id' AND m.name <> 'ad_account_roles' ORDER BY m.name`,
      )
      .pluck()
      .all()
    const counts = () =>
      tables.map((table) =>
        db
          .prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE ad_account_id = ?`)
          .pluck()
          .get(world.account),
      )
    const campaign = (await world.get('/campaigns')).body.items[0].id
    await world.patch('/campaigns', [{ id: campaign, status: 'PAUSED' }])
    await scheduled(world, { start_timestamp: world.now }, { id: campaign })
    const ad = (await world.get('/ads')).body.items[0].id
    const figures = [{ ad_id: ad, date: '2026-05-30', columns: { IMPRESSION_1: 1 } }]
    await world.call('PUT', '/__mock/delivery', { figures })
    await world.post('/events', { data: [checkout] })
    await sendAttributed(world)
    const days = { start_date: '2026-05-30', end_date: '2026-05-31', granularity: 'DAY' }
    await world.post('/reports', { ...days, columns: ['SPEND_IN_DOLLAR'], level: 'CAMPAIGN' })
    t.ok(tables.length >= 10 && counts().every((count) => count !== 0), `${tables}: ${counts()}`)
    t.equal((await empty(world)).status, 200)
    t.ok(
      counts().every((count) => count === 0),
      `${tables}: ${counts()}`,
    )
    t.equal(db.prepare('SELECT count(*) FROM customer_list_records').pluck().get(), 0)
    t.match((await world.call('GET', `/v5/ad_accounts/${world.account}`)).body, { permissions: ['OWNER'] })
  },
)
