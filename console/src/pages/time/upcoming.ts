import { idOf, nameOf } from '../../state/kinds.ts'
import type { Row, Tables } from '../../state/world-export.ts'
import { type Course, courses, type Moment, moments } from './times-of-kinds.ts'

/** A change that comes by the world's clock. */
export interface Upcoming {
  /** When it comes, in Unix seconds. */
  readonly at: number
  readonly kind: string
  readonly id: string | undefined
  readonly name: string
  readonly what: string
}

/** How the states of a kind come, as the settings of a world say. */
export type Transition = 'immediate' | 'never' | { readonly after: number } | { readonly reads: number }

/** Returns what changes after a moment by the world's clock alone, the next first. */
export function upcomingChanges(
  tables: Tables,
  transitions: Readonly<Record<string, Transition | undefined>>,
  now: number,
): readonly Upcoming[] {
  const changes = [
    ...moments.flatMap((moment) => (tables[moment.kind] ?? []).map((row) => changeAt(moment, row))),
    ...courses.flatMap((course) =>
      (tables[course.kind] ?? []).map((row) => changeOf(course, row, tables, transitions[course.kind])),
    ),
  ]
  return changes
    .filter((change): change is Upcoming => change !== undefined && change.at > now)
    .sort((one, other) => one.at - other.at)
}

const seconds = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? (value > 1e11 ? value / 1000 : value) : undefined

function changeAt({ kind, field, what, isOver }: Moment, row: Row): Upcoming | undefined {
  const at = seconds(row[field])
  return at === undefined || isOver?.(row) ? undefined : { at, kind, id: idOf(row), name: nameOf(row), what }
}

function changeOf(course: Course, row: Row, tables: Tables, transition?: Transition): Upcoming | undefined {
  const { kind, field, takes, what } = course
  const start = seconds(field === 'ad group' ? adGroupOf(tables, row)?.created_time : row[field])
  if (start === undefined || (row.held !== null && row.held !== undefined)) return undefined
  const after =
    transition === undefined
      ? takes
      : typeof transition === 'object' && 'after' in transition
        ? transition.after
        : undefined
  return after === undefined
    ? undefined
    : { at: start + after, kind, id: idOf(row), name: nameOf(row), what: what(row) }
}

const adGroupOf = (tables: Tables, { ad_group_id: id }: Row): Row | undefined =>
  tables.ad_groups?.find((row) => row.id === id)
