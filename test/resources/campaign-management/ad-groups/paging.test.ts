import t from 'tap'
import { adGroupIn, cbo, fill, madeIn } from '#test/fixtures/ad-groups.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The ids of each page of a list, from the first to the one without a bookmark. */
async function pages(world: Mock, query: string): Promise<readonly (readonly string[])[]> {
  const seen: string[][] = []
  let bookmark: string | null = ''
  while (bookmark !== null) {
    const { body }: Json = await world.get(`/ad_groups?${query}&bookmark=${bookmark}`)
    seen.push(body.items.map(({ id }: Json) => id))
    bookmark = body.bookmark
  }
  return seen
}

const ids = (items: readonly Json[]): string[] => items.map(({ id }) => id)

/** Ad groups made in turn in several campaigns, so that no campaign's are next to each other. */
async function inTurn(world: Mock, campaigns: readonly Json[], rounds: number): Promise<readonly Json[]> {
  const made: Json[] = []
  for (let round = 0; round < rounds; round++) {
    for (const campaign of campaigns) {
      made.push(await madeIn(world, campaign, { status: round % 2 === 0 ? 'ACTIVE' : 'PAUSED' }))
    }
  }
  return made
}

t.test('the pages of several campaigns are one list, each ad group on one page, in either order', async (t) => {
  const world = await mock(t)
  const campaigns = [await cbo(world), await cbo(world), await cbo(world)]
  const made = ids(await inTurn(world, campaigns, 4))
  const query = `page_size=5&campaign_ids=${ids(campaigns)}`
  const up = await pages(world, query)
  t.strictSame(up, [made.slice(0, 5), made.slice(5, 10), made.slice(10)])
  const down = made.toReversed()
  t.strictSame(await pages(world, `${query}&order=DESCENDING`), [down.slice(0, 5), down.slice(5, 10), down.slice(10)])
})

t.test('a page that just holds the rest has no bookmark', async (t) => {
  const world = await mock(t)
  const made = ids(await fill(world, await cbo(world), 6))
  t.strictSame(await pages(world, 'page_size=3'), [made.slice(0, 3), made.slice(3)])
  t.strictSame(await pages(world, 'page_size=6'), [made])
})

t.test('a page holds 25 ad groups unless the call says otherwise', async (t) => {
  const world = await mock(t)
  await fill(world, await cbo(world), 26)
  t.strictSame(
    (await pages(world, '')).map((page) => page.length),
    [25, 1],
  )
})

t.test('very many campaigns page like few: every ad group once, in order, both ways', async (t) => {
  const world = await mock(t)
  const campaigns: Json[] = []
  for (let batch = 0; batch < 5; batch++) {
    const items = Array(30).fill({ name: 'Many', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 })
    campaigns.push(...(await world.post('/campaigns', items)).body.items.map(({ data }: Json) => data))
  }
  const made: string[] = []
  for (let batch = 0; batch < 10; batch++) {
    const offset = (batch % 5) * 30
    const items = campaigns
      .slice(offset, offset + 30)
      .toReversed()
      .map((campaign) => adGroupIn(campaign))
    made.push(...(await world.post('/ad_groups', items)).body.items.map(({ data }: Json) => data.id))
  }
  const query = `page_size=70&campaign_ids=${ids(campaigns).join(',')}`
  t.strictSame((await pages(world, query)).flat(), made)
  t.strictSame((await pages(world, `${query}&order=DESCENDING`)).flat(), made.toReversed())
  const chosen = made.filter((_, index) => index % 2 === 0)
  t.strictSame((await pages(world, `page_size=40&ad_group_ids=${chosen.join(',')}`)).flat(), chosen)
})

t.test('an ad group that comes between two pages is on the later one, and moves nothing', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const made = ids(await fill(world, campaign, 4))
  const first = (await world.get('/ad_groups?page_size=2')).body
  const late = await madeIn(world, campaign)
  await world.change('/ad_groups', { id: made[1], status: 'ARCHIVED' })
  const second = (await world.get(`/ad_groups?page_size=250&bookmark=${first.bookmark}`)).body
  t.strictSame(ids(second.items), [...made.slice(2), late.id])
})

t.test('a bookmark belongs to its filter, its order and its list', async (t) => {
  const world = await mock(t)
  const [one, two] = [await cbo(world), await cbo(world)]
  const made = ids(await inTurn(world, [one, two], 2))
  const { bookmark } = (await world.get(`/ad_groups?page_size=1&campaign_ids=${one.id}`)).body
  t.match(bookmark, /^[\w-]+$/)
  const same = await world.get(`/ad_groups?page_size=9&campaign_ids=${one.id}&bookmark=${bookmark}`)
  t.strictSame(ids(same.body.items), [made[2]])
  for (const path of [
    '/ad_groups?',
    `/ad_groups?campaign_ids=${two.id}&`,
    `/ad_groups?campaign_ids=${one.id}&order=DESCENDING&`,
    `/ad_groups?campaign_ids=${one.id}&entity_statuses=PAUSED&`,
    `/campaigns?campaign_ids=${one.id}&`,
  ]) {
    const { status, body } = await world.get(`${path}bookmark=${bookmark}`)
    t.equal(status, 400, path)
    t.match(body, { code: 1, message: /^Invalid request: bookmark/ })
  }
})
