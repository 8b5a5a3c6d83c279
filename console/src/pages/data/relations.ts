import { idOf, nameOf } from '../../state/kinds.ts'
import type { Row, Tables } from '../../state/world-export.ts'

/** An entity that another one names, or that names it. */
export interface Relation {
  readonly field: string
  readonly kind: string
  readonly id: string
  readonly name: string
}

/** What stands around an entity. */
export interface Relations {
  readonly parents: readonly Relation[]
  readonly children: readonly Relation[]
}

/** Returns what an entity names by its ids, and what names it. */
export function relationsOf(tables: Tables, kind: string, row: Row): Relations {
  const id = idOf(row)
  const named = new Map<string, string>()
  for (const [field, value] of Object.entries(row)) {
    if (field !== 'id') for (const text of [value].flat()) if (typeof text === 'string') named.set(text, field)
  }
  const parents: Relation[] = []
  const children: Relation[] = []
  for (const [table, rows] of Object.entries(tables)) {
    for (const other of rows) {
      const otherId = idOf(other)
      if (otherId === undefined || (table === kind && otherId === id)) continue
      const field = named.get(otherId)
      if (field !== undefined) parents.push({ field, kind: table, id: otherId, name: nameOf(other) })
      const naming = fieldNaming(other, id)
      if (naming !== undefined) children.push({ field: naming, kind: table, id: otherId, name: nameOf(other) })
    }
  }
  return { parents, children }
}

function fieldNaming(row: Row, id: string | undefined): string | undefined {
  for (const name in row) {
    const value = row[name]
    if (name !== 'id' && (value === id || (Array.isArray(value) && value.includes(id)))) return name
  }
  return undefined
}

/** Returns the labels of a campaign, or of the campaign that an ad group or ad belongs to. */
export function labelsOf(tables: Tables, kind: string, row: Row): readonly Row[] {
  const campaign = kind === 'campaigns' ? row.id : row.campaign_id
  const ids = new Set(
    (tables.label_applications ?? []).filter(({ campaign_id: id }) => id === campaign).map(({ label_id: id }) => id),
  )
  return (tables.labels ?? []).filter(({ id }) => ids.has(id))
}

/** A time of an entity's past or future that the world keeps. */
export interface HistoryEntry {
  readonly from: number | undefined
  readonly until: number | undefined
  readonly state: unknown
}

/** Returns the earlier states of an entity that the world keeps for reports, and the changes that schedules plan. */
export function historyOf(tables: Tables, id: string): readonly HistoryEntry[] {
  const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
  const earlier = (tables.delivery_history ?? [])
    .filter(({ entity_id: entity }) => entity === id)
    .map(({ until, state }) => ({ from: undefined, until: numberIn(until), state }))
  const planned = (tables.scheduled_changes ?? [])
    .filter(({ entity_id: entity }) => entity === id)
    .map(({ begin, until, change }) => ({ from: numberIn(begin), until: numberIn(until), state: change }))
  return [...earlier, ...planned]
}
