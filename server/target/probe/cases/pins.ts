import type { ProbeCall, ProbeCase, ProbeStep } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

/** A black image of 200 by 300 points, as it is sent: nothing has to be fetched from anywhere. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAAEsAQAAAACugcETAAAAHklEQVR42u3BMQEAAADCoPVPbQdvoAAAAAAAAADgNx54AAG94zQeAAAAAElFTkSuQmCC'
/** The image as the source of a Pin. */
export const imageSource = { source_type: 'image_base64', content_type: 'image/png', data: png } as const
const slot = (title: string): Fields => ({ title, content_type: 'image/png', data: png })
/** Two images as the source of a carousel. */
export const carouselSource = { source_type: 'multiple_image_base64', items: [slot('First'), slot('Second')] } as const

/** A Pin on a secret board, which nobody else sees and which is deleted with it. */
const creating = (fields: Fields): ProbeCall => ({
  operation: 'pins/create',
  body: { board_id: '{{secretBoard.id}}', title: '{{name}}', ...fields },
})
const carousel: ProbeStep = { as: 'pin', ...creating({ media_source: carouselSource }) }
const changingSlots = (count: number): ProbeCall => ({
  operation: 'pins/update',
  params: { pin_id: '{{pin.id}}' },
  body: { carousel_slots: Array(count).fill({ title: 'New' }) },
})
/** A Pin of one image, by the name of `pin`. */
export const secretPin: ProbeStep = { as: 'pin', ...creating({ media_source: imageSource }) }
const moment = 'on a secret board'

/** Pins of images. */
export const pinCases: readonly ProbeCase[] = [
  {
    rule: 'pin.media_source.required',
    moment,
    refused: creating({}),
    passes: creating({ media_source: imageSource }),
  },
  {
    rule: 'pin.media_source.pin-url',
    moment,
    refused: creating({ media_source: { source_type: 'pin_url' } }),
    passes: creating({ media_source: imageSource }),
  },
  {
    rule: 'pin.media_source.url',
    moment,
    refused: creating({ media_source: { source_type: 'image_url', url: 'file:///walk.jpg' } }),
    passes: creating({ media_source: imageSource }),
  },
  {
    rule: 'pin.video.registered',
    moment,
    refused: creating({ media_source: { source_type: 'video_id', media_id: '1', cover_image_key_frame_time: 0 } }),
    passes: creating({ media_source: imageSource }),
  },
  {
    rule: 'pin.carousel_slots.images',
    moment,
    refused: { setup: [carousel], ...changingSlots(3) },
    passes: { setup: [carousel], ...changingSlots(2) },
  },
]
