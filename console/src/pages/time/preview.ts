import { control } from '../../api/send.ts'
import { idOf, nameOf } from '../../state/kinds.ts'
import { type Listed, readList } from './preview-lists.ts'

/** A field of an entity that the API answers otherwise at another time. */
export interface Difference {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What the API would answer at another time. */
export interface Preview {
  readonly differences: readonly Difference[]
  /** How many entities were compared. */
  readonly compared: number
}

/** Seconds after which a copy is deleted by itself, should the page be closed meanwhile. */
const copyLasts = 120

/** Advances a copy of a world, and returns where the lists of the API answer otherwise there. The world stays as it is. */
export async function previewOf(from: string, by: string): Promise<Preview> {
  const copy = await control<{ name: string }>('default', '/worlds', {
    body: { from: { world: from }, ttl: copyLasts },
  })
  const still = await control<{ name: string }>('default', '/worlds', {
    body: { from: { world: from }, ttl: copyLasts },
  })
  try {
    await control(still.name, '/time/freeze', { method: 'POST', body: {} })
    await control(copy.name, '/time/advance', { body: { by } })
    const [before, after] = await Promise.all([readList(still.name), readList(copy.name)])
    return compare(before, after)
  } finally {
    await Promise.all(
      [copy, still].map(({ name }) => control('default', `/worlds/${encodeURIComponent(name)}`, { method: 'DELETE' })),
    )
  }
}

function compare(before: Listed, after: Listed): Preview {
  const differences: Difference[] = []
  for (const [key, { kind, row }] of before) {
    const then = after.get(key)?.row
    if (then === undefined) {
      differences.push({
        kind,
        id: idOf(row) ?? '',
        name: nameOf(row),
        field: '',
        before: 'is listed',
        after: 'is not',
      })
      continue
    }
    for (const field of new Set([...Object.keys(row), ...Object.keys(then)])) {
      const [was, is] = [row[field], then[field]]
      if (JSON.stringify(was) === JSON.stringify(is)) continue
      differences.push({ kind, id: idOf(row) ?? '', name: nameOf(row), field, before: was, after: is })
    }
  }
  return { differences, compared: before.size }
}
