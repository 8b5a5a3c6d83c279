import type { Operations } from '#server/plugins/operations.ts'
import { accessRoutes } from './access-routes.ts'
import { listRoutes } from './list-routes.ts'
import { userRoutes } from './user-routes.ts'

/** Adds the operations on assets of businesses. */
export function businessAssetRoutes(app: Operations): void {
  listRoutes(app)
  userRoutes(app)
  accessRoutes(app)
}
