import { isSent, oneNameEach } from './components.ts'
import {
  type Content,
  type DescribedOperation,
  type Description,
  followed,
  type Parameter,
  type Reference,
  type Schema,
} from './description.ts'
import type { sharedResponses } from './frame.ts'
import { type Operation, operationOf } from './operations.ts'
import { mapValues, tidyInput, tidyOutput } from './tidy-schema.ts'

/** What the document is completed with. */
export interface CompletionOptions {
  /** By name, values for parameters in paths that work as soon as the server runs. */
  readonly examples: Readonly<Record<string, string>>
}

/**
 * The document as it is served: what the generator made of the routes, with the refusals that all operations share,
 * with examples for what stands in paths, and with each schema under one name.
 */
export function completed(generated: Description, { examples }: CompletionOptions): Description {
  const { components = {}, ...rest } = generated
  const schemas = mapValues(components.schemas ?? {}, (schema, name) =>
    isSent(name) ? tidyInput(schema) : tidyOutput(schema),
  )
  const tidied = { ...rest, components: { ...components, schemas } }
  return oneNameEach({ ...tidied, paths: mapValues(rest.paths, (item) => mapValues(item, complete)) })

  function complete(given: DescribedOperation): DescribedOperation {
    const operation = operationOf(given.operationId ?? '')
    const parameters = (given.parameters ?? []) as readonly Parameter[]
    return {
      ...given,
      ...(given.requestBody && { requestBody: tidyContent(given.requestBody, tidyInput) }),
      ...(parameters.length > 0 && { parameters: inOrder(parameters).map(tidyParameter) }),
      security: [...(operation.security.basic === undefined ? [{ any_token: [] }] : []), ...(given.security ?? [])],
      responses: { ...mapValues(given.responses, described), ...refusalsOf(operation) },
      'x-ratelimit-category': operation.rate_category,
      'x-sandbox': operation.sandbox ? 'enabled' : 'disabled',
    }
  }

  function tidyParameter({ schema = {}, ...parameter }: Parameter): Parameter {
    const isRepeated = parameter.in === 'query' && schema.type === 'array'
    const example = parameter.in === 'path' ? examples[parameter.name] : undefined
    return {
      ...parameter,
      ...(isRepeated && { style: 'form', explode: true }),
      schema: tidyInput(schema),
      ...(example !== undefined && { example }),
    }
  }

  function described(response: Content | Reference): Content {
    const content = tidyContent(response, tidyOutput)
    const [{ schema }] = [...Object.values(content.content ?? {}), {}] as [{ schema?: object }]
    const { description } = schema === undefined ? {} : (followed(tidied, schema) as { description?: string })
    return { ...content, description: description ?? 'Done.' }
  }
}

function tidyContent(given: Content | Reference, tidy: (schema: Schema) => Schema): Content {
  const { content = {}, ...rest } = given as Content
  return { ...rest, content: mapValues(content, (media) => ({ ...media, schema: tidy(media.schema ?? {}) })) }
}

/** Paths' parameters before queries'. */
const inOrder = (parameters: readonly Parameter[]): readonly Parameter[] => [
  ...parameters.filter((parameter) => parameter.in === 'path'),
  ...parameters.filter((parameter) => parameter.in !== 'path'),
]

type SharedResponse = keyof typeof sharedResponses

function refusalsOf({ path }: Operation): Readonly<Record<string, Reference>> {
  const names = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name)
  const refusals: Readonly<Record<string, SharedResponse | undefined>> = {
    400: 'BadRequest',
    401: 'Unauthorized',
    403: names.includes('ad_account_id') ? 'Forbidden' : undefined,
    404: names.some((name) => name !== 'ad_account_id') ? 'NotFound' : undefined,
    429: 'TooManyRequests',
    default: 'Unexpected',
  }
  const answered = Object.entries(refusals).filter(([, name]) => name !== undefined)
  return Object.fromEntries(answered.map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]))
}
