import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about a redemption evaluate. */
export interface RedemptionFacts {
  readonly accountId: string
  /** The ad account that has redeemed the offer; null while nobody has. */
  readonly redeemedBy: string | null
  readonly billingDisabled: boolean
}

const common = {
  operations: ['ads_credit/redeem'],
  refuses: 'item',
  evidence: 'second-hand',
  source: 'F104 (WOO); that the response is a 200 is documented (S523)',
  literal: true,
} as const

/** Every rule about a redemption; the response to a refused one has its code and message. */
export const adsCreditRules: readonly Rule<RedemptionFacts>[] = [
  {
    ...common,
    id: 'ads_credit.billing',
    fields: ['offerCodeHash'],
    code: 4374,
    message: 'Billing setup is required for getting offer codes for an Advertiser',
    passes: 'An ad account without the feature billing_disabled.',
    violated: ({ billingDisabled }) => billingDisabled,
  },
  {
    ...common,
    id: 'ads_credit.redeemed',
    fields: ['offerCodeHash'],
    code: 2324,
    message: 'The offer has already been redeemed by this advertiser',
    passes: 'The hash of an offer that nobody has redeemed.',
    violated: ({ redeemedBy, accountId }) => redeemedBy === accountId,
  },
  {
    ...common,
    id: 'ads_credit.of-another',
    fields: ['offerCodeHash'],
    code: 2318,
    message: 'User has this offer on another advertiser',
    passes: 'The hash of an offer that nobody has redeemed.',
    violated: ({ redeemedBy, accountId }) => redeemedBy !== null && redeemedBy !== accountId,
  },
]
