import type { RecordedCalls } from '../call.ts'

/** Calls to ad accounts and to the user. */
export const accountCalls: RecordedCalls = {
  'ad_accounts/list': ({ call }) => call('GET', '/v5/ad_accounts?page_size=25'),
  'ad_accounts/create': async ({ call }) => {
    const { body: user } = await call('GET', '/v5/user_account')
    return call('POST', '/v5/ad_accounts', { name: 'Recorded', country: 'US', currency: 'USD', owner_user_id: user.id })
  },
  'user_account/analytics/top_pins': async ({ call, clock }) => {
    const date = new Date(clock.milliseconds()).toISOString().slice(0, 10)
    const days = `start_date=${date}&end_date=${date}`
    return call('GET', `/v5/user_account/analytics/top_pins?${days}&sort_by=ENGAGEMENT`)
  },
  'user_account/get': ({ call }) => call('GET', '/v5/user_account'),
}
