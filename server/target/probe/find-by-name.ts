import { isObject } from '#server/domain/json-object.ts'
import { entityId, type Kind, kinds } from './kinds.ts'
import { type IdsByKind, type PutAwayOptions, resolved } from './put-away.ts'

/** Finds what is not put away, by the beginnings of names: by kind. */
export async function findByName(prefix: string, options: PutAwayOptions): Promise<IdsByKind> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const kind of kinds) {
    const listed = await listedIds(kind, prefix, options)
    const ids = kind.among === undefined ? listed : await idsAmong(kind, kind.among, listed, options)
    if (ids.size > 0) found.set(kind.name, ids)
  }
  return found
}

async function listedIds(
  { list, idField = 'id' }: Kind,
  prefix: string,
  options: PutAwayOptions,
): Promise<Set<string>> {
  const ids = new Set<string>()
  if (list === undefined) return ids
  let bookmark: string | undefined
  do {
    const query = { ...list.query, ...(bookmark !== undefined && { bookmark }) }
    const { status, body } = await options.send(resolved({ ...list, query }, options.adAccount))
    if (status >= 400 || !isObject(body) || !Array.isArray(body.items)) break
    for (const item of body.items.filter(isObject)) {
      const id = item[list.idField ?? idField]
      if (String(item[list.field]).startsWith(prefix) && typeof id === 'string') ids.add(id)
    }
    bookmark = typeof body.bookmark === 'string' && body.bookmark !== '' ? body.bookmark : undefined
  } while (bookmark !== undefined)
  return ids
}

/** Returns those of the listed ids that are of an entity of the kind, as a call of these tells. */
async function idsAmong(
  kind: Kind,
  among: NonNullable<Kind['among']>,
  listed: ReadonlySet<string>,
  options: PutAwayOptions,
): Promise<Set<string>> {
  const candidates = [...listed]
  const ids = new Set<string>()
  for (let start = 0; start < candidates.length; start += kind.batch) {
    const call = among(candidates.slice(start, start + kind.batch))
    const { body } = await options.send(resolved(call, options.adAccount))
    for (const entity of Array.isArray(body) ? body.filter(isObject) : []) ids.add(entityId(kind, entity))
  }
  return ids
}

/** Returns the ids of both, by kind. */
export const together = (one: IdsByKind, other: IdsByKind): IdsByKind =>
  new Map(
    [...one.keys(), ...other.keys()].map((kind) => [
      kind,
      new Set([...(one.get(kind) ?? []), ...(other.get(kind) ?? [])]),
    ]),
  )
