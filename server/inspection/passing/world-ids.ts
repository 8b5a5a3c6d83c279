import type { Database } from '#db/database.ts'
import { latestIds, rowById } from '#db/rows.ts'
import { tablesOf } from '#db/state-tables.ts'
import type { EditContext } from './edit.ts'
import type { Path } from './place.ts'

/** How many ids are tried of the kind that a field names, and of each kind where that is not known. */
const [mostOfKind, mostOfEach] = [6, 2]

/**
 * Returns functions that find ids which a field may name: of the kind of the entity that it names, or is called after,
 * or else of all kinds; the latest of the ad account first.
 *
 * @param operation The operation of the request, whose own kind a field `id` names.
 */
export function idFinder(
  db: Database,
  operation: string,
  adAccountId: string | undefined,
): Pick<EditContext, 'idsFor' | 'parentsOf'> {
  const tables = tablesOf(db)
    .filter(({ columns }) => columns.has('id') && columns.has('seq'))
    .map(({ name }) => name)
  const tableOf = (id: unknown): string | undefined =>
    typeof id === 'string' ? tables.find((table) => rowById(db, table, id) !== undefined) : undefined
  const find = (own: string, current: unknown): readonly string[] => {
    const named = tables.filter((table) => table === own || table === `${own}s` || own.endsWith(`_${singular(table)}`))
    const kinds = named.length > 0 ? named : [tableOf(current) ?? []].flat()
    return kinds.length > 0
      ? kinds.flatMap((table) => latestIds(db, table, adAccountId, mostOfKind))
      : tables.flatMap((table) => latestIds(db, table, adAccountId, mostOfEach))
  }
  const found = new Map<string, readonly string[]>()
  return {
    idsFor(path, current) {
      const name = nameOf(path)
      const kind = /^(?:(\w+)_)?ids?$/.exec(name)
      if (kind === null) return []
      const key = `${name} ${current}`
      const ids = found.get(key) ?? find(kind[1] ?? operation.split('/')[0] ?? '', current)
      found.set(key, ids)
      return ids
    },
    parentsOf(id) {
      const table = tableOf(id)
      const columns = Object.entries((table && rowById(db, table, id)) ?? {})
      return Object.fromEntries(columns.filter(([name]) => name.endsWith('_id')))
    },
  }
}

/** Returns the name of a field, or of the list that it is in. */
const nameOf = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? '')

const singular = (table: string): string => table.replace(/s$/, '')
