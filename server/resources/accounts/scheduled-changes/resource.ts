import type { Resource } from '#server/contracts/resource.ts'

/**
 * What schedules change of campaigns and ad groups, and from when until when: responses and reports read it. Schedules
 * write it.
 */
export const scheduledChanges: Resource = { name: 'scheduled_changes', parents: [] }
