import { createHmac, timingSafeEqual } from 'node:crypto'
import { isoOf } from '#server/domain/time/clock.ts'
import { reportFiles } from '#server/http/report-files.ts'
import type { ReportRow } from './repository.ts'

/** The seconds for which a URL is valid (F63). */
export const linkLasts = 300

/** The report that the path of a file names. */
export interface ReportFileName {
  readonly accountId: string
  /** Unix seconds. */
  readonly created: number
  readonly id: string
}

/** Returns the path of a report's file: the ad account, the time of the creation, and a number of 16 digits (F63). */
export const filePathOf = ({ id, ad_account_id, created_time }: ReportRow): string =>
  `${reportFiles.below}/${ad_account_id}-${created_time}-${id}/${reportFiles.name}`

const filePath = new RegExp(`^${reportFiles.below}/(\\d{1,18})-(\\d{1,12})-(\\d{16})/${reportFiles.name}$`)

/** Returns the report that a path names; undefined for any other path. */
export function reportNamedIn(path: string): ReportFileName | undefined {
  const [, accountId, created, id] = filePath.exec(path) ?? []
  return accountId === undefined || id === undefined ? undefined : { accountId, created: Number(created), id }
}

/**
 * Returns the query of a URL that is valid from now on: of the form of those that S3 signs. The signature depends on the
 * report's token, so that nothing of it is stored.
 *
 * @param request The id of the request that asks, by which URLs of one second differ.
 */
export function linkQuery(row: ReportRow, now: number, request: string): string {
  const date = isoOf(now * 1000).replaceAll(/[-:]|\.\d+/g, '')
  const key = accessKeyOf(row, request)
  const parameters = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${key}/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(linkLasts),
    'X-Amz-SignedHeaders': 'host',
  }
  return String(new URLSearchParams({ ...parameters, 'X-Amz-Signature': signatureOf(row, parameters) }))
}

/** The query of a URL, as the server parsed it. */
export type LinkQuery = Readonly<Record<string, unknown>>

/** Tells whether the query of a URL was signed for a report. */
export function isSigned(row: ReportRow, query: LinkQuery): boolean {
  const sent = Buffer.from(textIn(query, 'X-Amz-Signature'))
  const expected = Buffer.from(signatureOf(row, query))
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}

/** Returns until when the query of a URL is valid, in Unix seconds; NaN where it does not say. */
export function validUntil(query: LinkQuery): number {
  const [, year, month, day, hour, minute, second] = dateForm.exec(textIn(query, 'X-Amz-Date')) ?? []
  const from = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) / 1000
  return from + Number(textIn(query, 'X-Amz-Expires'))
}

const dateForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

const signed = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders']

function signatureOf(row: ReportRow, query: LinkQuery): string {
  const text = [filePathOf(row), ...signed.map((name) => textIn(query, name))].join('\n')
  return createHmac('sha256', row.token).update(text).digest('hex')
}

const textIn = (query: LinkQuery, name: string): string => (typeof query[name] === 'string' ? query[name] : '')

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const keyLength = 16

/** Returns an access key as temporary credentials have them: 20 letters and digits. */
function accessKeyOf(report: ReportRow, request: string): string {
  const digest = createHmac('sha256', report.token).update(request).digest().subarray(0, keyLength)
  return `ASIA${Array.from(digest, (byte) => letters[byte % letters.length]).join('')}`
}
