/** The levels of a report, from the whole account down. A Pin's figures are those of a campaign's ads that show it. */
export const reportLevels = ['account', 'campaign', 'ad_group', 'ad', 'product_group', 'pin'] as const
/** One of `reportLevels`. */
export type ReportLevel = (typeof reportLevels)[number]

/** The levels whose entities have columns of their own. */
export type EntityLevel = Exclude<ReportLevel, 'pin'>

/** The levels whose columns the rows of a level have: its own and those above. */
export const levelsAbove: Readonly<Record<ReportLevel, readonly EntityLevel[]>> = {
  account: ['account'],
  campaign: ['account', 'campaign'],
  pin: ['account', 'campaign'],
  ad_group: ['account', 'campaign', 'ad_group'],
  ad: ['account', 'campaign', 'ad_group', 'ad'],
  product_group: ['account', 'campaign', 'ad_group', 'product_group'],
}
