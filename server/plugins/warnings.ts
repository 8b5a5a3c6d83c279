import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { deprecatedIn } from '../domain/deprecations.ts'
import { ignoredFields, ignoredParameters } from '../http/ignored-fields.ts'
import { warn } from '../http/replies.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('preValidation', (request, _reply, next) => {
    const { body, query, operation } = request
    const { schema } = request.routeOptions
    warn(request, [
      ...ignoredParameters(query, schema?.querystring).map((name) => `The API ignores the unknown parameter '${name}'`),
      ...ignoredFields(body, schema?.body).map((field) => `The API ignores the unknown field '${field}'`),
      ...(operation === null || body === undefined ? [] : deprecatedIn(operation.id, body)),
    ])
    next()
  })
  done()
}

/** Notes in the journal what a call has that the API does not know, or that it wants no longer. */
export const warningsPlugin = fp(plugin, {
  name: 'warnings',
  dependencies: ['journal', 'operations'],
  fastify: '5.x',
})
