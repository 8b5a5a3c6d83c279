import type { RecordedCalls } from '../call.ts'

const figures = 'start_date=2026-05-30&end_date=2026-05-31&columns=SPEND_IN_DOLLAR&granularity=DAY'

/** Calls to ad accounts and to the user. */
export const accountCalls: RecordedCalls = {
  'ad_accounts/list': ({ call }) => call('GET', '/v5/ad_accounts?page_size=25'),
  'ad_accounts/create': async ({ call }) => {
    const { body: user } = await call('GET', '/v5/user_account')
    return call('POST', '/v5/ad_accounts', { name: 'Recorded', country: 'US', currency: 'USD', owner_user_id: user.id })
  },
  // As recorded: of entities that delivered nothing there are no rows.
  'campaigns/analytics': ({ get }) => get(`/campaigns/analytics?campaign_ids=1&${figures}`),
  'ad_groups/analytics': ({ get }) => get(`/ad_groups/analytics?ad_group_ids=1&${figures}`),
  'user_account/analytics/top_pins': async ({ call, clock }) => {
    const date = new Date(clock.milliseconds()).toISOString().slice(0, 10)
    const days = `start_date=${date}&end_date=${date}`
    return call('GET', `/v5/user_account/analytics/top_pins?${days}&sort_by=ENGAGEMENT`)
  },
  'website_verification/get': ({ call }) => call('GET', '/v5/user_account/websites/verification'),
  'user_account/get': ({ call }) => call('GET', '/v5/user_account'),
}
