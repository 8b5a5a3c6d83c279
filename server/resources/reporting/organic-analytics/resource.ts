import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { delivery } from '../delivery/resource.ts'

/** The organic analytics resource: what happened to Pins, with and without ads, worked out when it is read. */
export const organicAnalytics: Resource = {
  name: 'organic_analytics',
  parents: [users, adAccounts, pins, delivery],
  operations: {
    'pins/analytics': {},
    'multi_pins/analytics': {},
    'user_account/analytics': {},
    'user_account/analytics/top_pins': {},
    'user_account/analytics/top_video_pins': {},
  },
  routes: async () => (await import('./routes.ts')).organicAnalyticsRoutes,
  rules: async () => (await import('./rules.ts')).organicAnalyticsRules,
}
