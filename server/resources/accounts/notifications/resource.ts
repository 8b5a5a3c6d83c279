import type { Resource } from '#server/contracts/resource.ts'

/** The notifications resource: what partners report to Pinterest. */
export const notifications: Resource = {
  name: 'notifications',
  parents: [],
  tags: { notification: 'Notifications that partners send.' },
  operations: { 'notification/post': {} },
  routes: async () => (await import('./routes.ts')).notificationRoutes,
  rules: async () => (await import('./rules.ts')).notificationRules,
}
