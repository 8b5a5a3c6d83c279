/** A row of a table of an export. */
export type Row = Readonly<Record<string, unknown>>

/** An export, as far as it is compared. */
export interface ComparedState {
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

/** A field that differs: its value before and after. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** An entity that only one of two worlds has, or that differs between them. */
export interface EntityChange {
  readonly type: 'added' | 'removed' | 'changed'
  readonly key: string
  readonly name: string
  readonly fields: readonly FieldChange[]
}

/** What differs in one kind of entities. */
export interface KindChanges {
  readonly kind: string
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** The first of each type. */
  readonly entities: readonly EntityChange[]
}

/** The most changes of each type and kind that are listed; all are counted. */
export const mostListed = 200

/** Returns what differs between two exports, kind by kind; kinds without a difference are left out. */
export function changesBetween(before: ComparedState, after: ComparedState): readonly KindChanges[] {
  const kinds = new Set([...Object.keys(before.tables), ...Object.keys(after.tables)])
  return [...kinds]
    .sort()
    .map((kind) => changesOf(kind, before.tables[kind] ?? [], after.tables[kind] ?? []))
    .filter(({ entities }) => entities.length > 0)
}

function changesOf(kind: string, before: readonly Row[], after: readonly Row[]): KindChanges {
  const counts = { added: 0, removed: 0, changed: 0 }
  const entities: EntityChange[] = []
  const count = (type: EntityChange['type'], key: string, row: Row, fields: readonly FieldChange[]): void => {
    if (++counts[type] <= mostListed) entities.push({ type, key, name: nameOf(row), fields })
  }
  const rest = byKey(before)
  for (const [key, row] of byKey(after)) {
    const former = rest.get(key)
    rest.delete(key)
    if (former === undefined) count('added', key, row, [])
    else {
      const fields = differences(former, row)
      if (fields.length > 0) count('changed', key, row, fields)
    }
  }
  for (const [key, row] of rest) count('removed', key, row, [])
  return { kind, ...counts, entities }
}

/** Returns rows by their id; by their name or all they hold where they have none. */
function byKey(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    let free = key
    for (let nth = 2; found.has(free); nth++) free = `${key} (${nth})`
    found.set(free, row)
  }
  return found
}

function keyOf(row: Row): string {
  const own = row.id ?? row.item_key ?? (typeof row.json === 'object' ? row.name : undefined)
  return typeof own === 'string' || typeof own === 'number' ? String(own) : JSON.stringify({ ...row, seq: undefined })
}

function nameOf(row: Row): string {
  const name = row.name ?? row.title ?? (row.json as Row | null | undefined)?.name
  return typeof name === 'string' ? name : ''
}

/** Returns the fields that differ. Columns and the rest of an entity, which stands as JSON, are one. */
function differences(before: Row, after: Row): readonly FieldChange[] {
  const fields = new Map<string, FieldChange>()
  collect('', { ...before, json: undefined, seq: undefined }, { ...after, json: undefined, seq: undefined }, fields)
  collect('', before.json ?? {}, after.json ?? {}, fields)
  return [...fields.values()]
}

function collect(field: string, before: unknown, after: unknown, into: Map<string, FieldChange>): void {
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(field === '' ? name : `${field}.${name}`, before[name], after[name], into)
    }
  } else if (before !== after && JSON.stringify(before) !== JSON.stringify(after)) {
    into.set(field === '' ? 'value' : field, { field: field === '' ? 'value' : field, before, after })
  }
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
