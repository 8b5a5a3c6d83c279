import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import type { PinMedia, PinMediaSource } from './media-schema.ts'
import { pinWriteRules } from './write-rules.ts'

/** The facts that the rules about a new Pin evaluate. */
export interface PinCreateFacts {
  readonly source: PinMediaSource | null
  /** The media of the Pin that it is saved from. */
  readonly parentMedia: PinMedia | undefined
  /** Returns the status of its video; undefined where the video does not exist. */
  readonly videoStatus: () => string | undefined
  /** Whether the world stands for Pinterest's sandbox. */
  readonly isSandbox: boolean
}

/** The facts that the rules about an update of a Pin evaluate. */
export interface PinUpdateFacts {
  readonly slots: number
  /** The number of images in the Pin's carousel. */
  readonly images: number
}

const assumed = {
  refuses: 'request',
  evidence: 'assumed',
  source: 'a decision of this project',
  code: 1,
} as const

const create = ['pins/create']
const isVideo = ({ source }: PinCreateFacts): boolean => source?.source_type === 'video_id'

/** Tells whether a video has a cover image: by URL, by its data, or by a key frame of the video. */
function hasCover({ source }: PinCreateFacts): boolean {
  if (source?.source_type !== 'video_id') return true
  const { cover_image_url, cover_image_content_type, cover_image_data, cover_image_key_frame_time } = source
  const isSent = cover_image_content_type != null && Boolean(cover_image_data)
  return Boolean(cover_image_url) || isSent || cover_image_key_frame_time != null
}

/** Returns the URLs of all images that were sent; the empty URL of a cover counts as absent. */
function urlsOf({ source }: PinCreateFacts): readonly string[] {
  if (source?.source_type === 'image_url') return [source.url]
  if (source?.source_type === 'video_id') return source.cover_image_url ? [source.cover_image_url] : []
  return source?.source_type === 'multiple_image_urls' ? source.items.map(({ url }) => url) : []
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)

/** Rules about the media source of a new Pin. */
export const pinCreateRules: readonly Rule<PinCreateFacts>[] = [
  {
    ...assumed,
    id: 'pin.media_source.required',
    operations: create,
    fields: ['media_source', 'parent_pin_id'],
    essential: true,
    message: 'media_source is required, unless parent_pin_id names a Pin to save.',
    violated: ({ source, parentMedia }) => source === null && parentMedia === undefined,
  },
  {
    ...assumed,
    id: 'pin.media_source.pin-url',
    operations: create,
    fields: ['media_source'],
    essential: true,
    evidence: 'documented',
    source: 'S523 PinMediaSourcePinURL (closed beta); the refusal and its text are assumed',
    message: 'media_source of type pin_url is in closed beta: send image_url, image_base64 or video_id.',
    violated: ({ source }) => source?.source_type === 'pin_url',
  },
  {
    ...assumed,
    id: 'pin.media_source.url',
    operations: create,
    fields: ['media_source'],
    message: 'media_source takes URLs of images that begin with http:// or https://.',
    sent: (facts) => urlsOf(facts).find((url) => !isWeb(url)),
    violated: (facts) => urlsOf(facts).some((url) => !isWeb(url)),
  },
  {
    ...assumed,
    id: 'pin.video.sandbox',
    operations: create,
    fields: ['media_source'],
    evidence: 'documented',
    source: 'SBX; code and text are assumed',
    message: 'The sandbox makes no video Pins: send an image, or leave the profile sandbox.',
    violated: (facts) => facts.isSandbox && isVideo(facts),
  },
  {
    ...assumed,
    id: 'pin.video.cover',
    operations: create,
    fields: ['media_source'],
    evidence: 'second-hand',
    source:
      'POSTIZ, which knows the refusal by the words cover_image_url or cover_image_content_type; the rest is assumed',
    message: 'media_source of a video needs cover_image_url or cover_image_content_type with cover_image_data.',
    passes: 'One of these, or cover_image_key_frame_time.',
    violated: (facts) => !hasCover(facts),
  },
  {
    ...assumed,
    id: 'pin.video.registered',
    operations: create,
    fields: ['media_source'],
    source: 'a decision of this project: as GET /media/{media_id} answers of a video that is not there',
    status: 404,
    code: 2,
    message: 'Media not found.',
    passes: 'A media_id that POST /media has answered.',
    violated: (facts) => isVideo(facts) && facts.videoStatus() === undefined,
  },
  {
    ...assumed,
    id: 'pin.video.processed',
    operations: create,
    fields: ['media_source'],
    message: 'media_source takes a video whose status is succeeded: ask GET /media/{media_id} until it is.',
    sent: ({ videoStatus }) => videoStatus(),
    when: (facts) => isVideo(facts) && facts.videoStatus() !== undefined,
    violated: ({ videoStatus }) => videoStatus() !== 'succeeded',
  },
]

/** Rules about an update of a Pin. */
export const pinUpdateRules: readonly Rule<PinUpdateFacts>[] = [
  {
    ...assumed,
    id: 'pin.carousel_slots.images',
    operations: ['pins/update'],
    fields: ['carousel_slots'],
    message: 'carousel_slots takes at most as many as the Pin has images to leaf through.',
    sent: ({ slots, images }) => `${slots} for ${images} images`,
    violated: ({ slots, images }) => slots > images,
  },
]

/** All rules of Pins. */
export const allPinRules: readonly RuleEntry[] = [...pinCreateRules, ...pinUpdateRules, ...pinWriteRules]
