import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** Creates ad accounts until their owner has so many; the answer is the last one's. */
const owning =
  (most: number) =>
  async ({ call }: Mock): Promise<Answer> => {
    for (let owned = 1; owned < most - 1; owned++) await call('POST', '/v5/ad_accounts', { name: 'Another' })
    return call('POST', '/v5/ad_accounts', { name: 'The last' })
  }

/** Cases of the rules about ad accounts. */
export const adAccountCases: readonly RuleCase[] = [
  {
    rule: 'ad_account.limit.per-user',
    refused: owning(51),
    passes: owning(50),
  },
]
