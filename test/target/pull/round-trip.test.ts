import t from 'tap'
import { madeIn } from '#test/fixtures/ad-groups.ts'
import { withIdsOf, withoutCounts } from './comparable-lists.ts'
import { listsOf, pulled, target } from './servers.ts'

t.test('a server that starts with what was pulled has the same lists, ids included', async (t) => {
  const original = await target(t)
  const { out } = await pulled(t, original, { keepIds: true })
  const copy = await target(t, { seed: out })
  t.equal(copy.account, original.account)
  t.strictSame(withoutCounts(await listsOf(copy)), withoutCounts(await listsOf(original)))
})

t.test('with aliases the lists are the same but for the ids', async (t) => {
  const original = await target(t)
  const { out, leftOut } = await pulled(t, original)
  t.same(leftOut, [])
  const copy = await target(t, { seed: out })
  const lists = await listsOf(copy)
  t.strictSame(withoutCounts(lists), withIdsOf(await listsOf(original), lists))
})

t.test('ids within values are those of the copy', async (t) => {
  const original = await target(t)
  const [campaign] = (await original.get('/campaigns')).body.items
  const [list] = (await original.get('/customer_lists')).body.items
  const readers = { name: 'Readers', audience_type: 'CUSTOMER_LIST', rule: { customer_list_id: list.id } }
  const { body: audience } = await original.post('/audiences', readers)
  const targeting_spec = { AUDIENCE_INCLUDE: [audience.id], LOCATION: ['US'] }
  const { name } = await madeIn(original, campaign, { name: 'For readers', targeting_spec })
  const { out } = await pulled(t, original)
  const copy = await target(t, { seed: out })
  const lists = await listsOf(copy)
  const [copied] = lists.audiences?.filter((one) => one.name === 'Readers') ?? []
  const [included] = lists.ad_groups?.filter((one) => one.name === name) ?? []
  t.match(included, { targeting_spec: { AUDIENCE_INCLUDE: [copied?.id] } })
})
