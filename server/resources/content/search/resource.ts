import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { boards } from '../boards/resource.ts'
import { pins } from '../pins/resource.ts'

/** The search resource: boards and Pins by their words. */
export const search: Resource = {
  name: 'search',
  parents: [adAccounts, boards, pins],
  tags: { search: 'Search for boards and Pins by words.' },
  operations: {
    'search_user_boards/get': {},
    'search_user_pins/list': {},
    search_partner_pins: {},
  },
  routes: async () => (await import('./routes.ts')).searchRoutes,
  rules: async () => (await import('./rules.ts')).searchRules,
}
