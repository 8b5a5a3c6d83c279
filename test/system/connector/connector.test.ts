import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { start } from '../program/start.ts'
import { Connector, daysAgo, type Sums, sumBy } from './connector.ts'

const columns = 'SPEND_IN_MICRO_DOLLAR,PAID_IMPRESSION,CLICKTHROUGH_1,CAMPAIGN_ID,AD_GROUP_ID'

t.test('a connector reads everything of a large account, and the sums of all levels agree', async (t) => {
  const { banner } = await start(t, ['--seed', 'large', '--port', '0'])
  const connector = await Connector.of(banner)
  const campaigns = await connector.list('/campaigns')
  const adGroups = await connector.list('/ad_groups')
  const ads = await connector.list('/ads')
  const labels = await connector.list('/labels')
  t.strictSame(
    [campaigns, adGroups, ads, labels].map(({ length }) => length),
    [1000, 5000, 10_000, 60],
  )

  // 90 days of every entity, day by day.
  const ofAccount = sumBy(await connector.daily('', undefined, [], columns), 'DATE')
  const ofCampaigns = await connector.daily('/campaigns', 'campaign_ids', campaigns, columns)
  const ofAdGroups = await connector.daily('/ad_groups', 'ad_group_ids', adGroups, columns)
  const ofAds = await connector.daily('/ads', 'ad_ids', ads, columns)
  t.ok(Object.values(ofAccount).some(({ SPEND_IN_MICRO_DOLLAR: spend }) => (spend ?? 0) > 0))
  t.strictSame(sumBy(ofCampaigns, 'DATE'), ofAccount, 'campaigns make the account')
  t.strictSame(sumBy(ofAdGroups, 'CAMPAIGN_ID'), sumBy(ofCampaigns, 'CAMPAIGN_ID'), 'ad groups make campaigns')
  t.strictSame(sumBy(ofAds, 'AD_GROUP_ID'), sumBy(ofAdGroups, 'AD_GROUP_ID'), 'ads make ad groups')
  t.strictSame(sumBy(ofAds, 'DATE'), ofAccount, 'ads make the account')

  // Two years of reports, 186 days at a time.
  const whole = total(Object.values(ofAccount))
  for (const level of ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP', 'PIN_PROMOTION']) {
    const rows: Json[] = []
    for (let from = 730; from > 0; from -= 186) {
      const request = { start_date: daysAgo(from), end_date: daysAgo(Math.max(from - 185, 1)), level }
      rows.push(...(await connector.report({ ...request, granularity: 'MONTH', columns: columns.split(',') })))
    }
    t.strictSame(total(Object.values(sumBy(rows, 'DATE'))), whole, `reports of the level ${level} make the account`)
  }
})

const total = (sums: readonly Sums[]): Sums =>
  sumBy(
    sums.map((one) => ({ ...one, key: 'all' })),
    'key',
  ).all ?? {}
