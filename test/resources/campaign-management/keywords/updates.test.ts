import t from 'tap'
import { changeKeyword, keywordsOf, negative, parentsIn, valuesIn } from '#test/fixtures/keywords.ts'
import { mock } from '#test/support/mock.ts'

t.test('an archived keyword is told as such once, and is in no list any more', async (t) => {
  const world = await mock(t)
  const [first, second] = await keywordsOf(world, world.account, negative, { ...negative, value: 'second' })
  const { status, body } = await changeKeyword(world, { id: first.id, archived: true })
  t.equal(status, 200)
  t.strictSame(body, { keywords: [{ ...first, archived: true }], errors: [] })
  t.strictSame(await valuesIn(world), [second.value])
})

t.test('a keyword that is archived already cannot be changed', async (t) => {
  const world = await mock(t)
  const [{ id }] = (await keywordsOf(world, world.account, negative)) as [{ id: string }]
  await changeKeyword(world, { id, archived: true })
  for (const change of [{ archived: false }, { archived: true }, {}]) {
    const { status, body } = await changeKeyword(world, { id, ...change })
    t.equal(status, 200)
    t.match(body, { keywords: [], errors: [{ data: { id, archived: null }, error_messages: [/^archived is final/] }] })
  }
})

t.test('an update that says nothing, or null, changes nothing', async (t) => {
  const world = await mock(t)
  const [keyword] = await keywordsOf(world, world.account, negative)
  for (const change of [{}, { archived: null, bid: null }, { archived: false }]) {
    const { body } = await changeKeyword(world, { id: keyword.id, ...change })
    t.strictSame(body, { keywords: [keyword], errors: [] })
  }
})

t.test('an unknown keyword of an update is an error of its own, and the others are changed', async (t) => {
  const world = await mock(t)
  const [keyword] = await keywordsOf(world, world.account, negative)
  const { status, body } = await world.patch('/keywords', {
    keywords: [
      { id: '123', archived: true },
      { id: keyword.id, archived: true },
    ],
  })
  t.equal(status, 200)
  t.strictSame(body, {
    keywords: [{ ...keyword, archived: true }],
    errors: [
      {
        data: {
          archived: null,
          match_type: null,
          parent_type: null,
          value: null,
          parent_id: null,
          type: 'keyword',
          id: '123',
        },
        error_messages: ['Keyword not found.'],
      },
    ],
  })
})

t.test('an update without keywords changes none', async (t) => {
  const { patch } = await mock(t)
  t.match(await patch('/keywords', {}), { status: 200, body: { keywords: [], errors: [] } })
})

t.test("another account's keyword is not found", async (t) => {
  const world = await mock(t)
  const [keyword] = await keywordsOf(world, world.account, negative)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const update = { keywords: [{ id: keyword.id, archived: true }] }
  const { body } = await world.call('PATCH', `/v5/ad_accounts/${other}/keywords`, update)
  t.match(body, { keywords: [], errors: [{ error_messages: ['Keyword not found.'] }] })
  t.strictSame(await valuesIn(world), [negative.value])
})

t.test('an update without an id, of another type, or of nothing is refused whole', async (t) => {
  const world = await mock(t)
  const [keyword] = await keywordsOf(world, world.account, negative)
  const archiving = { id: keyword.id, archived: true }
  for (const keywords of [[archiving, { archived: true }], [archiving, { id: keyword.id, archived: 'yes' }], []]) {
    const { status, body } = await world.patch('/keywords', { keywords })
    t.equal(status, 400)
    t.equal(body.code, 1)
  }
  t.strictSame(await valuesIn(world), [negative.value])
})

t.test('emptying an ad account deletes its keywords, wherever they are', async (t) => {
  const world = await mock(t)
  const { campaign, adGroup } = await parentsIn(world)
  const ids: string[] = []
  for (const parent of [world.account, campaign.id, adGroup.id]) {
    const [keyword] = await keywordsOf(world, parent, negative)
    ids.push(keyword.id)
  }
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  for (const query of ['', `?campaign_id=${campaign.id}`, `?ad_group_id=${adGroup.id}`]) {
    t.strictSame(await valuesIn(world, query), [])
  }
  const [keyword] = await keywordsOf(world, world.account, negative)
  t.notOk(ids.includes(keyword.id), 'ids are not used again')
})
