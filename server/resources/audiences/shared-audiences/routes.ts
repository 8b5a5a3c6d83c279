import type { Operations } from '#server/plugins/operations.ts'
import { listRoutes } from './list-routes.ts'
import { shareRoutes } from './share-routes.ts'

/** Adds the operations on shared audiences. */
export function sharedAudienceRoutes(app: Operations): void {
  listRoutes(app)
  shareRoutes(app)
}
