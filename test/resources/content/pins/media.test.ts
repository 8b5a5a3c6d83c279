import t from 'tap'
import { carousel, pinIn, videoIn } from '#test/fixtures/pins.ts'
import { type Json, mock } from '#test/support/mock.ts'

const base64 = { source_type: 'image_base64', content_type: 'image/png', data: 'iVBORw0KGgo=' }
const sizes = ['150x150', '400x300', '600x', '1200x']

t.test('an uploaded image has a URL for each size, the same for the same image', async (t) => {
  const world = await mock(t)
  const pin = await pinIn(world, { media_source: base64 })
  t.strictSame(Object.keys(pin.media.images), sizes)
  for (const size of sizes) t.match(pin.media.images[size].url, `https://i.pinimg.com/${size}/`)
  t.strictSame((await pinIn(world, { media_source: base64 })).media, pin.media)
  const other = await pinIn(world, { media_source: { ...base64, data: 'AAAA' } })
  t.not(other.media.images['600x'].url, pin.media.images['600x'].url)
})

t.test('a Pin of several images tells them in their order', async (t) => {
  const { creative_type, media } = await pinIn(await mock(t), { media_source: carousel })
  t.equal(creative_type, 'CAROUSEL')
  t.equal(media.media_type, 'multiple_images')
  t.match(media.items, [
    { item_type: 'image', title: 'First', description: null, link: null },
    { item_type: 'image', title: 'Second', images: { '600x': { url: 'https://example.com/2.jpg' } } },
  ])
})

t.test('several images may be uploaded', async (t) => {
  const { content_type, data } = base64
  const media_source = { source_type: 'multiple_image_base64', items: Array(5).fill({ content_type, data }) }
  t.equal((await pinIn(await mock(t), { media_source })).media.items.length, 5)
})

t.test('a sixth image is refused by the limit that clients know it by', async (t) => {
  const { call } = await mock(t)
  const { content_type, data } = base64
  for (const media_source of [
    { source_type: 'multiple_image_base64', items: Array(6).fill({ content_type, data }) },
    { source_type: 'multiple_image_urls', items: Array(6).fill({ url: 'https://example.com/1.jpg' }) },
  ]) {
    const { status, body } = await call('POST', '/v5/pins', { media_source })
    t.equal(status, 400)
    t.match(body, { code: 1, message: /constraint: maxItems=5/ })
  }
  t.strictSame((await call('GET', '/v5/pins')).body.items, [])
})

t.test('a video without a cover is refused in words that clients know', async (t) => {
  const world = await mock(t)
  const media_source = { source_type: 'video_id', media_id: await videoIn(world) }
  const { status, body } = await world.call('POST', '/v5/pins', { media_source })
  t.equal(status, 400)
  t.match(body, { code: 1, message: /cover_image_url or cover_image_content_type/ })
})

t.test('the words of each of several images can be changed', async (t) => {
  const world = await mock(t)
  const { id } = await pinIn(world, { media_source: carousel })
  const carousel_slots = [{ link: 'https://example.com' }, { title: null, description: 'Newer' }]
  const { body } = await world.call('PATCH', `/v5/pins/${id}`, { carousel_slots })
  t.match(body.media.items, [
    { title: 'First', link: 'https://example.com', description: null },
    { title: null, link: null, description: 'Newer' },
  ])
})

t.test('a Pin of a video has its cover as images', async (t) => {
  const world = await mock(t)
  const cover_image_url = 'https://example.com/cover.jpg'
  const media_source = { source_type: 'video_id', media_id: await videoIn(world), cover_image_url }
  const { creative_type, media } = await pinIn(world, { media_source })
  t.equal(creative_type, 'VIDEO')
  t.match(media, { media_type: 'video', cover_image_url, images: { '600x': { url: cover_image_url } } })
  t.match(media, { video_url: null, duration: null, height: null, width: null })
})

t.test('a Pin of a video whose cover is a moment of it has images, too', async (t) => {
  const world = await mock(t)
  const media_source = { source_type: 'video_id', media_id: await videoIn(world), cover_image_key_frame_time: 1 }
  const { media } = await pinIn(world, { media_source })
  t.match(media.cover_image_url, 'https://i.pinimg.com/1200x/')
})

const sent = 'https://example.com/a"b\\c/"images":{"url":"d"}'
const shown: readonly [string, Json, (media: Json) => Json[]][] = [
  ['an image', { source_type: 'image_url', url: sent }, (media) => [media.images]],
  [
    'several images',
    { source_type: 'multiple_image_urls', items: [{ url: sent }, { url: sent, title: sent }] },
    ({ items }) => items.map(({ images }: Json) => images),
  ],
]
for (const [what, media_source, imagesOf] of shown) {
  t.test(`the URL of ${what} is stored once, and answered in every size`, async (t) => {
    const world = await mock(t, { rules: { 'pin.media_source.url': { off: true } } })
    const pin = await pinIn(world, { media_source, description: sent })
    for (const images of imagesOf(pin.media)) {
      t.strictSame(Object.keys(images), sizes)
      for (const size of sizes) t.equal(images[size].url, sent)
    }
    const { tables } = (await world.call('GET', '/__mock/state')).body
    for (const images of imagesOf(tables.pins[0].json.media)) t.strictSame(images, { url: sent })
    const saved = (await world.call('POST', `/v5/pins/${pin.id}/save`, {})).body
    t.strictSame(saved.media, pin.media)
    const changed = (await world.call('PATCH', `/v5/pins/${pin.id}`, { title: 'Other' })).body
    t.strictSame(changed.media, pin.media)
    t.equal(changed.description, sent)
  })
}

t.test('a Pin that was stored with its image in every size is answered as it was', async (t) => {
  const world = await mock(t)
  const board = (await world.call('POST', '/v5/boards', { name: 'Board' })).body
  const url = 'https://example.com/old.jpg'
  const pin = await pinIn(world, { board_id: board.id, media_source: { source_type: 'image_url', url } })
  const { db } = world.worlds.world('default')
  db.prepare("UPDATE pins SET json = json_set(json, '$.media.images', json(?))").run(JSON.stringify(pin.media.images))
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body, pin)
  const { media } = (await world.call('GET', `/v5/boards/${board.id}`)).body
  t.strictSame(media, { image_cover_url: url, pin_thumbnail_urls: [url] })
})
