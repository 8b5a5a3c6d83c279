import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongId } from '#server/http/schema/fields.ts'

/** The statuses of a video. */
export const mediaStatuses = ['registered', 'processing', 'succeeded', 'failed'] as const
/** One of `mediaStatuses`. */
export type MediaStatus = (typeof mediaStatuses)[number]

const MediaType = z.enum(['video']).meta({ description: 'Videos alone are uploaded.' })

/** The request body of a registration. */
export const MediaCreate = z.object({ media_type: MediaType }).meta({
  id: 'MediaUploadCreate',
  description: 'A video that is to be uploaded.',
  example: { media_type: 'video' },
})

const UploadParameters = z
  .object({
    'x-amz-date': z.string(),
    'x-amz-signature': z.string(),
    'x-amz-security-token': z.string(),
    'x-amz-algorithm': z.string(),
    key: z.string().meta({ description: 'What the file is stored as, which says what it was registered for.' }),
    policy: z.string(),
    'x-amz-credential': z.string(),
    'Content-Type': z.string(),
  })
  .meta({ id: 'MediaUploadParameters', description: 'Fields of the form, which stand before the file.' })

/** The response to a registration. */
export const MediaUpload = z
  .object({
    media_id: LongId,
    media_type: MediaType,
    upload_url: z
      .string()
      .meta({ description: 'Where the file goes: its first bytes are looked at, and nothing of it is kept.' }),
    upload_parameters: UploadParameters,
  })
  .meta({ id: 'MediaUpload', description: 'A registered video.' })

/** A video in a response. */
export const Media = z
  .object({
    media_id: LongId,
    media_type: MediaType,
    status: z.enum(mediaStatuses).meta({ description: 'By the time since it was registered.' }),
  })
  .meta({ id: 'Media', description: 'A video, of which Pins can be made when it succeeded.' })

/** The query parameters of a list. */
export const MediaListQuery = z.object(pageQuery)

/** The response of a list. */
export const MediaPage = pageOf(Media).meta({ id: 'MediaPage' })

/** The path parameters of a video. */
export const MediaPath = z.object({ media_id: LongId.meta({ description: 'Media ID.' }) })

export type MediaCreate = z.output<typeof MediaCreate>
export type MediaUpload = z.output<typeof MediaUpload>
export type Media = z.output<typeof Media>
