import { operationOf } from '#openapi/operations.ts'
import type { PlayedAnswer, ResolvedCall } from './case-player.ts'
import { entityId, type Kind, kinds } from './kinds.ts'
import { entitiesIn } from './made.ts'
import type { ProbeCall } from './probe-case.ts'
import { refusalsIn } from './refusals.ts'

/** Something that a probe made and could not put away. */
export interface LeftBehind {
  readonly kind: string
  readonly id: string
  readonly reason: string
}

/** Ids of entities by their kinds. */
export type IdsByKind = ReadonlyMap<string, ReadonlySet<string>>

/** How entities are put away. */
export interface PutAwayOptions {
  readonly send: (call: ResolvedCall) => Promise<PlayedAnswer>
  readonly adAccount: string
  /** Called for each entity that is put away. */
  readonly onAway?: (kind: string, id: string) => void
}

/** Puts away entities by their ids, by kind; returns those that are left. */
export async function putAway(idsByKind: IdsByKind, options: PutAwayOptions): Promise<readonly LeftBehind[]> {
  const left: LeftBehind[] = [...idsByKind].flatMap(([kind, ids]) =>
    kinds.some(({ name }) => name === kind)
      ? []
      : [...ids].map((id) => ({ kind, id, reason: 'of a kind unknown here' })),
  )
  for (const kind of kinds) {
    const ids = [...(idsByKind.get(kind.name) ?? [])]
    for (let start = 0; start < ids.length; start += kind.batch) {
      left.push(...(await putAwayBatch(kind, ids.slice(start, start + kind.batch), options)))
    }
  }
  return left
}

/** Puts several away at once; those that are refused one after another, by the next of the kind's calls. */
async function putAwayBatch(
  kind: Kind,
  ids: readonly string[],
  options: PutAwayOptions,
): Promise<readonly LeftBehind[]> {
  const [together, ...others] = kind.away
  if (together === undefined) return []
  const { reason, away } = await attempt(kind, together(ids), options)
  const done = reason === undefined ? ids : ids.filter((id) => away.has(id))
  for (const id of done) options.onAway?.(kind.name, id)
  const left: LeftBehind[] = []
  for (const id of ids) {
    if (done.includes(id)) continue
    let refused = reason
    for (const call of ids.length === 1 ? others : kind.away) {
      refused = (await attempt(kind, call([id]), options)).reason
      if (refused === undefined) break
    }
    if (refused === undefined) options.onAway?.(kind.name, id)
    else left.push({ kind: kind.name, id, reason: refused })
  }
  return left
}

interface Attempt {
  /** Why something was refused; undefined when everything passed, or there is nothing to put away any more. */
  readonly reason?: string
  /** The ids of what the answer shows as put away. */
  readonly away: ReadonlySet<string>
}

async function attempt(kind: Kind, call: ProbeCall, options: PutAwayOptions): Promise<Attempt> {
  const { status, body } = await options.send(resolved(call, options.adAccount))
  const away = new Set(
    entitiesIn(body)
      .filter(kind.isAway)
      .map((entity) => entityId(kind, entity)),
  )
  const [refusal] = refusalsIn(body)
  if (status === 404) return { away }
  if (refusal !== undefined) return { reason: refusal.message, away }
  return status >= 400 ? { reason: `answered ${status}`, away } : { away }
}

/** Returns a call without references, ready to be sent. */
export function resolved({ operation, params = {}, query = {}, body }: ProbeCall, adAccount: string): ResolvedCall {
  const { method, path, rate_category } = operationOf(operation)
  const values: Readonly<Record<string, string>> = { ad_account_id: adAccount, ...params }
  return {
    operation,
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? '')),
    query,
    ...(body !== undefined && { body }),
    category: rate_category,
  }
}
