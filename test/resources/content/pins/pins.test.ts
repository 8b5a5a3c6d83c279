import t from 'tap'
import { boardIn, image, pinIn, sectionIn } from '#test/fixtures/pins.ts'
import { mock } from '#test/support/mock.ts'

const id = '1055601600128614527'
const url = image.url
const created = {
  id,
  created_at: '2026-06-01T12:00:00',
  title: null,
  description: null,
  link: null,
  alt_text: null,
  dominant_color: '#25df4c',
  board_section_id: null,
  board_owner: { username: 'mock_advertiser' },
  parent_pin_id: null,
  creative_type: 'REGULAR',
  is_owner: true,
  is_standard: true,
  media: {
    media_type: 'image',
    images: {
      '150x150': { width: 150, height: 150, url },
      '400x300': { width: 400, height: 300, url },
      '600x': { width: 600, height: 900, url },
      '1200x': { width: 1200, height: 1800, url },
    },
  },
  has_been_promoted: false,
  is_product: false,
  is_removable: false,
  product_tags: [],
  pin_metrics: null,
}

t.test('a Pin of an image alone has every field but a board', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/v5/pins', { media_source: image })
  t.equal(status, 200)
  t.strictSame(body, created)
  t.strictSame((await call('GET', `/v5/pins/${id}`)).body, created)
})

t.test('a Pin with everything keeps it', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  const { id: board_section_id } = await sectionIn(world, board_id)
  const content = {
    title: 'A walk',
    description: 'In spring',
    link: 'https://example.com/walk',
    alt_text: 'A path',
    dominant_color: '#6E7874',
    board_id,
    board_section_id,
  }
  const body = await pinIn(world, { ...content, media_source: { ...image, is_standard: false } })
  t.strictSame(body, { ...created, ...content, is_standard: false })
})

t.test('null counts as absent when a Pin is created', async (t) => {
  const nulls = { title: null, description: null, link: null, alt_text: null, dominant_color: null, sponsor_id: null }
  const places = { board_id: null, board_section_id: null, parent_pin_id: null }
  t.strictSame(await pinIn(await mock(t), { ...nulls, ...places }), created)
})

t.test('fields that belong to another source of media are ignored', async (t) => {
  const media_source = { ...image, content_type: 'image/png', data: 'iVBORw0KGgo=' }
  t.strictSame(await pinIn(await mock(t), { media_source }), created)
})

t.test('an update leaves what it does not send, and null clears', async (t) => {
  const world = await mock(t)
  await pinIn(world, { title: 'A walk', description: 'In spring', link: 'https://example.com', alt_text: 'A path' })
  const { status, body } = await world.call('PATCH', `/v5/pins/${id}`, { title: 'A hike', description: null })
  t.equal(status, 200)
  t.strictSame(body, { ...created, title: 'A hike', link: 'https://example.com', alt_text: 'A path' })
  t.strictSame((await world.call('GET', `/v5/pins/${id}`)).body, body)
})

t.test('metrics are answered only when they are asked for', async (t) => {
  const world = await mock(t)
  await pinIn(world)
  for (const path of [`/v5/pins/${id}`, '/v5/pins']) {
    const { body } = await world.call('GET', `${path}?pin_metrics=True`)
    t.strictSame((body.items?.[0] ?? body).pin_metrics, {
      '90d': { pin_click: 0, impression: 0, clickthrough: 0 },
      lifetime_metrics: { pin_click: 0, impression: 0, clickthrough: 0, reaction: 0, comment: 0 },
    })
  }
  t.equal((await world.call('GET', `/v5/pins/${id}?pin_metrics=false`)).body.pin_metrics, null)
})

t.test('a deleted Pin is gone, and its board tells when', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  await pinIn(world, { board_id })
  world.clock.advance(60_000)
  const { status, body } = await world.call('DELETE', `/v5/pins/${id}`)
  t.equal(status, 204)
  t.equal(body, '')
  t.match((await world.call('GET', `/v5/boards/${board_id}`)).body, {
    pin_count: 0,
    board_pins_modified_at: '2026-06-01T12:01:00',
  })
})

t.test('a Pin that is not there is code 50', async (t) => {
  const { call } = await mock(t)
  const calls = [
    ['GET', `/v5/pins/${id}`],
    ['PATCH', `/v5/pins/${id}`, { title: 'x' }],
    ['DELETE', `/v5/pins/${id}`],
    ['POST', `/v5/pins/${id}/save`, {}],
    ['POST', '/v5/pins', { parent_pin_id: id }],
  ] as const
  for (const [method, path, body] of calls) {
    const answer = await call(method, path, body)
    t.equal(answer.status, 404, `${method} ${path}`)
    t.strictSame(answer.body, { code: 50, message: 'Pin not found.' })
  }
})

t.test('Pins belong to the user: emptying an ad account leaves them', async (t) => {
  const world = await mock(t)
  await pinIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.equal((await world.call('GET', `/v5/pins/${id}`)).status, 200)
})

const refused = {
  'a title of 101 characters': { media_source: image, title: 'x'.repeat(101) },
  'a description of 801 characters': { media_source: image, description: 'x'.repeat(801) },
  'a link of 2,049 characters': { media_source: image, link: 'x'.repeat(2049) },
  'an alt text of 501 characters': { media_source: image, alt_text: 'x'.repeat(501) },
  'media of no known source': { media_source: { source_type: 'image' } },
  'an image without a URL': { media_source: { source_type: 'image_url' } },
  'a board that is no number': { media_source: image, board_id: 'trails' },
  'one image to leaf through': { media_source: { source_type: 'multiple_image_urls', items: [{ url }] } },
  'data that are not Base64': { media_source: { source_type: 'image_base64', content_type: 'image/png', data: '?' } },
}
for (const [what, body] of Object.entries(refused)) {
  t.test(`a Pin is refused with ${what}`, async (t) => {
    const { call } = await mock(t)
    t.match(await call('POST', '/v5/pins', body), { status: 400, body: { code: 1, message: /^Invalid request: / } })
    t.strictSame((await call('GET', '/v5/pins')).body.items, [])
  })
}
