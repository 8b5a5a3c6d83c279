import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { hash, sequenceIn } from '#server/domain/ids.ts'
import { adAccountIdRange } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adAccountRow, companyOf } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import type { SsioAccount } from './account-schema.ts'
import { salesforceId } from './salesforce-id.ts'

/** How many ids of a kind an ad account has at most. */
const idsOfEach = 3

/** The texts of terms, which are this project's own. */
const terms = {
  io_terms: 'The insertion order follows the terms of service. Its budget pays for any bid type and ad product.',
  row_terms: 'Outside the United States, the terms of service of the country apply.',
  us_terms: 'In the United States, the standard terms for internet advertising apply.',
} as const

/**
 * Returns what an ad account needs for insertion orders: one company with two addresses and three kinds of terms, and
 * one marketing partner. All of it follows from the ad account. An account whose billing is disabled is not eligible.
 */
export function ssioAccountOf(world: World, { id, features }: AdAccountContext): SsioAccount {
  const { country, currency } = JSON.parse(adAccountRow(world, id).json)
  const company = billedCompanyOf(world, id)
  const isEligible = !features.billing_disabled
  const own = (kind: 'account' | 'address' | 'terms', nth: number): string =>
    salesforceId(kind, ((sequenceIn(adAccountIdRange, id) ?? hash(id)) - 1) * idsOfEach + nth)
  const order_legal_entity = country === 'US' ? 'PIN US OU' : 'PIN EU OU'
  const address = (nth: number, purpose: 'Billing' | 'Business', street: string) => ({
    address_id: own('address', nth),
    display: `${company}, ${street}, ${country}`,
    order_legal_entity,
    purpose,
  })
  return {
    billto_infos: [
      {
        addresses: [address(1, 'Billing', '1 Invoice Street'), address(2, 'Business', '2 Office Street')],
        id: own('account', 1),
        io_terms: terms.io_terms,
        io_terms_id: own('terms', 1),
        io_type: 'Pinterest Paper',
        row_terms: terms.row_terms,
        row_terms_id: own('terms', 2),
        us_terms: terms.us_terms,
        us_terms_id: own('terms', 3),
      },
    ],
    can_edit: isEligible,
    currency,
    eligible: isEligible,
    error: isEligible ? 'No Error' : 'Billing is disabled',
    pmp_names: [{ id: own('account', 2), name: 'Marketing partner' }],
  }
}

/** Returns the name of the company that is billed: that of the owner's business, or else of the ad account. */
export const billedCompanyOf = (world: World, id: string): string =>
  companyOf(world, id) ?? JSON.parse(adAccountRow(world, id).json).name
