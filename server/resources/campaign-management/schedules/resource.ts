import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { scheduledChanges } from '#server/resources/accounts/scheduled-changes/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { ads } from '../ads/resource.ts'
import { campaigns } from '../campaigns/resource.ts'

/** The id range of schedules. No id is known: the range is assumed. */
export const scheduleIdRange = idRange('schedule', 7_120_000_000_000n)

/** The schedules resource. */
export const schedules: Resource = {
  name: 'schedules',
  parents: [adAccounts, scheduledChanges, campaigns, adGroups, ads],
  tags: { schedules: 'Schedules: changes of budgets and bid multipliers for a time.' },
  ids: [scheduleIdRange],
  operations: {
    'schedules/list': {},
    'schedules/create': { maxItems: Number.POSITIVE_INFINITY },
    'schedules/update': { maxItems: Number.POSITIVE_INFINITY },
  },
  routes: async () => (await import('./routes.ts')).scheduleRoutes,
  rules: async () => (await import('./rules.ts')).everyScheduleRule,
  seed: async () => (await import('./seed.ts')).scheduleSeed,
  edits: async () => (await import('./admin.ts')).scheduleKind,
}
