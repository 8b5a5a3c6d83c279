/** What a plot can show: its name, the column of the API's analytics, and whether that is money. */
export interface Metric {
  readonly name: string
  readonly column: string
  readonly isMoney: boolean
}

/** The metrics by their name in the address; the first is shown where there is none. */
export const metrics: Readonly<Record<string, Metric>> = {
  spend: { name: 'Spend', column: 'SPEND_IN_MICRO_DOLLAR', isMoney: true },
  impressions: { name: 'Impressions', column: 'PAID_IMPRESSION', isMoney: false },
  clicks: { name: 'Clicks', column: 'CLICKTHROUGH_1', isMoney: false },
  conversions: { name: 'Conversions', column: 'TOTAL_CONVERSIONS', isMoney: false },
}

/** Returns an amount of a metric for people; money is in micro-currency. */
export const amountText = ({ isMoney }: Metric, amount: number): string =>
  isMoney
    ? (amount / 1_000_000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : amount.toLocaleString('en')

/** What figures are of, by their name in the address. */
export const levels = {
  campaigns: { name: 'Campaign', idColumn: 'CAMPAIGN_ID', idsParameter: 'campaign_ids' },
  ad_groups: { name: 'Ad group', idColumn: 'AD_GROUP_ID', idsParameter: 'ad_group_ids' },
} as const

/** A level of figures. */
export type Level = keyof typeof levels
