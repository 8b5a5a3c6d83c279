import type { FastifyInstance } from 'fastify'
import { hash } from '../domain/ids.ts'

/** Where files are uploaded: outside the API, since no token goes with them. */
export const uploads = { below: '/__mock', path: '/uploads' } as const

/** Takes files that are sent as forms, whatever their size, keeps nothing of them, and answers as a file store does. */
export function takeUploads(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', (_request, form, done) => {
    form
      .on('error', done)
      .on('end', () => done(null))
      .resume()
  })
  app.post(uploads.path, (_request, reply) => reply.code(204).send())
  app.register(takeParts)
}

/** Takes parts of files, whatever they are, and keeps nothing of them: what names a part is its path. */
async function takeParts(app: FastifyInstance): Promise<void> {
  app.addContentTypeParser('*', (_request, part, done) => {
    part
      .on('error', done)
      .on('end', () => done(null))
      .resume()
  })
  app.put(`${uploads.path}/*`, ({ url }, reply) => reply.header('etag', `"${hash(url).toString(16)}"`).send())
}
