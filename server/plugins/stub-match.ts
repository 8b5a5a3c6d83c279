import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { callOfRequest } from '../http/call-of-request.ts'
import { isOfConsole } from '../journal/console-calls.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.decorateRequest('stub', null)
  // After the body is parsed, since a stub may match on it.
  app.addHook('preValidation', (request, _reply, next) => {
    const { stubs, clock } = request.world
    if (!stubs.isEmpty && !isOfConsole(request.headers))
      request.stub = stubs.match(callOfRequest(request), clock.seconds()) ?? null
    next()
  })
  done()
}

/** Finds the stub of the world that answers a call, before faults are decided: they apply to its response too. */
export const stubMatchPlugin = fp(plugin, {
  name: 'stub-match',
  dependencies: ['operations', 'worlds', 'authentication', 'rate-limit', 'journal'],
  fastify: '5.x',
})
