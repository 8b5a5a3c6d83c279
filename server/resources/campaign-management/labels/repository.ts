import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { LabelStatus, LabelType } from './schema.ts'

/** A label as it is stored. */
export interface LabelRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly label_type: LabelType
  readonly value: string
  readonly status: LabelStatus
}

/** The table of labels. */
export const labelTable = accountTable<LabelRow>('labels', { updates: ['value', 'status'] })

const statements = perDb((db) => ({
  byValue: db.prepare<[string, LabelType, string], LabelRow>(
    'SELECT * FROM labels WHERE ad_account_id = ? AND label_type = ? AND value = ?',
  ),
  apply: db.prepare<[string, string]>('INSERT INTO label_applications (label_id, campaign_id) VALUES (?, ?)'),
  remove: db.prepare<[string, string]>('DELETE FROM label_applications WHERE label_id = ? AND campaign_id = ?'),
  isApplied: db
    .prepare<[string, string], number>('SELECT 1 FROM label_applications WHERE label_id = ? AND campaign_id = ?')
    .pluck(),
  activeOn: db
    .prepare<[string, LabelType], number>(
      `SELECT count(*) FROM label_applications AS application
       JOIN labels AS label ON label.id = application.label_id
       WHERE application.campaign_id = ? AND label.label_type = ? AND label.status = 'ACTIVE'`,
    )
    .pluck(),
  campaignsOf: db
    .prepare<[string], string>('SELECT campaign_id FROM label_applications WHERE label_id = ? ORDER BY campaign_id')
    .pluck(),
  appliedTo: db
    .prepare<[string], string>(
      'SELECT DISTINCT label_id FROM label_applications WHERE campaign_id IN (SELECT value FROM json_each(?))',
    )
    .pluck(),
}))

/** Returns the account's label with this type and value. */
export const findLabelByValue = (
  db: Database,
  accountId: string,
  { label_type, value }: Pick<LabelRow, 'label_type' | 'value'>,
): LabelRow | undefined => statements(db).byValue.get(accountId, label_type, value)

/** Applies the label to the campaign. */
export const applyLabel = (db: Database, labelId: string, campaignId: string): void =>
  void statements(db).apply.run(labelId, campaignId)

/** Removes the label from the campaign. */
export const removeLabel = (db: Database, labelId: string, campaignId: string): void =>
  void statements(db).remove.run(labelId, campaignId)

/** Tells whether the label, ACTIVE or ARCHIVED, is applied to the campaign. */
export const isApplied = (db: Database, labelId: string, campaignId: string): boolean =>
  statements(db).isApplied.get(labelId, campaignId) !== undefined

/** Returns the number of the campaign's ACTIVE labels of this type. */
export const countActive = (db: Database, campaignId: string, type: LabelType): number =>
  statements(db).activeOn.get(campaignId, type) ?? 0

/** Returns the ids of the campaigns that the label is applied to. */
export const campaignsOf = (db: Database, labelId: string): readonly string[] => statements(db).campaignsOf.all(labelId)

/** The filters of a list of labels. */
export interface LabelFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly label_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly LabelStatus[]
  readonly label_types: readonly LabelType[]
}

/** Returns one page of labels in the order of their ids. */
export function listLabels(
  db: Database,
  { ad_account_id, campaign_ids, label_ids, entity_statuses, label_types }: LabelFilter,
  page: PageRange,
): readonly LabelRow[] {
  const applied = campaign_ids && statements(db).appliedTo.all(JSON.stringify(campaign_ids))
  const ids = applied && label_ids ? applied.filter((id) => label_ids.includes(id)) : (applied ?? label_ids)
  const within =
    ids === undefined
      ? {
          columns: ['ad_account_id', 'status', 'label_type'],
          ranges: rangesOf([ad_account_id], entity_statuses, label_types),
        }
      : {
          columns: ['id', 'ad_account_id', 'status', 'label_type'],
          ranges: rangesOf(ids, [ad_account_id], entity_statuses, label_types),
        }
  return labelTable.page(db, { ...within, ...page })
}
