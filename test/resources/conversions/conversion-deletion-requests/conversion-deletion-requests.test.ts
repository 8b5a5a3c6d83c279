import { createHash } from 'node:crypto'
import t from 'tap'
import { deletionIn, deletionPath, tryCancel } from '#test/fixtures/deletion-requests.ts'
import { checkout, send } from '#test/fixtures/events.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const hour = 3_600_000
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const read = async ({ get }: Mock, { request_id }: Json) => (await get(`${deletionPath}/${request_id}`)).body

/** How many events of a name count, as the quality of events says. */
async function counted(world: Mock): Promise<readonly string[]> {
  const { body } = await world.get('/conversion_eqs?lookback_period=14d')
  return body.flatMap((score: Json) => Object.keys(score.quality_components.external_event_id)).toSorted()
}

/** An event of a person, by whatever is known of them. */
const eventOf = (event_name: string, user_data: object) => ({
  ...checkout,
  event_name,
  event_id: event_name,
  event_time: testNow - 60,
  user_data,
})

t.test('a request is pending for 72 hours, and then submitted; its targets never come back', async (t) => {
  const world = await mock(t)
  const made = await deletionIn(world, { user_emails: ['one@example.com'], epiks: ['click-1'] })
  t.match(made.request_id, /^714\d{10}$/)
  const pending = { request_id: made.request_id, status: 'PENDING', created_time: '2026-06-01', processed_time: null }
  t.strictSame(made, pending)
  world.clock.advance(72 * hour - 1000)
  t.strictSame(await read(world, made), pending)
  world.clock.advance(1000)
  t.strictSame(await read(world, made), { ...pending, status: 'SUBMITTED', processed_time: '2026-06-04' })
})

t.test('the events of the people go after 72 hours, and those of others stay', async (t) => {
  const world = await mock(t)
  const click_id = 'click-1'
  await send(
    world,
    eventOf('lead', { em: [sha256('one@example.com')] }),
    eventOf('signup', { em: [sha256('two@example.com'), sha256('one@example.com')] }),
    eventOf('search', { em: [sha256('two@example.com')], click_id }),
    eventOf('checkout', { em: [sha256('two@example.com')] }),
  )
  await deletionIn(world, { user_emails: [' One@Example.com'], epiks: [click_id] })
  t.strictSame(await counted(world), ['CHECKOUT', 'LEAD', 'SEARCH', 'SIGNUP'])
  world.clock.advance(72 * hour)
  t.strictSame(await counted(world), ['CHECKOUT'])
  await send(world, { ...eventOf('lead', { em: [sha256('one@example.com')] }), event_id: 'later' })
  t.strictSame(await counted(world), ['CHECKOUT'], 'an event that comes at that moment goes, too')
  world.clock.advance(1000)
  await send(world, eventOf('view_category', { em: [sha256('one@example.com')] }))
  t.strictSame(await counted(world), ['CHECKOUT', 'VIEW_CATEGORY'], 'and what comes later stays')
})

t.test('reports no longer count the conversions that were deleted', async (t) => {
  const [world, quiet] = [await mock(t, { seed: 'small' }), await mock(t, { seed: 'small' })]
  const days =
    'start_date=2026-05-25&end_date=2026-05-31&granularity=TOTAL&columns=TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR'
  const earned = async ({ get }: Mock): Promise<number> =>
    (await get(`/analytics?${days}`)).body[0]?.TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR ?? 0
  const checkouts = Array.from({ length: 20 }, (_, index) => ({
    ...eventOf('checkout', { em: [sha256(`${index}`), sha256('one@example.com')] }),
    event_id: `${index}`,
    event_time: testNow - 2 * 86_400,
    custom_data: { value: '1000', currency: 'USD' },
  }))
  await send(world, ...checkouts)
  t.ok((await earned(world)) > (await earned(quiet)), 'some of them are attributed')
  await deletionIn(world, { user_emails: ['one@example.com'] })
  for (const { clock } of [world, quiet]) clock.advance(72 * hour)
  t.equal(await earned(world), await earned(quiet))
})

t.test('a request is cancelled while it is pending, and then deletes nothing', async (t) => {
  const world = await mock(t)
  await send(world, eventOf('lead', { em: [sha256('one@example.com')] }))
  const made = await deletionIn(world)
  t.equal((await tryCancel(world, made)).status, 204)
  t.match(await read(world, made), { status: 'CANCELLED', processed_time: null })
  world.clock.advance(100 * hour)
  t.match(await read(world, made), { status: 'CANCELLED' })
  t.strictSame(await counted(world), ['LEAD'])
})

t.test('requests are listed in the order of their creation, by pages, and found by their ids', async (t) => {
  const world = await mock(t)
  const made = [await deletionIn(world), await deletionIn(world), await deletionIn(world)]
  t.strictSame((await world.get(deletionPath)).body, { items: made, bookmark: null })
  t.strictSame((await world.get(`${deletionPath}?order=DESCENDING`)).body.items, made.toReversed())
  const { bookmark } = (await world.get(`${deletionPath}?page_size=2`)).body
  t.strictSame((await world.get(`${deletionPath}?page_size=2&bookmark=${bookmark}`)).body.items, made.slice(2))
  t.match(await world.get(`${deletionPath}/7`), { status: 404, body: { code: 2 } })
  t.equal((await tryCancel(world, { request_id: '7' })).status, 404)
})

t.test('a direct edit submits a request at once, and takes that back', async (t) => {
  const world = await mock(t)
  await send(world, eventOf('lead', { em: [sha256('one@example.com')] }))
  const { request_id } = await deletionIn(world)
  const edit = (status: string) =>
    world.call('PATCH', `/__mock/entities/conversion_deletion_requests/${request_id}`, { status })
  t.match((await edit('SUBMITTED')).body, { status: 'SUBMITTED', processed_time: '2026-06-01' })
  t.strictSame(await counted(world), [])
  t.match((await edit('PENDING')).body, { status: 'PENDING', processed_time: null })
  t.strictSame(await counted(world), ['LEAD'])
  t.match((await edit('CANCELLED')).body, { status: 'CANCELLED' })
})
