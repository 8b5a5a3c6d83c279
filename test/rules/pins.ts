import { boardCases } from '#server/target/probe/cases/boards.ts'
import { pinCases as probedPinCases } from '#server/target/probe/cases/pins.ts'
import { boardIn, carousel, image, pinIn, videoIn, videoSourceIn } from '../fixtures/pins.ts'
import { productPinIn } from '../fixtures/product-pins.ts'
import { tag, taggable, untag } from '../fixtures/product-tags.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const creating =
  (pin: Json) =>
  ({ call }: Mock): Promise<Answer> =>
    call('POST', '/v5/pins', pin)

/** Makes a Pin of a video so many seconds after it was registered. */
const creatingOfVideo =
  (seconds: number) =>
  async ({ call, clock }: Mock): Promise<Answer> => {
    const { body } = await call('POST', '/v5/media', { media_type: 'video' })
    clock.advance(seconds * 1000)
    const media_source = { source_type: 'video_id', media_id: body.media_id, cover_image_key_frame_time: 1 }
    return call('POST', '/v5/pins', { media_source })
  }

/** Makes a Pin of a video, with that as its cover. */
const creatingWithCover =
  (cover: Json) =>
  async (mock: Mock): Promise<Answer> =>
    creating({ media_source: { source_type: 'video_id', media_id: await videoIn(mock), ...cover } })(mock)

/** Makes a Pin of a video in a world of a profile. */
const creatingVideoIn =
  (profile: string) =>
  async (mock: Mock): Promise<Answer> => {
    await mock.call('PUT', '/__mock/settings', { profile })
    return creatingWithCover({ cover_image_key_frame_time: 1 })(mock)
  }

/** Deletes a board that is so private. */
const deletingBoard =
  (privacy: string) =>
  async (mock: Mock): Promise<Answer> =>
    mock.call('DELETE', `/v5/boards/${(await boardIn(mock, 'Trails', { privacy })).id}`)

/** Changes the text of so many images of a Pin that has two. */
const changingSlots =
  (count: number) =>
  async (mock: Mock): Promise<Answer> => {
    const { id } = await pinIn(mock, { media_source: carousel })
    return mock.call('PATCH', `/v5/pins/${id}`, { carousel_slots: Array(count).fill({ title: 'New' }) })
  }

/** Writes of a Pin by its id. */
const writes = {
  'by a change': ({ call }, { id }) => call('PATCH', `/v5/pins/${id}`, { title: 'New' }),
  'by a deletion': ({ call }, { id }) => call('DELETE', `/v5/pins/${id}`),
} as const satisfies Record<string, (mock: Mock, pin: Json) => Promise<Answer>>

/** A write of a product Pin, and of a copy that was saved of it. */
const writesOfProducts = Object.entries(writes).map(([moment, write]) => ({
  rule: 'pin.product.of-item',
  moment,
  refused: async (mock: Mock) => write(mock, await productPinIn(mock)),
  passes: async (mock: Mock) => {
    const { id } = await productPinIn(mock)
    return write(mock, (await mock.call('POST', `/v5/pins/${id}/save`, {})).body)
  },
}))

/** A change of the product tags of the Pin that is chosen of a product Pin and another one. */
const taggingOf =
  (change: typeof tag, chosen: (pin: Json, product: Json) => Json) =>
  async (mock: Mock): Promise<Answer> => {
    const { pin, products } = await taggable(mock)
    return change(mock, chosen(pin, { id: products.TWO }), products.ONE)
  }

/** Changes of product tags, of a product Pin and of another one. */
const tagsOfProducts = Object.entries({ 'by a tag': tag, 'by the removal of a tag': untag }).map(
  ([moment, change]) => ({
    rule: 'pin.product.of-item',
    moment,
    refused: taggingOf(change, (_, product) => product),
    passes: taggingOf(change, (pin) => pin),
  }),
)

/** Cases of the rules about boards and Pins. */
export const pinCases: readonly RuleCase[] = [
  {
    rule: 'pin.video.sandbox',
    refused: creatingVideoIn('sandbox'),
    passes: creatingVideoIn('off'),
  },
  ...probed(boardCases),
  ...probed(probedPinCases),
  {
    rule: 'board.delete.protected',
    refused: deletingBoard('PROTECTED'),
    passes: deletingBoard('SECRET'),
  },
  {
    rule: 'pin.media_source.required',
    refused: creating({ title: 'Without an image' }),
    passes: async (mock) => creating({ parent_pin_id: (await pinIn(mock)).id })(mock),
  },
  {
    rule: 'pin.media_source.pin-url',
    refused: creating({ media_source: { source_type: 'pin_url' } }),
    passes: creating({ media_source: image }),
  },
  {
    rule: 'pin.media_source.url',
    refused: creating({ media_source: { ...image, url: 'file:///walk.jpg' } }),
    passes: creating({ media_source: { ...image, url: 'http://localhost/walk.jpg' } }),
  },
  {
    rule: 'pin.media_source.url',
    moment: 'for one of several images',
    refused: creating({ media_source: { ...carousel, items: [...carousel.items, { url: 'walk.jpg' }] } }),
    passes: creating({ media_source: carousel }),
  },
  {
    rule: 'pin.video.cover',
    refused: creatingWithCover({}),
    passes: creatingWithCover({ cover_image_key_frame_time: 2 }),
  },
  {
    rule: 'pin.video.cover',
    moment: 'where an image has no content type',
    refused: creatingWithCover({ cover_image_data: 'AAAA' }),
    passes: creatingWithCover({ cover_image_data: 'AAAA', cover_image_content_type: 'image/png' }),
  },
  {
    rule: 'pin.video.cover',
    moment: 'where what is sent for it is empty',
    refused: creatingWithCover({
      cover_image_url: '',
      cover_image_data: '',
      cover_image_content_type: 'image/png',
    }),
    passes: creatingWithCover({ cover_image_url: 'https://example.com/cover.jpg', cover_image_data: '' }),
  },
  {
    rule: 'pin.media_source.url',
    moment: 'for the cover of a video',
    refused: creatingWithCover({ cover_image_url: 'cover.jpg' }),
    passes: creatingWithCover({ cover_image_url: 'https://example.com/cover.jpg' }),
  },
  {
    rule: 'pin.video.registered',
    refused: creating({
      media_source: { source_type: 'video_id', media_id: '5212123900000000000', cover_image_key_frame_time: 0 },
    }),
    passes: async (mock) => creating({ media_source: await videoSourceIn(mock) })(mock),
  },
  { rule: 'pin.video.processed', refused: creatingOfVideo(2), passes: creatingOfVideo(3) },
  ...writesOfProducts,
  ...tagsOfProducts,
  { rule: 'pin.carousel_slots.images', refused: changingSlots(3), passes: changingSlots(2) },
]
