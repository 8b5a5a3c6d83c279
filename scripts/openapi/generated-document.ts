import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** The sources of a generated document. */
export interface Described {
  /** Adds the operations that the document describes. */
  readonly describe: (app: FastifyInstance) => void | Promise<void>
  /** The document without its operations. */
  readonly frame: object
  /** Completes the generated document. */
  readonly complete: (generated: object) => object
}

/** Generates the OpenAPI document of operations from their schemas. */
export async function generatedDocument({ describe, frame, complete }: Described): Promise<object> {
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(swagger, {
    openapi: frame,
    transform: jsonSchemaTransform,
    transformObject: (document) => complete(jsonSchemaTransformObject(document)),
  })
  await app.register(async (api) => describe(api))
  await app.ready()
  return app.swagger()
}
