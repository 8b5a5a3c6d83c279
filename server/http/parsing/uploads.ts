import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hash } from '#server/domain/ids.ts'
import { fileIn, type UploadedFile } from './form-file.ts'

/** Where files are uploaded: outside the API, since no token goes with them. */
export const uploads = { below: '/__mock', path: '/uploads' } as const

/** Told of each file that was uploaded as a form. */
export type FileReceiver = (request: FastifyRequest, file: UploadedFile) => Promise<void>

/** How much of a form is looked at: its fields and the beginning of its file. */
const looked = 65_536

/**
 * Takes files that are sent as forms, whatever their size, looks at their first bytes and keeps nothing of them, and
 * answers as a file store does: also where the file is of no use.
 */
export function takeUploads(app: FastifyInstance, received: FileReceiver): void {
  app.addContentTypeParser('multipart/form-data', (_request, form, done) => {
    const head: Buffer[] = []
    let room = looked
    form
      .on('error', done)
      .on('data', (bytes: Buffer) => {
        if (room > 0) head.push(bytes.subarray(0, room))
        room -= bytes.length
      })
      .on('end', () => done(null, Buffer.concat(head)))
  })
  app.post(uploads.path, async (request, reply) => {
    const { body, headers } = request
    const file = Buffer.isBuffer(body) ? fileIn(body, headers['content-type'] ?? '') : undefined
    if (file !== undefined) await received(request, file)
    return reply.code(204).send()
  })
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
