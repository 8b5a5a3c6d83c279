import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongId } from '#server/http/schema/fields.ts'

/** The statuses of a video. */
export const mediaStatuses = ['registered', 'processing', 'succeeded', 'failed'] as const
/** One of `mediaStatuses`. */
export type MediaStatus = (typeof mediaStatuses)[number]

const MediaType = z.enum(['video']).meta({ description: 'Media type. Only videos are uploaded.' })

/** The request body of a registration. */
export const MediaCreate = z.object({ media_type: MediaType }).meta({
  id: 'MediaUploadCreate',
  description: 'Request to register a video.',
  example: { media_type: 'video' },
})

const UploadParameters = z
  .object({
    'x-amz-date': z.string(),
    'x-amz-signature': z.string(),
    'x-amz-security-token': z.string(),
    'x-amz-algorithm': z.string(),
    key: z.string().meta({ description: 'Storage key of the file. It identifies the registration.' }),
    policy: z.string(),
    'x-amz-credential': z.string(),
    'Content-Type': z.string(),
  })
  .meta({ id: 'MediaUploadParameters', description: 'Form fields to send before the file.' })

/** The response to a registration. */
export const MediaUpload = z
  .object({
    media_id: LongId,
    media_type: MediaType,
    upload_url: z.string().meta({
      description: 'URL for the upload form, on this server. The first bytes are inspected; the file is not stored.',
    }),
    upload_parameters: UploadParameters,
  })
  .meta({ id: 'MediaUpload', description: 'The registered video with its upload form.' })

/** A video in a response. */
export const Media = z
  .object({
    media_id: LongId,
    media_type: MediaType,
    status: z
      .enum(mediaStatuses)
      .meta({ description: "Status by the time since the registration, on the world's clock." }),
  })
  .meta({ id: 'Media', description: 'A video. Pins can use it once its status is succeeded.' })

/** The query parameters of a list. */
export const MediaListQuery = z.object(pageQuery)

/** The response of a list. */
export const MediaPage = pageOf(Media).meta({ id: 'MediaPage' })

/** The path parameters of a video. */
export const MediaPath = z.object({ media_id: LongId })

export type MediaCreate = z.output<typeof MediaCreate>
export type MediaUpload = z.output<typeof MediaUpload>
export type Media = z.output<typeof Media>
