import { idOf } from '#server/domain/ids.ts'
import { adAccountIdRange } from '#server/resources/accounts/ad-accounts/resource.ts'
import { apply, campaignsIn, changeLabel, labelIn, remove } from '../fixtures/labels.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const label = { label_type: 'CUSTOM', value: 'Outdoor' }

const creating =
  (...labels: readonly object[]) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/labels', { labels })

/** Applies a label of that type to a campaign that has one BRAND label. */
const applyingBesideBrand =
  (type: string) =>
  async (mock: Mock): Promise<Answer> => {
    const campaigns = await campaignsIn(mock)
    await apply(mock, await labelIn(mock, 'First', 'BRAND'), campaigns)
    return apply(mock, await labelIn(mock, 'Second', type), campaigns)
  }

/** Applies CUSTOM labels to one campaign until it has so many; the answer is the last one's. */
const applyingCustom =
  (most: number) =>
  async (mock: Mock): Promise<Answer> => {
    const campaigns = await campaignsIn(mock)
    for (let had = 0; had < most - 1; had++) await apply(mock, await labelIn(mock, `Label ${had}`), campaigns)
    return apply(mock, await labelIn(mock, 'Last'), campaigns)
  }

/** Restores a BRAND label on a campaign that got another label of that type since. */
const restoringBeside =
  (type: string) =>
  async (mock: Mock): Promise<Answer> => {
    const campaigns = await campaignsIn(mock)
    const id = await labelIn(mock, 'First', 'BRAND')
    await apply(mock, id, campaigns)
    await changeLabel(mock, { id, status: 'ARCHIVED' })
    await apply(mock, await labelIn(mock, 'Second', type), campaigns)
    return changeLabel(mock, { id, status: 'ACTIVE' })
  }

/** Cases of the rules about labels and what they are applied to. */
export const labelCases: readonly RuleCase[] = [
  {
    rule: 'label.access',
    features: { [idOf(adAccountIdRange, 1)]: { labels: false } },
    refused: creating(label),
    passes: async ({ call }) => {
      const { body } = await call('POST', '/v5/ad_accounts', { name: 'In the beta' })
      return call('POST', `/v5/ad_accounts/${body.id}/labels`, { labels: [label] })
    },
  },
  {
    rule: 'label.value.unique',
    refused: async (mock) => {
      await creating(label)(mock)
      return creating(label)(mock)
    },
    passes: async (mock) => {
      await creating(label)(mock)
      return creating({ ...label, label_type: 'BRAND' })(mock)
    },
  },
  { rule: 'label.restore.limits', refused: restoringBeside('BRAND'), passes: restoringBeside('CUSTOM') },
  {
    rule: 'label.exists',
    refused: (mock) => changeLabel(mock, { id: '1106000000000', value: 'Renamed' }),
    passes: async (mock) => changeLabel(mock, { id: await labelIn(mock, 'Outdoor'), value: 'Renamed' }),
  },
  {
    rule: 'label.apply.campaign',
    refused: async (mock) => apply(mock, await labelIn(mock, 'Outdoor'), ['626700000000']),
    passes: async (mock) => apply(mock, await labelIn(mock, 'Outdoor'), await campaignsIn(mock)),
  },
  { rule: 'label.apply.one-brand', refused: applyingBesideBrand('BRAND'), passes: applyingBesideBrand('CUSTOM') },
  { rule: 'label.apply.thirty-custom', refused: applyingCustom(31), passes: applyingCustom(30) },
  {
    rule: 'label.remove.applied',
    refused: async (mock) => remove(mock, await labelIn(mock, 'Outdoor'), await campaignsIn(mock)),
    passes: async (mock) => {
      const id = await labelIn(mock, 'Outdoor')
      const campaigns = await campaignsIn(mock)
      await apply(mock, id, campaigns)
      return remove(mock, id, campaigns)
    },
  },
  {
    rule: 'label.apply.entities',
    refused: async (mock) => apply(mock, await labelIn(mock, 'Outdoor'), []),
    passes: async (mock) => apply(mock, await labelIn(mock, 'Outdoor'), await campaignsIn(mock)),
  },
  {
    rule: 'label.apply.once',
    refused: async (mock) => {
      const [id] = await campaignsIn(mock)
      return apply(mock, await labelIn(mock, 'Outdoor'), [id, id])
    },
    passes: async (mock) => apply(mock, await labelIn(mock, 'Outdoor'), await campaignsIn(mock, 2)),
  },
]
