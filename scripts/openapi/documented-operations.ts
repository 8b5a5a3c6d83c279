import type { FastifyInstance } from 'fastify'
import { type Operation, operationOf } from '#openapi/operations.ts'
import type { Operations } from '#server/contracts/operations.ts'

/** Returns what gives each operation a route of its own, from which the document describes it. */
export const documentedOperations = (app: FastifyInstance): Operations => ({
  operation(id, { summary, description, consumes, schema, handler }) {
    const operation = operationOf(id)
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/{(\w+)}/g, ':$1'),
      schema: {
        ...schema,
        ...(consumes && { consumes }),
        operationId: id,
        tags: [operation.tag],
        summary,
        description,
        security: securityOf(operation),
      },
      handler: handler as never,
    })
  },
})

const securityOf = ({ security }: Operation) => Object.entries(security).map(([name, scopes]) => ({ [name]: scopes }))
