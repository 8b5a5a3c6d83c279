import type { ItemRow } from '#server/resources/catalogs/items/rows.ts'
import { type AttributeColumn, absentColumns, attributeColumns } from '../delivery/attribute-columns.ts'
import type { AttributeValue } from '../delivery/attribute-repository.ts'
import { type EntityLevel, levelsAbove } from '../delivery/levels.ts'
import { productItemColumns } from './product-item-columns.ts'
import { type SummaryViewpoint, summaries } from './summaries.ts'

/** An attribute as rows of reports have it. */
export interface ReportAttribute {
  /** The level of the entity: its rows have the column, and those of all below. */
  readonly of: EntityLevel
  /** An SQL expression over the tables of the level. */
  readonly sql: string
  /** What its values are in JSON: ids are numbers, however long (F65). */
  readonly kind: AttributeColumn['kind']
  /** Returns the value of an item, where it is not of the entity. */
  readonly ofItem?: (item: ItemRow) => AttributeValue
  /** Returns the value of what is stored; the same when absent. */
  readonly toValue?: (stored: AttributeValue, viewpoint: SummaryViewpoint) => AttributeValue
}

const summary = (of: keyof typeof summaries): ReportAttribute => ({
  of,
  sql: summaries[of].sql,
  kind: 'text',
  toValue: (stored, viewpoint) => (stored === null ? null : summaries[of].statusOf(String(stored), viewpoint)),
})

const customLabels = `(SELECT group_concat(value, ', ') FROM labels
  WHERE id IN (SELECT label_id FROM label_applications WHERE campaign_id = campaign.id)
    AND label_type = 'CUSTOM' AND status = 'ACTIVE')`

const paidType = "(SELECT json ->> '$.paid_type' FROM order_lines WHERE id = campaign.order_line_id)"

/** Attributes that reports have beyond those of synchronous analytics. Statuses are words (F65, F71). */
const own: Readonly<Record<string, ReportAttribute>> = {
  ADVERTISER_NAME: { of: 'account', sql: "account.json ->> '$.name'", kind: 'text' },
  SPEND_ORDER_LINE_PAID_TYPE: { of: 'campaign', sql: paidType, kind: 'text' },
  CAMPAIGN_STATUS: summary('campaign'),
  CAMPAIGN_CUSTOM_LABELS: { of: 'campaign', sql: customLabels, kind: 'text' },
  AD_GROUP_STATUS: summary('ad_group'),
  AD_STATUS: summary('ad'),
  PIN_PROMOTION_STATUS: summary('ad'),
  PIN_PROMOTION_NAME: { of: 'ad', sql: "ad.json ->> '$.name'", kind: 'text' },
  PRODUCT_GROUP_STATUS: summary('product_group'),
}

const shared = Object.entries(attributeColumns).map(([name, { of, kind, sql }]): [string, ReportAttribute] => [
  name,
  { of, sql, kind },
])

/** The attributes of reports, by name. */
export const reportAttributes: Readonly<Record<string, ReportAttribute>> = { ...Object.fromEntries(shared), ...own }

/** The columns that no row of a report has, with the reason. */
export const absentReasons: Readonly<Record<string, string>> = {
  ...absentColumns,
  PINNER_LIST_NAME: 'Audiences are named by their ids, in TARGETING_VALUE.',
  CAMPAIGN_MANAGED_STATUS: 'Nobody manages campaigns for an advertiser here.',
  STANDARD_AD_FEED_ITEM_ID: 'No ad is made from a feed here.',
}

/** Returns the attribute of a name that rows of product items have; undefined where it is not one of items. */
export function itemAttribute(name: string): ReportAttribute | undefined {
  const ofItem = Object.hasOwn(productItemColumns, name) ? productItemColumns[name] : undefined
  return ofItem && { of: 'product_group', sql: 'NULL', kind: 'text', ofItem }
}

/** Returns the attribute of a name that rows of a level have; undefined where they have none. */
export function attributeAt(level: EntityLevel, name: string): ReportAttribute | undefined {
  const attribute = reportAttributes[name]
  return attribute !== undefined && levelsAbove[level].includes(attribute.of) ? attribute : undefined
}
