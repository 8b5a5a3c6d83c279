import type { FastifyRequest } from 'fastify'
import { RedactedCall } from '../domain/matching/call-view.ts'

/** Returns a request as criteria compare it, once its body is parsed. */
export const callOfRequest = ({ operation, method, url, headers, bodyText, world }: FastifyRequest): RedactedCall =>
  new RedactedCall({
    operation: operation?.id ?? null,
    method,
    url,
    headers,
    body: bodyText,
    redactor: world.journal.redactor,
  })
