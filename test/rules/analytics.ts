import { analyticsCases as probeCases } from '#server/target/probe/cases/analytics.ts'
import { type ReportOptions, report } from '../fixtures/analytics.ts'
import type { Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const ofAccount = (options: ReportOptions) => (mock: Mock) => report(mock, '/analytics', options)
const ofCampaigns = (options: ReportOptions) => (mock: Mock) =>
  report(mock, '/campaigns/analytics', { campaign_ids: '626700000001', ...options })
const ofAds = (options: ReportOptions) => (mock: Mock) => report(mock, '/ads/analytics', options)

export const analyticsCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'analytics.days.back',
    refused: ofCampaigns({ from: -91 }),
    passes: ofCampaigns({ from: -90 }),
  },
  {
    rule: 'analytics.days.hours-back',
    refused: ofCampaigns({ from: -9, to: -7, granularity: 'HOUR' }),
    passes: ofCampaigns({ from: -8, to: -7, granularity: 'HOUR' }),
  },
  {
    rule: 'analytics.days.range',
    refused: ofCampaigns({ from: -80, to: 11 }),
    passes: ofCampaigns({ from: -80, to: 10 }),
  },
  {
    rule: 'analytics.days.range',
    moment: 'for hours of an ad account, which have no range of their own',
    refused: ofAccount({ from: -8, to: 83, granularity: 'HOUR' }),
    passes: ofAccount({ from: -8, to: 82, granularity: 'HOUR' }),
  },
  {
    rule: 'analytics.days.hours-range',
    refused: ofCampaigns({ from: -4, to: 0, granularity: 'HOUR' }),
    passes: ofCampaigns({ from: -3, to: 0, granularity: 'HOUR' }),
  },
  {
    rule: 'analytics.ads.filter',
    refused: ofAds({}),
    passes: ofAds({ ad_ids: '687000000001' }),
  },
  {
    rule: 'analytics.ads.filter',
    moment: 'when campaigns are named without Pins',
    refused: ofAds({ campaign_ids: '626700000001' }),
    passes: ofAds({ campaign_ids: '626700000001', pin_ids: '1055601600128614527' }),
  },
]
