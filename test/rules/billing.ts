import { offerIn, redeeming } from '../fixtures/billing.ts'
import type { RuleCase } from './case.ts'

/** Redemptions of ads credit. */
export const billingCases: readonly RuleCase[] = [
  {
    rule: 'ads_credit.billing',
    features: { '*': { billing_disabled: true } },
    refused: async (mock) => redeeming(mock, await offerIn(mock, 'A')),
    passes: async (mock) => {
      await mock.call('PUT', '/__mock/settings', { features: { '*': { billing_disabled: false } } })
      return redeeming(mock, await offerIn(mock, 'A'))
    },
  },
  {
    rule: 'ads_credit.redeemed',
    refused: async (mock) => redeeming(mock, await offerIn(mock, 'A', { redeemed_by: mock.account })),
    passes: async (mock) => redeeming(mock, await offerIn(mock, 'A')),
  },
  {
    rule: 'ads_credit.of-another',
    refused: async (mock) => {
      const other = (await mock.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
      return redeeming(mock, await offerIn(mock, 'A', { redeemed_by: other }))
    },
    passes: async (mock) => redeeming(mock, await offerIn(mock, 'A')),
  },
]
