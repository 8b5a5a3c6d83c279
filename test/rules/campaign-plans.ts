import { planningCases } from '#server/target/probe/cases/planning.ts'
import { cbo, madeIn } from '../fixtures/ad-groups.ts'
import { madeAd } from '../fixtures/ads.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const path = '/campaign_ad_preview'

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
  ...probed(planningCases),
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
