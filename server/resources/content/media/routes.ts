import { found } from '#server/domain/errors/found.ts'
import { pathOfWorld } from '#server/domain/world-name.ts'
import { uploads } from '#server/http/parsing/uploads.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { readProgressOf } from '#server/worlds/progress.ts'
import { listMedia, mediaTable } from './repository.ts'
import { mediaErrors } from './resource.ts'
import { Media, MediaCreate, MediaListQuery, MediaPage, MediaPath, MediaUpload } from './schema.ts'
import { mediaText, mediaUploadText } from './serialize.ts'
import { mediaStatus, registerMedia } from './service.ts'

/** Adds the operations on videos. */
export function mediaRoutes(app: Operations): void {
  app.operation('media/list', {
    summary: 'List videos',
    description: "Returns a page of the user's registered videos, ordered by id.",
    schema: { querystring: MediaListQuery, response: { 200: MediaPage } },
    handler: ({ operation, query, world }, reply) => {
      const page = requestedPage({ operation, query }, {})
      const rows = listMedia(world.db, page)
      const progress = readProgressOf(world, 'media')
      return replyWithPage(reply, page, rows, (row) => mediaText(row, mediaStatus(row, progress)))
    },
  })

  app.operation('media/create', {
    summary: 'Register a video',
    description:
      "Registers a video. Processing starts without an upload and takes time of the world's clock. An uploaded file that is no MP4, MOV or M4V ends in the status failed.",
    schema: { body: MediaCreate, response: { 201: MediaUpload } },
    handler: ({ body, world, caller, origin }, reply) => {
      const row = world.write(() => registerMedia(world, body))
      const url = `${origin}${pathOfWorld(world.name)}${uploads.below}${uploads.path}`
      const place = { url, userId: caller.userId, now: world.clock.milliseconds() }
      return sendJson(reply.code(201), mediaUploadText(row, place))
    },
  })

  app.operation('media/get', {
    summary: 'Get a video',
    description: 'Returns a video with its status: registered, processing, succeeded or failed.',
    schema: { params: MediaPath, response: { 200: Media } },
    handler: ({ params, world }, reply) => {
      const row = found(mediaTable.find(world.db, params.media_id), mediaErrors['media.path'])
      return sendJson(reply, mediaText(row, mediaStatus(row, readProgressOf(world, 'media'))))
    },
  })
}
