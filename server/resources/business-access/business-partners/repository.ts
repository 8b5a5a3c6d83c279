import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { type PartnerRow, type PartnerType, partnerTable } from '../businesses/partners.ts'

/** The filters of a list of partners. */
export interface PartnerFilter {
  readonly business_id: string
  readonly partner_type: PartnerType
  readonly partner_ids?: readonly string[] | undefined
}

/** Returns one page of the partnerships of a business, in the order in which they began. */
export function listPartners(
  db: Database,
  { business_id, partner_type, partner_ids }: PartnerFilter,
  page: PageRange,
): readonly PartnerRow[] {
  const [own, other] =
    partner_type === 'INTERNAL' ? (['business_id', 'partner_id'] as const) : (['partner_id', 'business_id'] as const)
  const also = partner_ids === undefined ? [] : [[other, partner_ids] as const]
  return partnerTable.page(db, { columns: [own], ranges: [[business_id]], also, ...page })
}
