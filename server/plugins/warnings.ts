import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { deprecatedIn } from '../domain/deprecations.ts'
import { ignoredFields, ignoredParameters } from '../http/ignored-fields.ts'
import { hasIndexes } from '../http/query.ts'
import { warn } from '../http/replies.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('preValidation', (request, _reply, next) => {
    const { body, query, operation } = request
    const { schema } = request.routeOptions
    const parameters = ignoredParameters(query, schema?.querystring)
    warn(
      request,
      parameters.map((name) => `The API ignores the unknown parameter '${name}'`),
    )
    if (hasIndexes(request.url)) warn(request, ['Indexes in the names of query parameters are not documented'])
    if (body === undefined) return next()
    warn(request, [
      ...ignoredFields(body, schema?.body).map((field) => `The API ignores the unknown field '${field}'`),
      ...deprecatedIn(operation?.id ?? '', body),
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
