import type { ErrorObject } from 'ajv/dist/2020.js'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** Returns the ways in which a value does not match a JSON Schema, in the form that this server words them from. */
export const issuesOf = (errors: readonly ErrorObject[]): readonly Issue[] =>
  telling(errors).map((error) => ({ message: '', ...issueOf(error), input: error.data, path: pathOf(error) }) as Issue)

/**
 * Leaves out what alternatives of one place did not match, where that they all do not is said. Of a value that may be
 * null, what the other alternative refuses is all that counts.
 */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let kept = [...errors]
  for (const error of errors) {
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') continue
    const choices: unknown[] = Array.isArray(error.schema) ? error.schema : []
    const isNullable = choices.length === 2 && choices.some(isNull)
    const isBelow = ({ instancePath }: ErrorObject): boolean =>
      instancePath === error.instancePath || instancePath.startsWith(`${error.instancePath}/`)
    kept = isNullable
      ? kept.filter((one) => one !== error && !(isBelow(one) && one.params.type === 'null'))
      : kept.filter((one) => one === error || !isBelow(one) || errors.indexOf(one) > errors.indexOf(error))
  }
  return kept.length > 0 ? kept : errors
}

const isNull = (schema: unknown): boolean =>
  schema !== null && typeof schema === 'object' && Reflect.get(schema, 'type') === 'null'

/** Returns the place of an error: the missing field, or the value. */
function pathOf({ instancePath, data, keyword, params }: ErrorObject): readonly PropertyKey[] {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  return keyword === 'required' && data !== undefined ? [...steps, String(params.missingProperty)] : steps
}

function issueOf({ keyword, params, message = '', schema, data }: ErrorObject): object {
  const isList = Array.isArray(data)
  switch (keyword) {
    case 'required':
      return { code: 'invalid_type', expected: 'nonoptional' }
    case 'type':
      return {
        code: 'invalid_type',
        expected: [params.type]
          .flat()
          .filter((type) => type !== 'null')
          .join(', '),
      }
    case 'enum':
      return { code: 'invalid_value', values: params.allowedValues }
    case 'const':
      return { code: 'invalid_value', values: [params.allowedValue] }
    case 'pattern':
      return { code: 'invalid_format', format: 'regex', pattern: String(schema) }
    case 'format':
      return { code: 'invalid_format', format: String(schema) }
    case 'minimum':
    case 'minLength':
    case 'minItems':
      return { code: 'too_small', minimum: params.limit, inclusive: true, origin: originOf(keyword, isList) }
    case 'maximum':
    case 'maxLength':
    case 'maxItems':
      return { code: 'too_big', maximum: params.limit, inclusive: true, origin: originOf(keyword, isList) }
    case 'additionalProperties':
      return { code: 'unrecognized_keys', keys: [params.additionalProperty] }
    case 'anyOf':
      return { code: 'custom', message: 'is not valid under any of the given schemas' }
    case 'oneOf':
      return {
        code: 'custom',
        message:
          params.passingSchemas === null
            ? 'is not valid under any of the given schemas'
            : 'is valid under more than one of the given schemas',
      }
    default:
      return { code: 'custom', message }
  }
}

const originOf = (keyword: string, isList: boolean): string =>
  isList ? 'array' : keyword.endsWith('Length') ? 'string' : 'number'
