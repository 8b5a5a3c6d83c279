import type { FastifyReply, FastifyRequest } from 'fastify'
import { isoOf } from '#server/domain/time/clock.ts'
import { streamOf } from '#server/http/responses/stream.ts'
import type { World } from '#server/worlds/world.ts'
import { documentOf } from './documents.ts'
import { isSigned, type LinkQuery, linkLasts, reportNamedIn, validUntil } from './link.ts'
import { type ReportRow, reportTable } from './repository.ts'

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

/**
 * Sends the file of a report while its URL is valid, or refuses it in XML as S3 does. The URL alone decides: no token is
 * needed.
 */
export function sendReportFile({ world, raw, query, method, id }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = (raw.url ?? '').split('?')[0] ?? ''
  const report = reportIn(world, path)
  // As with S3, a URL is signed for one method.
  const refusal = method === 'GET' ? refusalOf(world, report, query as LinkQuery) : mismatch
  if (refusal !== undefined || report === undefined) return refuse(reply, refusal ?? missing, id)
  return reply.type('text/plain; charset=utf-8').send(streamOf(documentOf(world, report)))
}

function reportIn({ db }: World, path: string): ReportRow | undefined {
  const name = reportNamedIn(path)
  const report = name && reportTable.find(db, name.accountId, name.id)
  return report?.created_time === name?.created && report?.finished_time !== null ? report : undefined
}

function refusalOf({ clock }: World, report: ReportRow | undefined, query: LinkQuery): FileRefusal | undefined {
  if (query['X-Amz-Signature'] === undefined) return unsigned
  if (report === undefined) return missing
  if (!isSigned(report, query)) return mismatch
  const [until, now] = [validUntil(query), clock.seconds()]
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
