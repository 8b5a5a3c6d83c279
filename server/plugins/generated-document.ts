import Fastify, { type FastifyInstance } from 'fastify'

/** What a document is generated from. */
export interface Described {
  /** Adds the operations that it describes. */
  readonly describe: (app: FastifyInstance) => void | Promise<void>
  /** Loads what makes the document: what it says beside its operations, and what is made of the generated one. */
  readonly load: () => Promise<{
    readonly frame: object
    readonly complete?: (generated: object) => object
  }>
}

/** The OpenAPI document of operations, made of their schemas. */
export async function generatedDocument({ describe, load }: Described): Promise<object> {
  const [{ default: swagger }, zodProvider, { frame, complete = asGenerated }] = await Promise.all([
    import('@fastify/swagger'),
    import('fastify-type-provider-zod'),
    load(),
  ])
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(swagger, {
    openapi: frame,
    transform: zodProvider.jsonSchemaTransform,
    transformObject: (given) => complete(zodProvider.jsonSchemaTransformObject(given)),
  })
  await app.register(async (api) => describe(api))
  await app.ready()
  return app.swagger()
}

const asGenerated = (generated: object): object => generated
