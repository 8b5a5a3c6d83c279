import t from 'tap'
import { discountIn, tryDiscountChange } from '#test/fixtures/discounts.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const titles = async ({ get }: Mock, query = ''): Promise<readonly string[]> =>
  (await get(`/promotions${query}`)).body.items.map((one: Json) => one.promotion_title)

t.test('an ad account without promotions lists none', async (t) => {
  const { body } = await (await mock(t)).get('/promotions')
  t.strictSame(body, { items: [], bookmark: null })
})

t.test(
  'a list has every promotion, whatever its status, in the order of creation or the other way round',
  async (t) => {
    const world = await mock(t)
    for (const promotion_title of ['a', 'b', 'c']) {
      const made = await discountIn(world, { promotion_title })
      if (promotion_title === 'b') await tryDiscountChange(world, made, { status: 'ARCHIVED' })
    }
    t.strictSame(await titles(world), ['a', 'b', 'c'])
    t.strictSame(await titles(world, '?order=ASCENDING'), ['a', 'b', 'c'])
    t.strictSame(await titles(world, '?order=DESCENDING'), ['c', 'b', 'a'])
  },
)

t.test('bookmarks lead through all pages, and to no other list', async (t) => {
  const world = await mock(t)
  for (const promotion_title of ['a', 'b', 'c', 'd', 'e']) await discountIn(world, { promotion_title })
  const { items, bookmark } = (await world.get('/promotions?page_size=3')).body
  t.equal(items.length, 3)
  t.strictSame(await titles(world, `?page_size=3&bookmark=${bookmark}`), ['d', 'e'])
  t.match(await world.get(`/promotions?order=DESCENDING&bookmark=${bookmark}`), { status: 400, body: { code: 1 } })
})
