import type { Database } from '#db/database.ts'
import { prepared } from '#db/statements.ts'

/** The items that are read in steps: those of a catalog, by its `seq`, or of a feed, by its id. */
export type StepScope = { readonly catalog: number } | { readonly feedId: string }

/**
 * Returns the `seq` of the last item of a step; undefined where it is the last step.
 *
 * @param after The `seq` of the last item of the step before.
 * @param count How many items a step has, seen or not.
 */
export function endOfStep(db: Database, scope: StepScope, after: number, count: number): number | undefined {
  const [index, column, value] =
    'feedId' in scope ? ['items_by_feed', 'feed_id', scope.feedId] : ['items_by_catalog', 'catalog', scope.catalog]
  const sql = `SELECT seq FROM items INDEXED BY ${index} WHERE ${column} = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ?`
  return (prepared(db)(sql).get(value, after, count) as { readonly seq: number } | undefined)?.seq
}
