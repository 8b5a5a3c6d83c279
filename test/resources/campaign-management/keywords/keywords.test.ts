import t from 'tap'
import {
  broad,
  changeKeyword,
  keywordsOf,
  negative,
  parentsIn,
  tryKeywords,
  valuesIn,
} from '#test/fixtures/keywords.ts'
import { mock } from '#test/support/mock.ts'

t.test('a created keyword is answered as it was observed', async (t) => {
  const world = await mock(t)
  const { adGroup } = await parentsIn(world)
  const { status, body } = await tryKeywords(world, adGroup.id, { match_type: 'EXACT', value: 'tents' })
  t.equal(status, 200)
  const [{ id }] = body.keywords
  t.match(id, /^2887\d{9}$/)
  t.strictSame(body, {
    keywords: [
      {
        archived: false,
        id,
        parent_id: adGroup.id,
        parent_type: 'AD_GROUP',
        type: 'KEYWORD',
        bid: null,
        match_type: 'EXACT',
        value: 'tents',
      },
    ],
    errors: [],
  })
})

t.test('a keyword that its parent does not take is answered as documented', async (t) => {
  const world = await mock(t)
  for (const parent of [world.account, (await parentsIn(world)).campaign.id]) {
    const { status, body } = await tryKeywords(world, parent, { match_type: 'EXACT', value: 'foobar' })
    t.equal(status, 200)
    t.strictSame(body, {
      keywords: [],
      errors: [
        {
          data: {
            archived: null,
            match_type: 'EXACT',
            parent_type: null,
            value: 'foobar',
            parent_id: null,
            type: 'keyword',
            id: null,
          },
          error_messages: ['Advertisers and Campaigns only accept excluded targeting attributes.'],
        },
      ],
    })
  }
})

t.test('every parent takes every keyword when the rule about that is switched off', async (t) => {
  const world = await mock(t, { rules: { 'keyword.match-type.negative-only': { off: true } } })
  for (const parent of [world.account, (await parentsIn(world)).campaign.id]) {
    const [keyword] = await keywordsOf(world, parent, broad)
    t.match(keyword, { parent_id: parent, match_type: 'BROAD' })
  }
})

t.test('a keyword says what it is attached to, be that named with its letters or without', async (t) => {
  const world = await mock(t)
  const { campaign, adGroup } = await parentsIn(world)
  for (const [reference, parent_type, parent_id] of [
    [world.account, 'ADVERTISER', world.account],
    [campaign.id, 'CAMPAIGN', campaign.id],
    [`C${campaign.id}`, 'CAMPAIGN', campaign.id],
    [adGroup.id, 'AD_GROUP', adGroup.id],
    [`AG${adGroup.id}`, 'AD_GROUP', adGroup.id],
  ]) {
    const [keyword] = await keywordsOf(world, reference, negative)
    t.match(keyword, { parent_type, parent_id }, reference)
  }
})

t.test('letters do not name the ad account, nor an ad group a campaign', async (t) => {
  const world = await mock(t)
  const { campaign } = await parentsIn(world)
  for (const reference of [`C${world.account}`, `AG${world.account}`, `AG${campaign.id}`]) {
    t.match((await tryKeywords(world, reference, negative)).body, { keywords: [], errors: [{}] }, reference)
  }
})

t.test('an ad group takes every match type', async (t) => {
  const world = await mock(t)
  const { adGroup } = await parentsIn(world)
  for (const match_type of ['BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE']) {
    t.match(await keywordsOf(world, adGroup.id, { match_type, value: 'tents' }), [{ match_type }])
  }
})

t.test('what is right is stored though something else is wrong, in the order of the request', async (t) => {
  const world = await mock(t)
  const { campaign } = await parentsIn(world)
  const second = { ...negative, value: 'second' }
  const { body } = await tryKeywords(world, campaign.id, negative, broad, second)
  t.match(body, {
    keywords: [{ value: negative.value }, { value: 'second' }],
    errors: [{ data: { value: broad.value } }],
  })
  t.strictSame(await valuesIn(world, `?campaign_id=${campaign.id}`), [negative.value, 'second'])
})

t.test('all keywords of a parent that is not there are refused, each by itself', async (t) => {
  const world = await mock(t)
  const { status, body } = await tryKeywords(world, '123', negative, broad)
  t.equal(status, 200)
  t.equal(body.keywords.length, 0)
  t.equal(body.errors.length, 2)
})

t.test("another account's ad group, campaign or number is no parent", async (t) => {
  const world = await mock(t)
  const { campaign, adGroup } = await parentsIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const parent_id of [world.account, campaign.id, adGroup.id]) {
    const { body } = await world.call('POST', `/v5/ad_accounts/${other}/keywords`, { parent_id, keywords: [negative] })
    t.match(body, { keywords: [], errors: [{}] })
  }
})

t.test('a bid is taken and has no effect', async (t) => {
  const world = await mock(t)
  const [created] = await keywordsOf(world, world.account, { ...negative, bid: 2_000_000 })
  t.equal(created.bid, null)
  const { body } = await changeKeyword(world, { id: created.id, bid: 3_000_000 })
  t.strictSame(body, { keywords: [created], errors: [] })
})

t.test('null as a bid is no bid', async (t) => {
  const world = await mock(t)
  t.match(await keywordsOf(world, world.account, { ...negative, bid: null }), [{ bid: null }])
})

t.test('more than 30 keywords can be created at once', async (t) => {
  const world = await mock(t)
  const many = Array.from({ length: 100 }, (_, index) => ({ ...negative, value: `word ${index}` }))
  t.equal((await keywordsOf(world, world.account, ...many)).length, 100)
})

t.test('a value of 120 characters passes', async (t) => {
  const world = await mock(t)
  const value = 'é'.repeat(120)
  t.match(await keywordsOf(world, world.account, { ...negative, value }), [{ value }])
})

const refused: Readonly<Record<string, readonly object[]>> = {
  'without a match type': [{ value: 'tents' }],
  'with null as a match type': [{ value: 'tents', match_type: null }],
  'with a match type that does not exist': [{ value: 'tents', match_type: 'BROAD_NEGATIVE' }],
  'without a value': [{ match_type: 'BROAD' }],
  'with a value of 121 characters': [{ match_type: 'BROAD', value: 'x'.repeat(121) }],
  'among right ones': [negative, { value: 'tents' }],
  'of which there is none': [],
}
for (const [what, keywords] of Object.entries(refused)) {
  t.test(`a keyword ${what} refuses the whole request`, async (t) => {
    const world = await mock(t)
    const { status, body } = await tryKeywords(world, world.account, ...keywords)
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request: / })
    t.strictSame(await valuesIn(world), [])
  })
}

t.test('a parent is asked for', async (t) => {
  const { post } = await mock(t)
  for (const parent_id of [undefined, null, 1]) {
    const { status } = await post('/keywords', { parent_id, keywords: [negative] })
    t.equal(status, 400, String(parent_id))
  }
})

t.test('what is no id is the parent of nothing', async (t) => {
  const world = await mock(t)
  for (const parent_id of ['', 'A1', 'AGC1', '1C', '1'.repeat(19), `C${world.account}`]) {
    const { status, body } = await tryKeywords(world, parent_id, negative)
    t.equal(status, 200, parent_id)
    t.match(body, { keywords: [], errors: [{ error_messages: [/^parent_id: /] }] })
  }
})

t.test('keywords of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  const calls: readonly [string, string, object?][] = [
    ['GET', '/keywords'],
    ['POST', '/keywords', { parent_id: '123', keywords: [negative] }],
    ['PATCH', '/keywords', { keywords: [{ id: '1' }] }],
    ['GET', '/keywords/metrics?country_code=US&keywords=tents'],
  ]
  for (const [method, path, body] of calls) {
    const answer = await call(method, `/v5/ad_accounts/123${path}`, body)
    t.equal(answer.status, 403)
    t.strictSame(answer.body, { code: 29, message: 'You are not permitted to access that resource.' })
  }
})
