import { operationOf } from '#openapi/operations.ts'
import type { PlayedAnswer, ResolvedCall } from './case-player.ts'
import { type Kind, kinds } from './kinds.ts'
import { isObject } from './made.ts'
import type { ProbeCall } from './probe-case.ts'
import { refusalsIn } from './refusals.ts'

/** Something that a probe made and could not put away. */
export interface LeftBehind {
  readonly kind: string
  readonly id: string
  readonly reason: string
}

/** How entities are put away. */
export interface PutAwayOptions {
  readonly send: (call: ResolvedCall) => Promise<PlayedAnswer>
  readonly adAccount: string
  /** Called for each entity that is put away. */
  readonly onAway?: (kind: string, id: string) => void
}

/** Puts away entities by their ids, by kind; returns those that are left. */
export async function putAway(
  idsByKind: ReadonlyMap<string, ReadonlySet<string>>,
  options: PutAwayOptions,
): Promise<readonly LeftBehind[]> {
  const left: LeftBehind[] = []
  for (const kind of kinds) {
    const ids = [...(idsByKind.get(kind.name) ?? [])]
    for (let start = 0; start < ids.length; start += kind.batch) {
      left.push(...(await putAwayBatch(kind, ids.slice(start, start + kind.batch), options)))
    }
  }
  return left
}

/** Puts several away at once; one after another where some of them are refused. */
async function putAwayBatch(
  kind: Kind,
  ids: readonly string[],
  options: PutAwayOptions,
): Promise<readonly LeftBehind[]> {
  const [first, ...others] = kind.away
  if (first === undefined) return []
  const reason = await refusalOf(first(ids), options)
  if (reason === undefined) {
    for (const id of ids) options.onAway?.(kind.name, id)
    return []
  }
  const left: LeftBehind[] = []
  for (const id of ids) {
    let refused: string | undefined = reason
    for (const away of ids.length === 1 ? others : kind.away) {
      refused = await refusalOf(away([id]), options)
      if (refused === undefined) break
    }
    if (refused === undefined) options.onAway?.(kind.name, id)
    else left.push({ kind: kind.name, id, reason: refused })
  }
  return left
}

/** Returns why a call was refused; undefined when it passed, or when there is nothing to put away any more. */
async function refusalOf(call: ProbeCall, options: PutAwayOptions): Promise<string | undefined> {
  const { status, body } = await options.send(resolved(call, options.adAccount))
  if (status === 404) return undefined
  const [refusal] = refusalsIn(body)
  if (refusal !== undefined) return refusal.message
  return status >= 400 ? `answered ${status}` : undefined
}

/** Finds what is not put away, by the beginnings of names: by kind. */
export async function findByName(prefix: string, options: PutAwayOptions): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  for (const { name, list } of kinds) {
    if (list === undefined) continue
    const ids = new Set<string>()
    let bookmark: string | undefined
    do {
      const query = { ...list.query, ...(bookmark !== undefined && { bookmark }) }
      const { status, body } = await options.send(resolved({ ...list, query }, options.adAccount))
      if (status >= 400 || !isObject(body) || !Array.isArray(body.items)) break
      for (const item of body.items.filter(isObject)) {
        if (String(item[list.field]).startsWith(prefix) && typeof item.id === 'string') ids.add(item.id)
      }
      bookmark = typeof body.bookmark === 'string' && body.bookmark !== '' ? body.bookmark : undefined
    } while (bookmark !== undefined)
    if (ids.size > 0) found.set(name, ids)
  }
  return found
}

/** Returns a call without references, ready to be sent. */
function resolved({ operation, params = {}, query = {}, body }: ProbeCall, adAccount: string): ResolvedCall {
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
