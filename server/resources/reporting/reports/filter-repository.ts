import type { Database } from '#db/database.ts'
import { prepared } from '#db/statements.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import { summaries } from './summaries.ts'

/** An entity with what its state is worked out of. */
export interface FilteredEntity {
  readonly id: string
  readonly summary: string
}

/** What entities are filtered by. */
export interface EntityFilter {
  readonly accountId: string
  readonly ids: readonly string[] | undefined
  /** Names of `filterFields` with the values that one may have. */
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[]
}

const adGroupJoins = 'JOIN campaigns AS campaign ON campaign.id = ad_group.campaign_id'
const tables = {
  campaign: 'campaigns AS campaign',
  ad_group: `ad_groups AS ad_group ${adGroupJoins}`,
  ad: `ads AS ad JOIN ad_groups AS ad_group ON ad_group.id = ad.ad_group_id ${adGroupJoins}`,
  product_group: `product_group_promotions AS product_group
    JOIN ad_groups AS ad_group ON ad_group.id = product_group.ad_group_id ${adGroupJoins}`,
} as const

const labelled = (type: 'BRAND' | 'CUSTOM'): string => `EXISTS (
  SELECT 1 FROM label_applications JOIN labels ON labels.id = label_applications.label_id
  WHERE label_applications.campaign_id = campaign.id AND labels.label_type = '${type}' AND labels.status = 'ACTIVE'
    AND labels.value IN (SELECT value FROM json_each(?)))`

/** The conditions on fields of campaigns, by name. */
const filterFields: Readonly<Record<string, string>> = {
  objective_type: "campaign.json ->> '$.objective_type' IN (SELECT value FROM json_each(?))",
  brand_label: labelled('BRAND'),
  custom_label: labelled('CUSTOM'),
}

/** Returns the entities of a level that an account has, narrowed by their ids and fields. */
export function filteredEntities(
  db: Database,
  level: keyof typeof tables,
  { accountId, ids, fields }: EntityFilter,
): readonly FilteredEntity[] {
  const conditions = [
    `${level}.ad_account_id = ?`,
    ...(ids === undefined ? [] : [`${level}.id IN (SELECT value FROM json_each(?))`]),
    ...fields.map(({ name }) => filterFields[name]),
  ]
  const values = [accountId, ...(ids === undefined ? [] : [ids]), ...fields.map((field) => field.values)]
  const sql = `SELECT ${level}.id, ${summaries[level].sql} AS summary FROM ${tables[level]}
    WHERE ${conditions.join(' AND ')} ORDER BY ${level}.seq`
  return prepared(db)(sql).all(
    ...values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
  ) as FilteredEntity[]
}

/** Returns how many entities of a level an account has. */
export const countOf = (
  db: Database,
  { level, accountId }: { readonly level: EntityLevel; readonly accountId: string },
): number =>
  level === 'account'
    ? 1
    : (
        prepared(db)(`SELECT count(*) AS count FROM ${tables[level]} WHERE ${level}.ad_account_id = ?`).get(
          accountId,
        ) as { readonly count: number }
      ).count
