import { operationsOn } from '../../openapi/matching.ts'
import table from './recorded-shapes.json' with { type: 'json' }

/** JSON types by key path: `items[].id`, where `[]` is any item and `*` any key of a map. The root has the path ''. */
export type Shape = Readonly<Record<string, readonly string[]>>

/** What the live service answered to one operation, as a shape. */
export interface Recording {
  /** The operation's id. */
  readonly operation: string
  /** How many answers the shape is drawn from. */
  readonly recordings: number
  readonly statuses: readonly number[]
  readonly answer: Shape
  /** The literal header, where it was recorded. */
  readonly limits: readonly string[]
}

interface Row {
  readonly operation: string | null
  readonly method: string
  readonly path: string
  readonly recordings: number
  readonly statuses: readonly number[]
  readonly answer: Shape
  readonly 'x-ratelimit-limit'?: readonly string[]
}

/** Every recording; those of operations that version 5.23 lacks are named by their method and path. */
export const recordings: readonly Recording[] = (table.operations as unknown as readonly Row[]).map((row) => ({
  operation: row.operation ?? operationAt(row),
  recordings: row.recordings,
  statuses: row.statuses,
  answer: row.answer,
  limits: row['x-ratelimit-limit'] ?? [],
}))

function operationAt({ method, path }: Row): string {
  const found = operationsOn(path.replaceAll(/{\w+}/g, '1')).find((operation) => operation.method === method)
  if (found === undefined) throw new Error(`No operation stands at ${method} ${path}`)
  return found.id
}
