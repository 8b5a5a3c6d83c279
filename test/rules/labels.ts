import { idOf } from '#server/domain/ids.ts'
import { adAccountIdRange } from '#server/resources/accounts/ad-accounts/resource.ts'
import { labelCases as probeCases } from '#server/target/probe/cases/labels.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const label = { label_type: 'CUSTOM', value: 'Outdoor' }

const creating =
  (...labels: readonly object[]) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/labels', { labels })

/** Cases of the rules about labels and what they are applied to. */
export const labelCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'label.access',
    features: { [idOf(adAccountIdRange, 1)]: { labels: false } },
    refused: creating(label),
    passes: async ({ call }) => {
      const { body } = await call('POST', '/v5/ad_accounts', { name: 'In the beta' })
      return call('POST', `/v5/ad_accounts/${body.id}/labels`, { labels: [label] })
    },
  },
]
