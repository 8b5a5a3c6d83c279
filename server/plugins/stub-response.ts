import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'
import { pathParameters } from '../domain/matching/path-pattern.ts'
import type { TemplateValues } from '../domain/stubs/expression.ts'
import type { Stub } from '../domain/stubs/stub.ts'
import { apiPathOf } from '../http/api-path.ts'
import { sendRaw } from '../http/responses/raw-response.ts'
import { stubHeader } from '../http/responses/replies.ts'
import { isRouted, refuseUnrouted } from '../http/unrouted-calls.ts'
import { uncount } from './rate-limit.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const { delays } = app
  app.addHook('preValidation', (request, reply, next) => {
    const { stub } = request
    if (stub === null) {
      if (!isRouted(request)) refuseUnrouted(request)
      return next()
    }
    const { delay, ...response } = answerOf(stub, request)
    if (request.entry) request.entry.stub = stub.id
    reply.header(stubHeader, stub.id)
    if (response.status === 401) uncount(request, reply)
    void delays.wait(delay, reply.raw).then(() => sendRaw(reply, response))
  })
  done()
}

/**
 * Answers calls with the stub that was found, before anything checks them. Refuses calls that no implementation takes and
 * neither a stub nor a fault has answered.
 */
export const stubResponsePlugin = fp(plugin, {
  name: 'stub-response',
  dependencies: ['stub-match', 'request-faults'],
  fastify: '5.x',
})

function answerOf(stub: Stub, request: FastifyRequest): ReturnType<Stub['answer']> {
  const { stubs } = request.world
  try {
    return stub.answer(valuesOf(stub, request), stubs.scenarios)
  } catch (error) {
    if (error instanceof Error && error.name === 'TemplateError') {
      throw new ApiError('request.stub', { detail: `${stub.id}: ${error.message}` })
    }
    throw error
  }
}

function valuesOf({ rule }: Stub, request: FastifyRequest): Omit<TemplateValues, 'counter'> {
  const { method, params, query, headers, body, world } = request
  const path = apiPathOf(request)
  const { path: pattern } = rule.match
  const { '*': _, ...ofOperation } = params as Readonly<Record<string, string>>
  const segments = path.split('/').slice(1)
  return {
    method,
    path: { ...segments, ...ofOperation, ...(pattern !== undefined && pathParameters(pattern, path)) },
    query,
    headers,
    body,
    now: world.clock.milliseconds(),
    id: world.stubs.nextId(),
  }
}
