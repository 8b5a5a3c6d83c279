import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { itemsIn } from '../domain/faults/batches.ts'
import { isRouted } from '../http/unrouted-calls.ts'
import { RequestWarnings } from '../http/validation/request-warnings.ts'
import { schemaOf } from '../http/validation/route-schema.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('preValidation', (request, _reply, next) => {
    const { entry, body, url } = request
    // The schema of an operation says nothing about a call that a stub answers.
    if (entry && request.stub === null && isRouted(request)) {
      const { body: text, bodyTruncated } = entry
      const { deprecations = [] } = request.implementation?.traits ?? {}
      const sent = { url, schema: schemaOf(request), deprecations }
      entry.items = itemsIn(body)
      // A truncated text cannot be parsed later.
      entry.findings = bodyTruncated ? RequestWarnings.of({ ...sent, body }) : new RequestWarnings({ ...sent, text })
    }
    next()
  })
  done()
}

/** Prepares the journal's warnings about undocumented and deprecated parts of a call. */
export const warningsPlugin = fp(plugin, {
  name: 'warnings',
  dependencies: ['journal', 'operations', 'stub-match'],
  fastify: '5.x',
})
