import { operationsOn } from '#openapi/operation-router.ts'
import meant from '#test/recorded/differences.json' with { type: 'json' }
import table from '#test/recorded/recorded-shapes.json' with { type: 'json' }

/** JSON types by key path: `items[].id`, where `[]` is any item and `*` any key of a map. The root has the path ''. */
export type Shape = Readonly<Record<string, readonly string[]>>

/** The recorded answers of the live service to one operation, as a shape. */
export interface Recording {
  /** The operation's id. */
  readonly operation: string
  /** How many answers the shape combines. */
  readonly recordings: number
  /** The day of the latest of them. */
  readonly when: string
  readonly statuses: readonly number[]
  /** The names of the query parameters that were sent. */
  readonly query: readonly string[]
  readonly request: Shape
  /** Without key paths where the body was empty or `null`. */
  readonly answer: Shape
  /** The values of the rate limit header, where it was recorded. */
  readonly limits: readonly string[]
}

/** An accepted difference from a recording: the line of the comparison, the reason, and its source. */
export interface RecordedDifference {
  readonly operation: string
  readonly difference: string
  readonly reason: string
  readonly source: string
}

interface Row {
  readonly operation: string | null
  readonly method: string
  readonly path: string
  readonly recordings: number
  /** The day, where it differs from that of the first collection. */
  readonly recorded?: string
  readonly statuses: readonly number[]
  readonly query: readonly string[]
  readonly request: Shape
  readonly answer: Shape
  readonly 'x-ratelimit-limit'?: readonly string[]
}

const firstCollection = '2026-07-09'

/** Every recording; operations that version 5.23 lacks are found by method and path. */
export const recordings: readonly Recording[] = (table.operations as unknown as readonly Row[]).map((row) => ({
  operation: row.operation ?? operationAt(row),
  recordings: row.recordings,
  when: row.recorded ?? firstCollection,
  statuses: row.statuses,
  query: row.query,
  request: row.request,
  answer: row.answer,
  limits: row['x-ratelimit-limit'] ?? [],
}))

/** Every accepted difference from a recording. */
export const recordedDifferences: readonly RecordedDifference[] = meant

function operationAt({ method, path }: Row): string {
  const found = operationsOn(path.replaceAll(/{\w+}/g, '1')).find((operation) => operation.method === method)
  if (found === undefined) throw new Error(`No operation stands at ${method} ${path}`)
  return found.id
}
