import { hash } from '#server/domain/ids.ts'
import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import { randomOf } from '#server/domain/random.ts'
import type { RawResponse } from '#server/http/responses/raw-response.ts'
import type { DescribedOperation } from './described-operation.ts'
import type { Description } from './document.ts'
import { UnsatisfiableError } from './flat-schema.ts'
import { type JsonSchema, SchemaConverter } from './json-schema.ts'
import { type Validate, validatorOf } from './validators.ts'
import { ValueMaker } from './value-maker.ts'

/** How often a value is made until one is valid, and from which attempt on it has only what it must have. */
const [attempts, bareFrom] = [30, 15]

/** Answers calls of an operation by its description: by an example, or by a value of the schema. */
export class DescribedAnswer {
  readonly #status: number
  readonly #type: string | undefined
  readonly #examples: readonly unknown[]
  /** The schema of the answer; undefined without a body. */
  readonly schema: JsonSchema | undefined
  #validate: Validate | undefined

  constructor(description: Description, { responses }: DescribedOperation) {
    const [status, response] = successOf(description, responses)
    const [type, media] = contentOf(description, response)
    this.#status = status
    this.#type = type
    this.#examples = media === undefined ? [] : examplesOf(description, media)
    this.schema = media && new SchemaConverter(description, 'response').convert(media.schema ?? {})
  }

  /**
   * Returns the answer to a call.
   *
   * @param call Names the call and its world: the same call has the same answer.
   * @param isNextPage Whether the call asks for a page after the first, which is then the last.
   * @throws UnsatisfiableError where no value matches the schema, or none was found.
   */
  to(call: string, isNextPage: boolean): RawResponse {
    const status = this.#status
    if (this.schema === undefined) return { status, headers: {}, text: undefined, isJson: false }
    const isJson = this.#type === undefined || /[/+]json\b/.test(this.#type)
    const seed = hash(call)
    const found = this.#examples.length > 0 ? this.#examples[seed % this.#examples.length] : this.#made(seed)
    const value = isNextPage && isObject(found) && 'bookmark' in found ? { ...found, bookmark: null } : found
    const text = isJson || typeof value !== 'string' ? JSON.stringify(value) : value
    return { status, headers: isJson ? {} : { 'content-type': this.#type ?? 'text/plain' }, text, isJson }
  }

  #made(seed: number): unknown {
    const schema = this.schema ?? true
    this.#validate ??= validatorOf(schema)
    for (let attempt = 0; attempt < attempts; attempt++) {
      const options = { isBare: attempt >= bareFrom, usesExamples: attempt < bareFrom / 3 }
      const maker = new ValueMaker(schema, { ...options, random: randomOf(seed + attempt) })
      try {
        const value = maker.value(schema)
        if (this.#validate(value).length === 0) return value
      } catch (error) {
        if (!(error instanceof UnsatisfiableError)) throw error
      }
    }
    throw new UnsatisfiableError('No value of the schema of its answer was found')
  }
}

/** Returns the status and the response of a success: the lowest status, else the default. */
function successOf({ resolve }: Description, responses: JsonObject): readonly [number, JsonObject] {
  const named = Object.keys(responses).filter((status) => /^2(\d\d|XX)$/i.test(status))
  const [status] = named.sort()
  const response = resolve(responses[status ?? 'default'])
  const found = isObject(response) ? response : {}
  if (status !== undefined) return [Number(status.replace(/xx/i, '00')), found]
  return [responses.default === undefined ? 204 : 200, found]
}

/** Returns the type and description of a response's content: of JSON, where it has that. */
function contentOf(
  { resolve }: Description,
  { content }: JsonObject,
): readonly [string | undefined, JsonObject | undefined] {
  const entries = isObject(content) ? Object.entries(content) : []
  const [type, media] = entries.find(([name]) => /[/+]json\b|^\*\/\*/.test(name)) ?? entries[0] ?? []
  const found = resolve(media)
  return isObject(found) ? [type?.replace('*/*', 'application/json'), found] : [undefined, undefined]
}

/** Returns the examples of a response: its own, else that of its schema. */
function examplesOf({ resolve }: Description, { example, examples, schema }: JsonObject): readonly unknown[] {
  if (example !== undefined) return [example]
  const named = isObject(examples) ? Object.values(examples).map(resolve).filter(isObject) : []
  const values = named.flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (values.length > 0) return values
  const described = resolve(schema)
  return isObject(described) && described.example !== undefined ? [described.example] : []
}
