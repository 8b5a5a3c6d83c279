import t from 'tap'
import { processedFeedIn, productRow, resultsOf } from '#test/fixtures/feeds.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const { image_link: _, ...withoutImage } = productRow
const rows = [productRow, withoutImage, { ...productRow, id: 'TENT-3', gender: 'any' }, { ...productRow, id: '' }]

/** Lists the issues of the newest processing of a feed with these rows. */
async function issuesOf(world: Mock, query = ''): Promise<Answer> {
  const feed = await processedFeedIn(world, { rows })
  const [{ id }] = (await resultsOf(world, feed)) as [Json]
  return world.call('GET', `/v5/catalogs/processing_results/${id}/item_issues${query}`)
}

const numbersIn = ({ body }: Answer): readonly number[] => body.items.map((one: Json) => one.item_number)

t.test('items are listed with their errors and warnings, by their place in the feed', async (t) => {
  const { status, body } = await issuesOf(await mock(t))
  t.equal(status, 200)
  t.strictSame(body.items, [
    {
      item_number: 1,
      item_id: 'TENT-1',
      warnings: {},
      errors: {
        IMAGE_LINK_MISSING: { attribute_name: 'IMAGE_LINK', provided_value: '' },
        DUPLICATE_PRODUCTS: { attribute_name: 'ITEM_ID', provided_value: 'TENT-1' },
      },
    },
    {
      item_number: 2,
      item_id: 'TENT-3',
      warnings: { GENDER_INVALID: { attribute_name: 'GENDER', provided_value: 'any' } },
      errors: {},
    },
    {
      item_number: 3,
      item_id: null,
      warnings: {},
      errors: { ITEMID_MISSING: { attribute_name: 'ITEM_ID', provided_value: '' } },
    },
  ])
})

t.test('a list is narrowed to places in the feed, or to an issue', async (t) => {
  t.strictSame(numbersIn(await issuesOf(await mock(t), '?item_numbers=1,3')), [1, 3])
  t.strictSame(numbersIn(await issuesOf(await mock(t), '?item_validation_issue=GENDER_INVALID')), [2])
  t.strictSame(numbersIn(await issuesOf(await mock(t), '?item_validation_issue=TITLE_MISSING')), [])
  t.equal((await issuesOf(await mock(t), '?item_validation_issue=NONE')).status, 400)
})

t.test('issues are listed by pages', async (t) => {
  const world = await mock(t)
  const first = await issuesOf(world, '?page_size=2')
  const [latest] = (await world.call('GET', '/__mock/requests?limit=1')).body.items
  const second = await world.call('GET', `${latest.url}&bookmark=${first.body.bookmark}`)
  t.strictSame([...numbersIn(first), ...numbersIn(second)], [1, 2, 3])
  t.equal(second.body.bookmark, null)
})

t.test('at most twenty items are listed for each issue', async (t) => {
  const world = await mock(t)
  const many = Array.from({ length: 30 }, (_, index) => ({ ...withoutImage, id: `TENT-${index}` }))
  const feed = await processedFeedIn(world, { rows: many })
  const [{ id, validation_details }] = (await resultsOf(world, feed)) as [Json]
  t.equal(validation_details.errors.IMAGE_LINK_MISSING, 30)
  const { body } = await world.call('GET', `/v5/catalogs/processing_results/${id}/item_issues?page_size=100`)
  t.equal(body.items.length, 20)
})

t.test('the result of another business is not found', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/catalogs/processing_results/1/item_issues')
  t.match({ status, body }, { status: 404, body: { code: 4184 } })
})
