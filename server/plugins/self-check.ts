import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { z } from 'zod'
import { schemaOf } from '../http/validation/route-schema.ts'

/** A response that does not match its own schema: a defect of this server. */
export class ResponseSchemaError extends Error {
  constructor(operation: string, status: number, cause: unknown) {
    super(`${operation} answered ${status} with a body that breaks its schema`, { cause })
  }
}

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', (request, reply, payload, next) => {
    const operation = request.operation?.id ?? request.url
    const schema = schemaOf(request).response?.[reply.statusCode]
    const isText = String(reply.getHeader('content-type')).startsWith('text/')
    const isRaw = request.stub !== null || request.fault?.answer?.type === 'status'
    if (!(schema instanceof z.ZodType) || typeof payload !== 'string' || isText || isRaw) return next(null, payload)
    const result = schema.safeParse(JSON.parse(payload))
    if (result.success) return next(null, payload)
    next(new ResponseSchemaError(operation, reply.statusCode, result.error))
  })
  done()
}

/** Validates every response against its schema before it is sent: in tests, and with `--self-check`. */
export const selfCheckPlugin = fp(plugin, { name: 'self-check', fastify: '5.x' })
