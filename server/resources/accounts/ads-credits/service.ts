import { createHash } from 'node:crypto'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { type AdsCreditRow, adsCreditTable, offerOf } from './repository.ts'
import { adsCreditErrors, adsCreditIdRange } from './resource.ts'
import { adsCreditRules } from './rules.ts'
import type { OfferCreate } from './schema.ts'

const hundred = 100_000_000

/** Creates an offer, for seeds and direct edits; redeemed by an ad account, or free. */
export function createOffer({ db }: World, item: OfferCreate, accountId: string | null): AdsCreditRow {
  const seq = adsCreditTable.nextSequence(db)
  const amount = item.amount_in_micro_currency ?? hundred
  const id = idOf(adsCreditIdRange, seq)
  const discount = {
    id,
    active: true,
    discountCurrency: item.currency ?? 'USD',
    discountInMicroCurrency: amount,
    discountType: item.discount_type ?? 'MARKETING_OFFER_CREDIT',
    remainingDiscountInMicroCurrency: amount,
    title: item.title ?? 'Ads credit',
  }
  const offer_hash = createHash('sha256').update(item.offer_code).digest('hex')
  return adsCreditTable.insert<AdsCreditRow>(db, {
    seq,
    id,
    ad_account_id: accountId,
    offer_hash,
    json: JSON.stringify(discount),
  })
}

/** Redeems an offer for an ad account, unless it is only checked; returns what keeps it from that. */
export function redeem(
  { db, rules }: World,
  account: AdAccountContext,
  { offerCodeHash, validateOnly }: { readonly offerCodeHash: string; readonly validateOnly: boolean },
): readonly Violation[] {
  const offer = found(offerOf(db, offerCodeHash), adsCreditErrors['ads_credit.offer'])
  const violations = rules.evaluate(adsCreditRules, {
    accountId: account.id,
    redeemedBy: offer.ad_account_id,
    billingDisabled: account.features.billing_disabled,
  })
  if (violations.length === 0 && !validateOnly) adsCreditTable.update(db, { ...offer, ad_account_id: account.id })
  return violations
}

/** Returns a redeemed offer as JSON text for responses. */
export function discountText({ json, ad_account_id }: AdsCreditRow): string {
  const { id: _, ...discount } = JSON.parse(json)
  return JSON.stringify({ ...discount, advertiser_id: ad_account_id })
}
