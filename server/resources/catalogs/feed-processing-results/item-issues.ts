import type { Database } from '#db/database.ts'
import { keysetPage, type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import type { SampledItem } from '#server/domain/catalogs/feeds/issue-samples.ts'

/** An item with its errors and warnings as a response has it. */
export interface ItemIssueRow {
  readonly seq: number
  readonly json: string
}

/** What a list of item issues is narrowed to. */
export interface ItemIssueFilter {
  readonly numbers?: readonly number[] | undefined
  readonly issue?: string | undefined
}

const statements = perDb((db) => ({
  insert: db.prepare<[string, number, string]>(
    'INSERT INTO feed_item_issues (result_id, item_number, json) VALUES (?, ?, ?)',
  ),
  name: db.prepare<[string, string, number | bigint]>(
    'INSERT INTO feed_item_issue_names (result_id, issue, item_issue) VALUES (?, ?, ?)',
  ),
  clear: db.prepare<[string]>('DELETE FROM feed_item_issues WHERE result_id = ?'),
}))

/** Stores the items that a processing result lists, in place of those that it listed before. */
export function storeItemIssues(db: Database, resultId: string, items: readonly SampledItem[]): void {
  const { insert, name, clear } = statements(db)
  clear.run(resultId)
  for (const { number, id, warnings, errors } of items) {
    const json = JSON.stringify({ item_number: number, item_id: id, warnings, errors })
    const { lastInsertRowid } = insert.run(resultId, number, json)
    for (const issue of [...Object.keys(errors), ...Object.keys(warnings)]) name.run(resultId, issue, lastInsertRowid)
  }
}

/** Returns one page of the items that a processing result lists. */
export function listItemIssues(
  db: Database,
  resultId: string,
  { numbers, issue }: ItemIssueFilter,
  page: PageRange,
): readonly ItemIssueRow[] {
  if (issue !== undefined) {
    return keysetPage(db, {
      table: 'feed_item_issue_names',
      select: 't.seq, i.json',
      joins: 'CROSS JOIN feed_item_issues AS i ON i.seq = t.item_issue',
      columns: ['result_id', 'issue'],
      ranges: [[resultId, issue]],
      ...page,
    })
  }
  const table = { table: 'feed_item_issues', select: 't.seq, t.json' }
  if (numbers === undefined) return keysetPage(db, { ...table, columns: ['result_id'], ranges: [[resultId]], ...page })
  const ranges = rangesOf([resultId], numbers.map(String))
  return keysetPage(db, { ...table, columns: ['result_id', 'item_number'], ranges, ...page })
}
