import type { ProbeCall, ProbeCase } from '../probe-case.ts'

/** Days from the present one, as a reference. */
const day = (days: number): string => `{{day${days < 0 ? days : `+${days}`}}}`

interface Report {
  readonly from?: number
  readonly to?: number
  readonly granularity?: string
}

const query = ({ from = -7, to = 0, granularity = 'DAY' }: Report) => ({
  start_date: day(from),
  end_date: day(to),
  columns: 'SPEND_IN_MICRO_DOLLAR,PAID_IMPRESSION',
  granularity,
})

const ofAccount = (report: Report): ProbeCall => ({ operation: 'ad_account/analytics', query: query(report) })
const ofCampaigns = (report: Report): ProbeCall => ({
  operation: 'campaigns/analytics',
  query: { campaign_ids: '{{cboCampaign.id}}', ...query(report) },
})

/** Figures of campaigns: their days. The edges are a day from those of the documents, since days have zones. */
export const analyticsCases: readonly ProbeCase[] = [
  {
    rule: 'analytics.days.order',
    refused: ofCampaigns({ from: -3, to: -4 }),
    passes: ofCampaigns({ from: -3, to: -3 }),
  },
  { rule: 'analytics.days.back', refused: ofCampaigns({ from: -92 }), passes: ofCampaigns({ from: -89 }) },
  {
    rule: 'analytics.days.hours-back',
    refused: ofCampaigns({ from: -10, to: -8, granularity: 'HOUR' }),
    passes: ofCampaigns({ from: -7, to: -6, granularity: 'HOUR' }),
  },
  {
    rule: 'analytics.days.range',
    refused: ofCampaigns({ from: -80, to: 11 }),
    passes: ofCampaigns({ from: -80, to: 0 }),
  },
  {
    rule: 'analytics.days.range',
    moment: 'for hours of an ad account, which have no range of their own',
    refused: ofAccount({ from: -7, to: 84, granularity: 'HOUR' }),
    passes: ofAccount({ from: -7, to: 0, granularity: 'HOUR' }),
  },
  {
    rule: 'analytics.days.hours-range',
    refused: ofCampaigns({ from: -4, to: 0, granularity: 'HOUR' }),
    passes: ofCampaigns({ from: -2, to: 0, granularity: 'HOUR' }),
  },
  {
    rule: 'analytics.ads.filter',
    refused: { operation: 'ads/analytics', query: query({}) },
    passes: { operation: 'ads/analytics', query: { campaign_ids: '{{cboCampaign.id}}', pin_ids: '1', ...query({}) } },
  },
]
