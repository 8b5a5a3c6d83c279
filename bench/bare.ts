import Fastify from 'fastify'
import { announce } from './announce.ts'
import type { Call } from './connection.ts'
import { schemaOf } from './schema-of.ts'

/** The one route of a bare Fastify server, and its answer. */
export interface BareRoute {
  readonly method: Call['method']
  /** With `:parameters`, in the router's syntax. */
  readonly url: string
  /** The JSON Schema of the body, which ajv checks. */
  readonly body?: unknown
  /** The JSON text of the answer. */
  readonly answer: string
  /** Headers of the answer beside the content type. */
  readonly headers: Readonly<Record<string, string>>
  /** The handler's data: the finished text, or an object for JSON.stringify or Fastify's compiled serializer. */
  readonly from: 'text' | 'object' | 'schema'
}

process.once('message', async ({ method, url, body, answer, headers, from }: BareRoute) => {
  // The document has a keyword of its own for undocumented lengths, which ajv does not know.
  const app = Fastify({ logger: false, ajv: { customOptions: { keywords: ['x-max-characters'] } } })
  const object: unknown = JSON.parse(answer)
  app.route({
    method,
    url,
    schema: {
      ...(body !== undefined && { body }),
      ...(from === 'schema' && { response: { 200: schemaOf(object) } }),
    },
    handler: (_request, reply) => {
      reply.headers(headers)
      if (from === 'text') reply.header('content-type', 'application/json').send(answer)
      else reply.send(object)
    },
  })
  await announce(app)
})
