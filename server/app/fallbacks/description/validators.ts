import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { JsonSchema } from './json-schema.ts'

/** Tells whether a value matches a schema, and in which ways it does not. */
export type Validate = (value: unknown) => readonly ErrorObject[]

const options = { strict: false, allErrors: true, verbose: true, logger: false, unicodeRegExp: false } as const

let [plain, coercing]: [Ajv2020 | undefined, Ajv2020 | undefined] = [undefined, undefined]

/** Returns the function that validates JSON. */
export function validatorOf(schema: JsonSchema): Validate {
  plain ??= withFormats(new Ajv2020(options))
  return compiled(plain, schema)
}

/** Returns the function that validates parameters: text that stands for a number or a list is one. It changes objects. */
export function parameterValidatorOf(schema: JsonSchema): Validate {
  coercing ??= withFormats(new Ajv2020({ ...options, coerceTypes: 'array' }))
  return compiled(coercing, schema)
}

/** Returns why a schema is none; undefined for a valid one. */
export function mistakeIn(schema: JsonSchema): string | undefined {
  plain ??= withFormats(new Ajv2020(options))
  if (plain.validateSchema(schema) === true) return undefined
  const [first] = plain.errors ?? []
  return `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim()
}

function compiled(ajv: Ajv2020, schema: JsonSchema): Validate {
  const validate = ajv.compile(schema)
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])])
}

const withFormats = (ajv: Ajv2020): Ajv2020 => ajvFormats.default(ajv)
