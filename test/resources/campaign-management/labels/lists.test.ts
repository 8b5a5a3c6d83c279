import t from 'tap'
import { apply, campaignsIn, changeLabel, labelIn, valuesIn } from '#test/fixtures/labels.ts'
import { mock } from '#test/support/mock.ts'

t.test('an account without labels lists none', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get('/labels')
  t.equal(status, 200)
  t.strictSame(body, { items: [], bookmark: null })
})

t.test('a list has what is ACTIVE unless other statuses are asked for, repeated or comma-separated', async (t) => {
  const world = await mock(t)
  await labelIn(world, 'In use')
  await changeLabel(world, { id: await labelIn(world, 'No longer'), status: 'ARCHIVED' })
  t.same(await valuesIn(world), ['In use'])
  t.same(await valuesIn(world, '?entity_statuses=ARCHIVED'), ['No longer'])
  t.same(await valuesIn(world, '?entity_statuses=ACTIVE&entity_statuses=ARCHIVED'), ['In use', 'No longer'])
  t.same(await valuesIn(world, '?entity_statuses=ARCHIVED%2CACTIVE'), ['In use', 'No longer'])
})

t.test('a list has both types unless one is asked for', async (t) => {
  const world = await mock(t)
  await labelIn(world, 'Custom')
  await labelIn(world, 'Brand', 'BRAND')
  t.same(await valuesIn(world), ['Custom', 'Brand'])
  t.same(await valuesIn(world, '?label_types=BRAND'), ['Brand'])
  t.same(await valuesIn(world, '?label_types=CUSTOM'), ['Custom'])
  t.same(await valuesIn(world, '?label_types=BRAND,CUSTOM'), ['Custom', 'Brand'])
})

t.test('a list can be narrowed to labels, and ids that nobody knows are left out', async (t) => {
  const world = await mock(t)
  const ids = [await labelIn(world, 'A'), await labelIn(world, 'B'), await labelIn(world, 'C')]
  t.same(await valuesIn(world, `?label_ids=${ids[2]}&label_ids=${ids[0]}`), ['A', 'C'])
  t.same(await valuesIn(world, `?label_ids=${ids[1]},123`), ['B'])
  t.same(await valuesIn(world, '?label_ids=123'), [])
})

t.test('a list can be narrowed to the labels of campaigns, each told once', async (t) => {
  const world = await mock(t)
  const [first, second] = await campaignsIn(world, 2)
  await apply(world, await labelIn(world, 'On both'), [first, second])
  await apply(world, await labelIn(world, 'On the second'), [second])
  await labelIn(world, 'On none')
  t.same(await valuesIn(world, `?campaign_ids=${first}`), ['On both'])
  t.same(await valuesIn(world, `?campaign_ids=${second}`), ['On both', 'On the second'])
  t.same(await valuesIn(world, `?campaign_ids=${first},${second}`), ['On both', 'On the second'])
  t.same(await valuesIn(world, '?campaign_ids=123'), [])
})

t.test('all filters narrow a list together', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const custom = await labelIn(world, 'Custom')
  await apply(world, custom, campaigns)
  await apply(world, await labelIn(world, 'Brand', 'BRAND'), campaigns)
  const elsewhere = await labelIn(world, 'Elsewhere')
  const query = `?campaign_ids=${campaigns}&label_ids=${custom},${elsewhere}`
  t.same(await valuesIn(world, query), ['Custom'])
  t.same(await valuesIn(world, `${query}&label_types=BRAND`), [])
  t.same(await valuesIn(world, `${query}&entity_statuses=ARCHIVED`), [])
})

t.test("another account's labels and campaigns are left out", async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  const label = await labelIn(world, 'Outdoor')
  await apply(world, label, [campaign])
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const query of ['', `?campaign_ids=${campaign}`, `?label_ids=${label}`]) {
    const { body } = await world.call('GET', `/v5/ad_accounts/${other}/labels${query}`)
    t.strictSame(body, { items: [], bookmark: null })
  }
})

t.test('pages of labels follow each other, also while labels are added', async (t) => {
  const world = await mock(t)
  for (const value of ['A', 'B', 'C']) await labelIn(world, value)
  const first = (await world.get('/labels?page_size=2')).body
  t.match(first, { items: [{ value: 'A' }, { value: 'B' }], bookmark: /^[\w.-]+$/ })
  await labelIn(world, 'D')
  const last = (await world.get(`/labels?page_size=2&bookmark=${first.bookmark}`)).body
  t.match(last, { items: [{ value: 'C' }, { value: 'D' }], bookmark: null })
})

t.test('pages of the labels of a campaign follow each other', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  for (const value of ['A', 'B', 'C']) await apply(world, await labelIn(world, value), campaigns)
  const query = `/labels?page_size=2&campaign_ids=${campaigns}`
  const first = (await world.get(query)).body
  t.match(first, { items: [{ value: 'A' }, { value: 'B' }], bookmark: String })
  const last = (await world.get(`${query}&bookmark=${first.bookmark}`)).body
  t.match(last, { items: [{ value: 'C' }], bookmark: null })
})

const refused = {
  'a bookmark that it did not give': 'bookmark=x',
  'a status that does not exist': 'entity_statuses=PAUSED',
  'a type that does not exist': 'label_types=SEASON',
  'an id that is no number': 'label_ids=x',
  'a page size of 251': 'page_size=251',
  'more than 250 campaigns': `campaign_ids=${Array.from({ length: 251 }, (_, index) => index)}`,
}
for (const [what, query] of Object.entries(refused)) {
  t.test(`a list of labels is refused ${what}`, async (t) => {
    const { get } = await mock(t)
    const { status, body } = await get(`/labels?${query}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: String })
  })
}
