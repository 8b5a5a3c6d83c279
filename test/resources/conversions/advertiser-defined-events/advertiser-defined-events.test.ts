import t from 'tap'
import { type Mock, mock } from '#test/support/mock.ts'

const path = '/advertiser_defined_events'
const done = { name: 'quiz_done', mapped_conversion_type: 'LEAD' }
const shared = { name: 'list_shared', mapped_conversion_type: 'CHECKOUT' }
const listed = async ({ get }: Mock) => (await get(path)).body

t.test('events are listed as they were defined, without a bookmark', async (t) => {
  const world = await mock(t)
  t.strictSame(await listed(world), { items: [] })
  const { status, body } = await world.post(path, { items: [done, shared] })
  t.equal(status, 200)
  t.strictSame(body, {
    items: [
      { name: 'quiz_done', status: 'success' },
      { name: 'list_shared', status: 'success' },
    ],
  })
  t.strictSame(await listed(world), { items: [done, shared] })
})

t.test('a name that is taken fails by itself', async (t) => {
  const world = await mock(t)
  const { status, body, headers } = await world.post(path, { items: [done, done, shared] })
  t.equal(status, 200)
  t.match(body.items, [{ status: 'success' }, { name: 'quiz_done', status: 'failure' }, { status: 'success' }])
  t.match(body.items[1].exceptions, [/The ad account has an event of this name/])
  t.equal(headers['x-mock-rules'], 'advertiser_defined_event.name.unique')
})

t.test('an update changes the type, and of a name that nobody defined nothing', async (t) => {
  const world = await mock(t)
  await world.post(path, { items: [done] })
  const changed = { ...done, mapped_conversion_type: 'SIGNUP' }
  const { body } = await world.patch(path, { items: [changed, shared] })
  t.match(body.items, [{ status: 'success' }, { name: 'list_shared', status: 'failure', exceptions: [/no event/] }])
  t.strictSame(await listed(world), { items: [changed] })
})

t.test('events are deleted by their names', async (t) => {
  const world = await mock(t)
  await world.post(path, { items: [done, shared] })
  const url = `/v5/ad_accounts/${world.account}${path}?event_names=quiz_done,nope`
  const { status, body } = await world.call('DELETE', url)
  t.equal(status, 200)
  t.match(body.items, [
    { name: 'quiz_done', status: 'success' },
    { name: 'nope', status: 'failure' },
  ])
  t.strictSame(await listed(world), { items: [shared] })
})

t.test('an unknown type, and a request without events, are refused', async (t) => {
  const world = await mock(t)
  for (const items of [[], [{ ...done, mapped_conversion_type: 'APP_OPEN' }], [{ name: 'x' }]]) {
    t.match(await world.post(path, { items }), { status: 400, body: { code: 1 } })
  }
  t.equal((await world.call('DELETE', `/v5/ad_accounts/${world.account}${path}`)).status, 400)
})
