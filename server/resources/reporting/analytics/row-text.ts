import type { Database } from '#db/database.ts'
import type { entityStatuses } from '#server/domain/ads/status.ts'
import type { ColumnSet } from '#server/domain/delivery/column-set.ts'
import type { AttributeColumn } from '../delivery/attribute-columns.ts'
import { attributeColumns } from '../delivery/attribute-columns.ts'
import { type AttributeValue, attributesOf, hasAttribute } from '../delivery/attribute-repository.ts'
import type { Entity } from '../delivery/entities.ts'
import type { EntityLevel, ReportLevel } from '../delivery/levels.ts'
import type { EntitySums } from '../delivery/sum-table.ts'

/** The column of an entity's own id, which every row has (F43). */
const ownIds: Readonly<Record<ReportLevel, string>> = {
  account: 'AD_ACCOUNT_ID',
  campaign: 'CAMPAIGN_ID',
  ad_group: 'AD_GROUP_ID',
  ad: 'AD_ID',
  product_group: 'PRODUCT_GROUP_ID',
  pin: 'PIN_ID',
}

/**
 * The numbers by which synchronous analytics call statuses (F44). Which is which is assumed: the description lists active,
 * paused and archived in this order.
 */
const statusNumbers: Readonly<Record<(typeof entityStatuses)[number], number>> = {
  ACTIVE: 1,
  PAUSED: 2,
  ARCHIVED: 3,
  DRAFT: 4,
  DELETED_DRAFT: 5,
}

/** Returns a value of an attribute as JSON text; undefined where the row leaves it out. */
function attributeText({ kind, isAlways }: AttributeColumn, value: AttributeValue | undefined): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (kind === 'status') return String(Reflect.get(statusNumbers, value) ?? 0)
  if (kind === 'flag') return value === 0 ? 'false' : 'true'
  // An id may have more digits than a number holds: they are written as they are.
  if (kind === 'id' && /^[1-9]\d*$/.test(String(value))) return String(value)
  if (value === 0 && !isAlways) return undefined
  return JSON.stringify(value)
}

/** The rows of one report as JSON text. Texts are put together by hand: reports have many rows. */
export class RowTexts {
  readonly #attributeLevel: EntityLevel
  readonly #attributes: readonly string[]
  readonly #ownId: string
  readonly #ownIdIsNumber: boolean
  readonly #columns: ColumnSet
  readonly #keys: readonly string[]
  readonly #values: Float64Array

  /**
   * @param names The columns that are wanted, of which those of attributes are taken that the level has.
   * @param figureNames The names of the columns of figures.
   * @param options Whether an entity's own id is a number, as in targeting analytics, and not a text.
   */
  constructor(
    level: ReportLevel,
    names: readonly string[],
    figureNames: readonly string[],
    columns: ColumnSet,
    { ownIdIsNumber = false }: { readonly ownIdIsNumber?: boolean } = {},
  ) {
    this.#ownIdIsNumber = ownIdIsNumber
    this.#ownId = ownIds[level]
    this.#attributeLevel = level === 'pin' ? 'campaign' : level
    this.#attributes = names.filter((name) => name !== this.#ownId && hasAttribute(this.#attributeLevel, name))
    this.#columns = columns
    this.#keys = figureNames.map((name) => `,"${name}":`)
    this.#values = new Float64Array(columns.size)
  }

  /** Returns its own id, other ids as numbers (F42), and attributes of an entity, each after a comma. */
  entity(db: Database, { id, campaignId }: Entity): string {
    const ownId = this.#ownIdIsNumber ? id : `"${id}"`
    return `,"${this.#ownId}":${ownId}${this.attributes(db, this.#attributeLevel === 'campaign' ? (campaignId ?? id) : id)}`
  }

  /** Returns the attributes of an entity, each after a comma. */
  attributes(db: Database, id: string): string {
    let text = ''
    for (const [index, value] of attributesOf(db, this.#attributeLevel, this.#attributes, id).entries()) {
      const name = this.#attributes[index] as string
      const valueText = attributeText(attributeColumns[name] as AttributeColumn, value)
      if (valueText !== undefined) text += `,"${name}":${valueText}`
    }
    return text
  }

  /**
   * Returns the figures of the row in a bucket, each after a comma: what is 0 is left out. Undefined where there is no row.
   */
  figures(sums: EntitySums, bucket: number): string | undefined {
    const keys = this.#keys
    const values = this.#values
    if (!sums.fill(bucket, this.#columns, values)) return undefined
    let text = ''
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      if (!Number.isNaN(value)) text += (keys[index] as string) + value
    }
    return text
  }
}
