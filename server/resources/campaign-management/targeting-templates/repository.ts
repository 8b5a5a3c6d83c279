import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { TemplateStatus } from './schema.ts'

/** A targeting template as it is stored. */
export interface TargetingTemplateRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: TemplateStatus
  /** The name in lower case. */
  readonly searched: string
  readonly json: string
}

/** The table of targeting templates, including removed ones. */
export const targetingTemplateTable = accountTable<TargetingTemplateRow>('targeting_templates', {
  updates: ['status', 'json'],
})

const statements = perDb((db) => ({
  active: db.prepare<[string, string], TargetingTemplateRow>(
    `SELECT * FROM targeting_templates WHERE id = ? AND ad_account_id = ? AND status = 'ACTIVE'`,
  ),
  named: db
    .prepare<[string, string], string>(
      `SELECT id FROM targeting_templates WHERE ad_account_id = ? AND status = 'ACTIVE' AND instr(searched, ?) > 0`,
    )
    .pluck(),
}))

/** Returns the ad account's template with this id, unless it was removed. */
export const findTargetingTemplate = (db: Database, accountId: string, id: string): TargetingTemplateRow | undefined =>
  statements(db).active.get(id, accountId)

/** The filters of a list of templates. */
export interface TargetingTemplateFilter {
  readonly ad_account_id: string
  readonly search_query?: string | undefined
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of the templates that were not removed, in the order of their ids. */
export function listTargetingTemplates(
  db: Database,
  { ad_account_id, search_query = '', order }: TargetingTemplateFilter,
  page: PageRange,
): readonly TargetingTemplateRow[] {
  const within =
    search_query === ''
      ? { columns: ['ad_account_id', 'status'], ranges: rangesOf([ad_account_id], ['ACTIVE']) }
      : { columns: ['id'], ranges: rangesOf(statements(db).named.all(ad_account_id, search_query.toLowerCase())) }
  return targetingTemplateTable.page(db, { descending: order === 'DESCENDING', ...within, ...page })
}
