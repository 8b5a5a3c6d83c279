import Fastify from 'fastify'
import { announce } from './announce.ts'

/** The one route that a bare Fastify server answers, and what it answers with. */
export interface BareRoute {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** With `:parameters`, as the router takes it. */
  readonly url: string
  /** The JSON Schema of the body, which ajv checks. */
  readonly body?: unknown
  /** The JSON text of the answer. */
  readonly answer: string
  /** Whether an object is answered, which Fastify makes the text of; otherwise the text as it is. */
  readonly fromObject: boolean
}

process.once('message', async ({ method, url, body, answer, fromObject }: BareRoute) => {
  const app = Fastify({ logger: false })
  const object: unknown = JSON.parse(answer)
  app.route({
    method,
    url,
    ...(body !== undefined && { schema: { body } }),
    handler: (_request, reply) => {
      if (fromObject) reply.send(object)
      else reply.header('content-type', 'application/json').send(answer)
    },
  })
  await announce(app)
})
