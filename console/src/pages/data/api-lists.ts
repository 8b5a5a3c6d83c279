import { callApi } from '../../api/call-api.ts'
import { CallFailure } from '../../api/failure.ts'
import { type Operation, resolved, type Schemas } from '../../api/openapi.ts'
import { refusalsOf } from '../../api/refusals.ts'
import { world } from '../../state/route.ts'
import type { Row } from '../../state/world-export.ts'

/** A page of a list of the API. */
export interface ListPage {
  readonly rows: readonly Row[]
  /** Where the next page begins; null at the end. */
  readonly bookmark: string | null
}

/**
 * Reads a page of a list of the API.
 *
 * @throws CallFailure with the API's words when it refuses the call.
 */
export async function readPage(
  path: string,
  bookmark: string | null,
  pageSize: number,
  signal?: AbortSignal,
): Promise<ListPage> {
  const query = { page_size: pageSize, ...(bookmark !== null && { bookmark }) }
  const answer = await callApi(world.value, path, { query, ...(signal && { signal }) })
  const [refusal] = refusalsOf(answer)
  if (refusal !== undefined) throw new CallFailure(answer.status, refusal.message, answer.body)
  const { items = [], bookmark: next = null } = answer.body as { items?: readonly Row[]; bookmark?: string | null }
  return { rows: items, bookmark: next }
}

/** Returns the query that has a list answer entities of every status: lists leave some out by themselves. */
export function everyStatus({ parameters }: Operation, schemas: Schemas): string {
  const { items = {} } = parameters.find(({ name }) => name === 'entity_statuses')?.schema ?? {}
  const statuses = resolved(items, schemas).enum ?? []
  return statuses.map((status) => `entity_statuses=${String(status)}`).join('&')
}
