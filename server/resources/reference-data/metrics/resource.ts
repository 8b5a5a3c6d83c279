import type { Resource } from '#server/contracts/resource.ts'

/** The metrics resource: what reports and analytics can tell, and when it is final. */
export const metrics: Resource = {
  name: 'metrics',
  parents: [],
  operations: {
    'delivery_metrics/get': {},
    'metrics_ready_state/get': {},
  },
  routes: async () => (await import('./routes.ts')).metricRoutes,
}
