import { shownValue } from '../../state/format.ts'
import { nameOf } from '../../state/kinds.ts'
import type { Row } from '../../state/world-export.ts'

/** A column of a table of entities. */
export interface DataColumn {
  readonly name: string
  readonly heading: string
  readonly isNumber: boolean
  readonly text: (row: Row) => string
  /** What the table is sorted by. */
  readonly value: (row: Row) => unknown
}

/** Fields that say most of an entity, in the order of their columns. */
const preferred = [
  'status',
  'summary_status',
  'review_status',
  'schedule_status',
  'report_status',
  'invite_status',
  'state',
  'objective_type',
  'creative_type',
  'label_type',
  'match_type',
  'privacy',
  'media_type',
  'audience_type',
  'size',
  'daily_spend_cap',
  'lifetime_spend_cap',
  'budget_in_micro_currency',
  'start_time',
  'end_time',
  'campaign_id',
  'ad_group_id',
  'board_id',
  'catalog_id',
  'created_time',
  'created_at',
]

/** Fields that other columns show, or that are the same in all rows. */
const hidden = new Set(['id', 'media_id', 'request_id', 'seq', 'type', 'name', 'title', 'value', 'username'])
const mostColumns = 7

/** Returns the columns of a table: the name, the id, and the fields that say most of such entities. */
export function columnsOf(rows: readonly Row[]): readonly DataColumn[] {
  const names = new Set(rows.slice(0, 200).flatMap(shownFields))
  const ordered = [...preferred.filter((name) => names.has(name)), ...[...names].filter((name) => !isPreferred(name))]
  return [
    { name: 'name', heading: 'Name', isNumber: false, text: nameOf, value: nameOf },
    ...(rows.some((row) => 'id' in row) ? [column('id')] : []),
    ...ordered.slice(0, mostColumns - 2).map(column),
  ]
}

const isPreferred = (name: string): boolean => preferred.includes(name)

const column = (name: string): DataColumn => ({
  name,
  heading: name.replaceAll('_', ' '),
  isNumber: /(micro_currency|spend_cap|^size|count)$/.test(name),
  text: (row) => shownValue(name, row[name]),
  value: (row) => row[name],
})

const shownFields = (row: Row): readonly string[] =>
  Object.entries(row)
    .filter(([name, value]) => value !== null && typeof value !== 'object' && !hidden.has(name))
    .map(([name]) => name)

/** Returns the field that has the status of entities, where they have one. */
export const statusField = (rows: readonly Row[]): string | undefined =>
  ['status', 'schedule_status', 'report_status', 'invite_status', 'export_status'].find((name) =>
    rows.some((row) => typeof row[name] === 'string'),
  )

/** Returns rows in the order of a column: numbers by size, texts as people sort them, what is absent last. */
export function sortedRows(rows: readonly Row[], { value }: DataColumn, isDescending: boolean): readonly Row[] {
  const collator = new Intl.Collator('en', { numeric: true })
  const turn = isDescending ? -1 : 1
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === b) return 0
    if (a === null || a === undefined) return 1
    if (b === null || b === undefined) return -1
    return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  })
}
