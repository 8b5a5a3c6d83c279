import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hash } from '#server/domain/ids.ts'
import { type UploadedFile, uploadedFileIn } from './form-file.ts'

/** Where files are uploaded. Outside the API, since uploads carry no token. */
export const uploads = { below: '/__mock', path: '/uploads' } as const

/** Called for each file that was uploaded by a form. */
export type FileReceiver = (request: FastifyRequest, file: UploadedFile) => Promise<void>

/** Bytes of a form that are read: its fields and the beginning of its file. */
const maxHeadBytes = 65_536

/**
 * Accepts files that are uploaded by forms, of any size. Reads their first bytes and stores nothing; answers 204 as a
 * file store does, also for a file that nothing refers to.
 */
export function acceptUploads(app: FastifyInstance, receive: FileReceiver): void {
  app.addContentTypeParser('multipart/form-data', (_request, form, done) => {
    const head: Buffer[] = []
    let room = maxHeadBytes
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
    const file = Buffer.isBuffer(body) ? uploadedFileIn(body, headers['content-type'] ?? '') : undefined
    if (file !== undefined) await receive(request, file)
    return reply.code(204).send()
  })
  app.register(takeParts)
}

/** Accepts parts of files and stores nothing of them: the path alone identifies a part. */
async function takeParts(app: FastifyInstance): Promise<void> {
  app.addContentTypeParser('*', (_request, part, done) => {
    part
      .on('error', done)
      .on('end', () => done(null))
      .resume()
  })
  app.put(`${uploads.path}/*`, ({ url }, reply) => reply.header('etag', `"${hash(url).toString(16)}"`).send())
}
