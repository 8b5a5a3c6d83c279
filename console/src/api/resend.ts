import { CallFailure } from './failure.ts'
import { rootOf } from './roots.ts'

/** A request as a person has written it. */
export interface WrittenRequest {
  readonly method: string
  /** Path and query from the root of a world on: `/v5/ad_accounts?page_size=25`. */
  readonly address: string
  readonly authorization: string
  readonly contentType: string
  /** Sent as it is; without a body when empty. */
  readonly body: string
}

/** What the API answered to it. */
export interface WrittenAnswer {
  /** The id under which the journal has the request. */
  readonly id: string | null
  readonly status: number
  readonly body: string
  /** The ids of the rules that refused it, or items of it. */
  readonly rules: readonly string[]
}

/**
 * Sends a request to a world's API, byte for byte.
 *
 * @throws CallFailure when there is no response.
 */
export async function sendWritten(world: string, request: WrittenRequest): Promise<WrittenAnswer> {
  const { method, address, authorization, contentType, body } = request
  const headers: Record<string, string> = {}
  if (authorization !== '') headers.authorization = authorization
  if (body !== '') headers['content-type'] = contentType
  const init: RequestInit = { method, headers, cache: 'no-store', ...(body !== '' && { body }) }
  const response = await fetch(rootOf(world) + address.replace(/^\/+/, ''), init).catch((error: unknown) => {
    throw new CallFailure(0, `There is no response: ${String(error)}`)
  })
  const rules = response.headers.get('x-mock-rules')
  return {
    id: response.headers.get('x-mock-request-id'),
    status: response.status,
    body: await response.text(),
    rules: rules?.split(/,\s*/) ?? [],
  }
}
