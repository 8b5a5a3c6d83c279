import type { Database } from '#db/database.ts'
import { rootTable } from '#db/table.ts'

/** A business below another, as it is stored; its user has the same id. */
export interface BrandAccountRow {
  readonly seq: number
  readonly id: string
  /** The business at the top. */
  readonly business_hierarchy_id: string
  readonly country: string
}

/** The table of brand accounts. */
export const brandAccountTable = rootTable<BrandAccountRow>('brand_accounts')

/** Returns the id of the hierarchy that a business is in: that of the business at the top. */
export const hierarchyOf = (db: Database, businessId: string): string =>
  brandAccountTable.find(db, businessId)?.business_hierarchy_id ?? businessId
