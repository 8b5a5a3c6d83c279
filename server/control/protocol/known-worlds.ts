import type { FastifyInstance } from 'fastify'
import { worldCheck } from '#server/http/made-worlds.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'

/** Calls that are about no world, or about those that they name themselves. */
const ofNoWorld = /^\/__mock\/(?:worlds|docs|openapi\.json)(?:[/?]|$)/

/**
 * Refuses calls to a world that nobody has made, where the server is strict about worlds: a count of 0 or a fault in a
 * misspelt world would look as if it were right. The refused calls to that world are in the journal at the root.
 */
export function refuseUnknownWorlds(app: FastifyInstance, worlds: WorldRegistry): void {
  const check = worldCheck(worlds)
  if (check === undefined) return
  app.addHook('onRequest', (request, _reply, next) => {
    if (!ofNoWorld.test(request.url)) check(request.worldName)
    next()
  })
}
