import { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { figureColumns } from '#server/domain/delivery/columns.ts'
import { conversionColumns } from '#server/domain/delivery/conversion-columns.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import { attributeAt, itemAttribute, type ReportAttribute } from './attributes.ts'

/** A column of a report: a figure, an attribute, or neither where its rows have no value. */
export interface RowColumn {
  readonly name: string
  /** The position among the figures of `figures`. */
  readonly figure?: number
  /** The position in `attributes`. */
  readonly attribute?: number
}

/** The columns of a report's rows. */
export interface RowColumns {
  readonly columns: readonly RowColumn[]
  readonly figures: ColumnSet
  readonly attributes: readonly ReportAttribute[]
  /** How many of the figures are shown; those after them are looked at by filters. */
  readonly shown: number
  /** Where the values of filtered columns are, in the order of the request. */
  readonly filtered: readonly RowColumn[]
}

/** The column with the id of each level's entities. */
const ownColumns: Readonly<Record<EntityLevel, readonly [string, ...string[]]>> = {
  account: ['ADVERTISER_ID', 'AD_ACCOUNT_ID'],
  campaign: ['CAMPAIGN_ID'],
  ad_group: ['AD_GROUP_ID'],
  ad: ['PIN_PROMOTION_ID', 'AD_ID'],
  product_group: ['PRODUCT_GROUP_ID'],
}

/** What a report has columns of. */
export interface ColumnRequest {
  readonly level: EntityLevel
  /** The names of the columns. */
  readonly names: readonly string[]
  /** The names of columns that filters look at. */
  readonly filtered: readonly string[]
  /** Reports by the hour have no conversions (documented). */
  readonly isHourly: boolean
  /** Whether its rows are of the items of product groups. */
  readonly isOfItems: boolean
}

/**
 * Returns the columns of a report: those of the request in its order, each once, with the id of the entity before them
 * where no column has it. Columns of another level, which connectors ask for, have no values.
 */
export function rowColumns({ level, names, filtered, isHourly, isOfItems }: ColumnRequest): RowColumns {
  const [own, ...others] = ownColumns[level]
  const hasOwn = [own, ...others].some((name) => names.includes(name))
  const figureNames: string[] = []
  const attributes: ReportAttribute[] = []
  const columnOf = (name: string): RowColumn => {
    const attribute = attributeAt(level, name) ?? (isOfItems ? itemAttribute(name) : undefined)
    if (attribute !== undefined) return { name, attribute: attributes.push(attribute) - 1 }
    if (!Object.hasOwn(figureColumns, name) || (isHourly && Object.hasOwn(conversionColumns, name))) return { name }
    return { name, figure: figureNames.push(name) - 1 }
  }
  const columns = [...new Set(hasOwn ? names : [own, ...names])].map(columnOf)
  const shown = figureNames.length
  const ofFilters = filtered.map(columnOf)
  return { columns, attributes, figures: new ColumnSet(figureNames), shown, filtered: ofFilters }
}
