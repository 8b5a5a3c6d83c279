import type { FastifyInstance } from 'fastify'
import { allowPages } from '../http/cors.ts'
import { acceptUploads, type FileReceiver, uploads } from '../http/parsing/uploads.ts'
import { signedFiles } from '../registry/signed-files.ts'

/** Adds the routes of files, at addresses that responses of the API name: uploads of media, and signed downloads. */
export function fileRoutes(app: FastifyInstance): void {
  app.register(
    async (files) => {
      allowPages(files, { paths: [uploads.path, `${uploads.path}/*`] })
      acceptUploads(files, receiveFile)
    },
    { prefix: uploads.below },
  )
  app.register(async (files) => {
    allowPages(files, { paths: signedFiles.map(({ path }) => path) })
    for (const { path, send } of signedFiles) files.get(path, send)
  })
}

/** Passes an uploaded file to the media resource, which is loaded on the first upload. */
const receiveFile: FileReceiver = async (request, { key, head }) => {
  const media = await import('../resources/content/media/service.ts')
  const { world } = request
  media.receiveFile(world, key, head)
}
