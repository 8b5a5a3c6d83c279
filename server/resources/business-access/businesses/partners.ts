import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'

/** Whose assets a partnership is about: those of the business that calls, or those of its partner. */
export const partnerTypes = ['INTERNAL', 'EXTERNAL'] as const
/** One of `partnerTypes`. */
export type PartnerType = (typeof partnerTypes)[number]

/** A partnership as it is stored: the business may grant the partner access to its assets. */
export interface PartnerRow {
  readonly seq: number
  readonly id: string
  readonly business_id: string
  readonly partner_id: string
  readonly created_by_id: string
  readonly created_by_business_id: string
  /** Unix milliseconds. */
  readonly created_time: number
}

/** The table of partnerships. */
export const partnerTable = rootTable<PartnerRow>('business_partners')

const statements = perDb((db) => ({
  between: db.prepare<[string, string], PartnerRow>(
    'SELECT * FROM business_partners WHERE business_id = ? AND partner_id = ?',
  ),
}))

/** Returns the partnership by which a partner has access to assets of a business. */
export const findPartner = (db: Database, businessId: string, partnerId: string): PartnerRow | undefined =>
  statements(db).between.get(businessId, partnerId)
