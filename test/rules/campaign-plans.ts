import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { madeAd } from '../fixtures/ads.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const path = '/campaign_ad_preview'
const campaign = { objective_type: 'CONSIDERATION', start_date: '2026-06-10', ad_groups: [{}] }
const daily = { budget_duration_type: 'FIXED_DAILY', daily_spend_cap: 5_000_000 }
const lifetime = { budget_duration_type: 'LIFETIME', lifetime_spend_cap: 5_000_000, end_date: '2026-06-20' }

const estimating =
  (more: object) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/campaigns/delivery_estimates', [{ ...campaign, ...more }])

const adGroup = (mock: Mock): Promise<Json> => madeIn(mock, cbo(mock))
const preview = ({ post }: Mock, ad_group_id: string): Promise<Answer> => post(path, [{ ad_group_id }])
const remove = ({ call, account }: Mock, ids: readonly string[]): Promise<Answer> =>
  call('DELETE', `/v5/ad_accounts/${account}${path}?ad_group_ids=${ids.join(',')}`)

/** Previews an ad group with an ad, after something was done to the ad. */
const previewing =
  (act: (mock: Mock, ad: Json) => Promise<unknown>) =>
  async (mock: Mock): Promise<Answer> => {
    const { id } = await adGroup(mock)
    await act(mock, await madeAd(mock, {}, { id }))
    return preview(mock, id)
  }

/** Estimates and previews of campaigns. */
export const campaignPlanCases: readonly RuleCase[] = [
  {
    rule: 'delivery_estimate.end_date.lifetime',
    refused: estimating({ ...lifetime, end_date: null }),
    passes: estimating(lifetime),
  },
  {
    rule: 'delivery_estimate.spend_cap.lifetime',
    refused: estimating({ ...lifetime, lifetime_spend_cap: 0 }),
    passes: estimating(lifetime),
  },
  {
    rule: 'delivery_estimate.spend_cap.daily',
    refused: estimating({ ...daily, budget_duration_type: 'FLEXIBLE_DAILY', daily_spend_cap: null }),
    passes: estimating({ ...daily, budget_duration_type: 'FLEXIBLE_DAILY' }),
  },
  {
    rule: 'delivery_estimate.dates.order',
    refused: estimating({ ...daily, end_date: '2026-06-09' }),
    passes: estimating({ ...daily, end_date: '2026-06-10' }),
  },
  {
    rule: 'campaign_ad_preview.ad_group.exists',
    refused: (mock) => preview(mock, '2680000000001'),
    passes: previewing(async () => {}),
  },
  {
    rule: 'campaign_ad_preview.ads.some',
    refused: previewing((mock, { id }) => mock.change('/ads', { id, status: 'ARCHIVED' })),
    passes: previewing((mock, { id }) => mock.change('/ads', { id, status: 'PAUSED' })),
  },
  {
    rule: 'campaign_ad_preview.ads.complete',
    refused: previewing(({ call }, { pin_id }) => call('DELETE', `/v5/pins/${pin_id}`)),
    passes: previewing(({ call }, { pin_id }) => call('PATCH', `/v5/pins/${pin_id}`, { title: 'x' })),
  },
  {
    rule: 'campaign_ad_preview.delete.all',
    also: ['campaign_ad_preview.ad_group.exists'],
    refused: async (mock) => remove(mock, [(await adGroup(mock)).id, '2680000000001']),
    passes: async (mock) => remove(mock, [(await adGroup(mock)).id]),
  },
]
