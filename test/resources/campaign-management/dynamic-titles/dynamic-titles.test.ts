import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { made, promoting } from '#test/fixtures/promotions.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const hour = 3_600_000

/** An ad group with product groups, and the path of its titles. */
async function titled(world: Mock, products = 1): Promise<{ id: string; path: string }> {
  const adGroup = await promoting(world)
  for (let count = 0; count < products; count++) {
    await made(world, adGroup, {
      catalog_product_group_id: `44370000010${count}`,
      catalog_product_group_name: 'Boots, "tall"',
    })
  }
  return { id: adGroup.id, path: `/ad_groups/${adGroup.id}/dynamic_titles` }
}
const statusOf = async ({ get }: Mock, path: string): Promise<Json> => (await get(`${path}/status`)).body

t.test('titles are ready an hour after the ad group was created: five for each product group', async (t) => {
  const world = await mock(t)
  const { path } = await titled(world, 2)
  t.strictSame(await statusOf(world, path), { is_ready: false, generated_count: 0, reviewed_count: 0 })
  world.clock.advance(hour)
  t.strictSame(await statusOf(world, path), { is_ready: true, generated_count: 10, reviewed_count: 0 })
})

t.test('a setting of the world has them ready at once', async (t) => {
  const world = await mock(t)
  await world.call('PUT', '/__mock/settings', { transitions: { dynamic_titles: 'immediate' } })
  const { path } = await titled(world)
  t.match(await statusOf(world, path), { is_ready: true, generated_count: 5 })
})

t.test('an ad group without product groups and ads never has titles', async (t) => {
  const world = await mock(t)
  const { id } = await madeIn(world, cbo(world))
  world.clock.advance(9 * hour)
  t.match(await statusOf(world, `/ad_groups/${id}/dynamic_titles`), { is_ready: false, generated_count: 0 })
})

t.test('the file has the titles in CSV, for five minutes', async (t) => {
  const world = await mock(t)
  const { path } = await titled(world)
  world.clock.advance(hour)
  const { download_url } = (await world.get(`${path}/csv`)).body
  const { pathname, search } = new URL(download_url)
  t.match(pathname, /^\/dynamic_titles\/aid-\d+\/ad_group-\d+\/review\.csv$/)
  const file = await world.call('GET', pathname + search)
  t.equal(file.status, 200)
  const lines = file.body.trim().split('\n')
  t.equal(lines[0], 'id,title,is_approved')
  t.match(lines[1], /^2681\d+,"Boots, ""tall"", for every day",$/)
  t.equal(lines.length, 6)
  t.equal((await world.call('GET', pathname)).status, 403)
  world.clock.advance(300_000)
  t.equal((await world.call('GET', pathname + search)).status, 403)
})

t.test('a reviewed file is put to its URL and processed by its id', async (t) => {
  const world = await mock(t)
  const { id, path } = await titled(world)
  world.clock.advance(hour)
  const { request_id, upload_url, existing_filename } = (await world.get(`${path}/uploads`)).body
  t.match(request_id, new RegExp(`^${world.account}-${id}-${testNow + 3600}-[0-9a-z]{6}$`))
  t.equal(existing_filename, undefined)
  t.equal(
    (await world.call('PUT', new URL(upload_url).pathname, 'title\n', { 'content-type': 'text/csv' })).status,
    200,
  )
  const { status, body } = await world.post(path, { request_id })
  t.equal(status, 200)
  t.strictSame(body, { status: 'SUCCESS', errors: [] })
  t.match(await statusOf(world, path), { generated_count: 5, reviewed_count: 5 })
  const { existing_filename: existing } = (await world.get(`${path}/uploads`)).body
  t.equal(existing, `aid-${world.account}/ad_group-${id}/validated_approvals.csv`)
})

t.test('an id that no upload URL came with is of no file', async (t) => {
  const world = await mock(t)
  const [one, other] = [await titled(world), await titled(world)]
  const { request_id } = (await world.get(`${other.path}/uploads`)).body
  for (const id of [request_id, 'nope', request_id.replace(/.$/, '_')]) {
    t.strictSame((await world.post(one.path, { request_id: id })).body, {
      errors: [{ error_type: 'INVALID_FILE', row_number: -1 }],
    })
  }
  t.match(await statusOf(world, one.path), { reviewed_count: 0 })
  t.equal((await world.post(one.path, {})).status, 400)
})

t.test('an unknown ad group has no titles, and a seed has some that were reviewed', async (t) => {
  const world = await mock(t, { seed: 'small' })
  t.match(await world.get('/ad_groups/5/dynamic_titles/status'), { status: 404 })
  const { id } = (await world.get('/ad_groups')).body.items.find(({ name }: Json) => name === 'Catalog, shoes')
  t.match(await statusOf(world, `/ad_groups/${id}/dynamic_titles`), { is_ready: true, reviewed_count: 10 })
})
