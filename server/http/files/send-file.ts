import type { FastifyReply, FastifyRequest } from 'fastify'
import { isoOf } from '#server/domain/time/clock.ts'
import { streamOf } from '../responses/stream.ts'
import { isSigned, type LinkQuery, linkLasts, type SignedFile, validUntil } from './signed-link.ts'

/** A file that is there, and its content, which is computed while it is sent. */
export interface ReadableFile extends SignedFile {
  readonly type: string
  readonly content: () => AsyncIterable<string>
}

/** A refusal as S3 words it. */
interface FileRefusal {
  readonly status: 403 | 404
  readonly code: string
  readonly message: string
  /** Further elements. */
  readonly details?: Readonly<Record<string, string>>
}

const missing: FileRefusal = { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' }
const unsigned: FileRefusal = { status: 403, code: 'AccessDenied', message: 'Access Denied' }
const mismatch: FileRefusal = {
  status: 403,
  code: 'SignatureDoesNotMatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
}

/** Returns the path that a request for a file names, without its world. */
export const pathOfFile = ({ raw }: FastifyRequest): string => (raw.url ?? '').split('?')[0] ?? ''

/** Sends a file while its URL is valid, or refuses it in XML as S3 does. The URL alone decides: no token is needed. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: ReadableFile | undefined): FastifyReply {
  // As with S3, a URL is signed for one method.
  const refusal = request.method === 'GET' ? refusalOf(request, file) : mismatch
  if (refusal !== undefined || file === undefined) return refuse(reply, refusal ?? missing, request.id)
  return reply.type(file.type).send(streamOf(file.content()))
}

function refusalOf(request: FastifyRequest, file: SignedFile | undefined): FileRefusal | undefined {
  const query = request.query as LinkQuery
  if (query['X-Amz-Signature'] === undefined) return unsigned
  if (file === undefined) return missing
  if (!isSigned(file, query)) return mismatch
  const [until, now] = [validUntil(query), request.world.clock.seconds()]
  if (now < until) return undefined
  return {
    status: 403,
    code: 'AccessDenied',
    message: 'Request has expired',
    details: { 'X-Amz-Expires': String(linkLasts), Expires: dateOf(until), ServerTime: dateOf(now) },
  }
}

const dateOf = (seconds: number): string => isoOf(seconds * 1000).replace('.000', '')

function refuse(reply: FastifyReply, { status, code, message, details = {} }: FileRefusal, id: string): FastifyReply {
  const elements = Object.entries({ Code: code, Message: message, ...details, RequestId: id })
  const body = elements.map(([name, text]) => `<${name}>${text}</${name}>`).join('')
  return reply
    .code(status)
    .type('application/xml')
    .send(`<?xml version="1.0" encoding="UTF-8"?>\n<Error>${body}</Error>`)
}
