import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '../ad-accounts/resource.ts'

/** The id range of offers of ads credit, which no response has. */
export const adsCreditIdRange = idRange('ads_credit', 4_711_000_000_000n)

/** The error for a code of no offer. */
export const adsCreditErrors = namedErrors({
  'ads_credit.offer': {
    status: 400,
    code: 15,
    message: 'Unable to redeem offer code. Try again later.',
    evidence: 'documented',
    source: 'S523 ads_credit/redeem; that an unknown code is answered so is assumed',
    passes: 'The SHA-256 of the code of an offer, in hexadecimal digits: seeds and direct edits make offers.',
  },
})

/** The resource of ads credits: offers, and the discounts that ad accounts have redeemed. */
export const adsCredits: Resource = {
  name: 'ads_credits',
  parents: [adAccounts],
  tags: { billing: 'Billing: ads credits, billing profiles, invoices and insertion orders.' },
  ids: [adsCreditIdRange],
  errors: adsCreditErrors,
  operations: { 'ads_credits_discounts/get': {}, 'ads_credit/redeem': {} },
  routes: async () => (await import('./routes.ts')).adsCreditRoutes,
  rules: async () => (await import('./rules.ts')).adsCreditRules,
  seed: async () => (await import('./seed.ts')).adsCreditSeed,
  edits: async () => (await import('./admin.ts')).adsCreditKind,
}
