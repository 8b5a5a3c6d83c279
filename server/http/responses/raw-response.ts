import type { FastifyReply } from 'fastify'
import { sendJson } from './replies.ts'

/** A response that no schema describes. */
export interface RawResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body; undefined without one. */
  readonly text: string | undefined
  /** Whether the body is JSON, unless its headers say otherwise. */
  readonly isJson: boolean
}

/** Sends a response of a fault or a stub. Text that has no content type is plain. */
export function sendRaw(reply: FastifyReply, { status, headers, text, isJson }: RawResponse): FastifyReply {
  reply.code(status).headers(headers)
  if (status === 204 || status === 304 || text === undefined) return reply.send()
  const type = reply.getHeader('content-type') ?? (isJson ? undefined : 'text/plain')
  if (type === undefined) return sendJson(reply, text)
  reply.request.entry?.answered(text)
  // Fastify's hooks change the type of text, not of bytes.
  return reply.header('content-type', type).send(Buffer.from(text))
}
