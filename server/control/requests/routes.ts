import type { FastifyInstance } from 'fastify'
import type { ControlOptions } from '../context.ts'
import { listRoutes } from './list-routes.ts'
import { singleRoutes } from './single-routes.ts'
import { unmatchedRoutes } from './unmatched-routes.ts'

/** Adds the routes of a world's requests. */
export function requestRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'worlds'>): void {
  listRoutes(app)
  unmatchedRoutes(app, options)
  singleRoutes(app, options)
}
