import type { ProbeCase } from '../probe-case.ts'
import { adGroupIn, automatic, changingGroup } from './ad-group-calls.ts'
import type { Fields } from './campaign-calls.ts'

const rule = (name: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule: `ad_group.performance-plus.${name}`,
  refused: adGroupIn('performancePlusCampaign', { ...automatic, ...refused }),
  passes: adGroupIn('performancePlusCampaign', { ...automatic, ...passes }),
})

/** What a Performance+ campaign allows its ad groups. */
export const adGroupPerformancePlusCases: readonly ProbeCase[] = [
  rule('location', { targeting_spec: { AGE_BUCKET: ['18-24'] } }, { targeting_spec: { GEO: ['US-94107'] } }),
  rule(
    'targeting',
    { targeting_spec: { LOCATION: ['US'], GENDER: ['male'] } },
    { targeting_spec: { LOCATION: ['US'], AGE_BUCKET: ['65+'] } },
  ),
  {
    rule: 'ad_group.performance-plus.templates',
    refused: changingGroup(adGroupIn('performancePlusCampaign', automatic), {
      targeting_template_ids: ['{{template.id}}'],
    }),
    passes: changingGroup(adGroupIn('performancePlusCampaign', automatic), { targeting_template_ids: ['0'] }),
  },
  rule('automatic-bid', { bid_in_micro_currency: 1, bid_strategy_type: 'MAX_BID' }, { bid_in_micro_currency: 1 }),
  rule('bid-multiplier', { bid_multiplier: 2 }, { bid_multiplier: 0 }),
]
