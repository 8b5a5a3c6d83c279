import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { endAccess } from '../businesses/access.ts'
import { grantsTo } from '../businesses/grants.ts'
import { findPartner, type PartnerRow, type PartnerType, partnerTable } from '../businesses/partners.ts'
import { partnershipIdRange } from './resource.ts'
import { partnerRules } from './rules.ts'

/** The two parties of a new partnership, and who made it. */
export type NewPartner = Omit<PartnerRow, 'seq' | 'id' | 'created_time'>

/** Makes a business a partner of another; returns the partnership that there is, where it is one. */
export function addPartner({ db, clock }: World, partner: NewPartner): PartnerRow {
  const before = findPartner(db, partner.business_id, partner.partner_id)
  if (before !== undefined) return before
  const seq = partnerTable.nextSequence(db)
  return partnerTable.insert(db, {
    seq,
    id: idOf(partnershipIdRange, seq),
    ...partner,
    created_time: clock.milliseconds(),
  })
}

/** Ends partnerships, and with them access to assets; throws when one of the ids is of no partner. */
export function removePartners(world: World, businessId: string, type: PartnerType, ids: readonly string[]): void {
  const { db, rules } = world
  const between = (id: string): PartnerRow | undefined =>
    type === 'INTERNAL' ? findPartner(db, businessId, id) : findPartner(db, id, businessId)
  const strangers = ids.filter((id) => between(id) === undefined)
  rules.assert(partnerRules, { strangers })
  for (const { id, business_id, partner_id } of ids.flatMap((one) => between(one) ?? [])) {
    endAccess(world, grantsTo(db, business_id, partner_id, 'PARTNER'))
    partnerTable.remove(db, id)
  }
}
