import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { schemaOf } from '../http/late-schema.ts'
import { warn } from '../http/replies.ts'
import { sentWarnings } from '../http/sent-warnings.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('preValidation', (request, _reply, next) => {
    const { entry, body, url } = request
    if (entry) {
      const schema = schemaOf(request)
      entry.schema = schema
      // What is cut short cannot be parsed later on.
      if (entry.bodyTruncated) warn(request, sentWarnings({ operation: entry.operation, url, body, schema }))
    }
    next()
  })
  done()
}

/** Has the journal know what the operation takes, to warn of what a call has beside it or what is deprecated. */
export const warningsPlugin = fp(plugin, {
  name: 'warnings',
  dependencies: ['journal', 'operations'],
  fastify: '5.x',
})
