import type { FastifyInstance } from 'fastify'
import { aboutRoutes } from './about-routes.ts'
import type { ControlOptions } from './context.ts'
import { eventRoutes } from './events/routes.ts'
import { faultRoutes } from './faults/routes.ts'
import { guardControl } from './protocol/guard.ts'
import { refuseUnknownWorlds } from './protocol/known-worlds.ts'
import { registerNotFound } from './protocol/not-found.ts'
import { metricsRoutes } from './requests/metrics-routes.ts'
import { reportRoutes } from './requests/report-routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { verificationRoutes } from './requests/verification-routes.ts'
import { whyRoute } from './requests/why-route.ts'
import { stubRoutes } from './stubs/routes.ts'
import { scenarioRoutes } from './stubs/scenario-routes.ts'
import { deliveryRoutes } from './worlds/delivery.ts'
import { entityRoutes } from './worlds/entities.ts'
import { feedRoutes } from './worlds/feeds.ts'
import { leadRoutes } from './worlds/leads.ts'
import { resetRoutes } from './worlds/reset.ts'
import { worldRoutes } from './worlds/routes.ts'
import { acceptYaml, seedRoutes } from './worlds/seed.ts'
import { settingRoutes } from './worlds/settings.ts'
import { snapshotRoutes } from './worlds/snapshots.ts'
import { stateRoutes } from './worlds/state.ts'
import { timeRoutes } from './worlds/time.ts'

export { controlValidator } from './protocol/validator.ts'

/** Adds all routes of test control, one file for each subject. */
export function addControl(app: FastifyInstance, options: ControlOptions): void {
  aboutRoutes(app, options)
  worldRoutes(app, options)
  resetRoutes(app, options)
  snapshotRoutes(app, options)
  seedRoutes(app, options)
  entityRoutes(app)
  stateRoutes(app, options)
  timeRoutes(app)
  settingRoutes(app)
  deliveryRoutes(app)
  feedRoutes(app)
  leadRoutes(app)
  faultRoutes(app, options)
  stubRoutes(app, options)
  scenarioRoutes(app)
  requestRoutes(app, options)
  eventRoutes(app, options)
  whyRoute(app, options)
  verificationRoutes(app, options)
  reportRoutes(app, options)
  metricsRoutes(app, options)
}

/**
 * The mock's own API under `/__mock`: without authentication, rate limits, faults and journal. Calls work on the world
 * in their URL, `/w/{name}/__mock/…`, or on the default one.
 */
export async function controlRoutes(app: FastifyInstance, options: ControlOptions): Promise<void> {
  guardControl(app, options.guard ?? {})
  refuseUnknownWorlds(app, options.worlds)
  acceptYaml(app)
  registerNotFound(app)
  addControl(app, options)
}
