import type { z } from 'zod'
import { nearest } from '../http/nearest.ts'
import { featureNames, limitNames } from '../worlds/settings-schema.ts'
import { redactedPath, redactedValue } from './redaction.ts'
import { UsageError } from './usage-error.ts'

/** The names of options as their user writes them. */
export interface OptionNames {
  /** Returns how the user wrote an option: as a flag, or by its name. */
  readonly labelOf: (name: string) => string
  /** All names that the user may write. */
  readonly names: readonly string[]
}

/** Returns the error for a name that no option has, with the nearest that one has. */
export const unknownName = (name: string, validNames: readonly string[]): UsageError =>
  new UsageError(`Unknown option ${name}. Did you mean ${nearest(name, validNames)}?`)

/** Describes each unknown option and invalid value, with the nearest valid one. */
export function invalidValues({ issues }: z.ZodError, input: unknown, { labelOf, names }: OptionNames): string {
  return issues
    .map((issue) => {
      const { path } = issue
      if (issue.code === 'unrecognized_keys' && path.length === 0) {
        return issue.keys.map((key) => unknownName(key, names).message).join('\n')
      }
      const value = path.reduce<unknown>((parent, key) => Reflect.get(Object(parent), key), input)
      const place = [labelOf(String(path[0])), ...redactedPath(path)].join(': ')
      if (issue.code === 'unrecognized_keys' && path[0] === 'features') {
        const [key = ''] = issue.keys
        return `${place}: there is no feature '${key}'. Did you mean ${nearest(key, featureNames)}?`
      }
      if (issue.code === 'unrecognized_keys' && path[0] === 'limits') {
        const [key = ''] = issue.keys
        return `${place}: there is no '${key}'. Did you mean ${nearest(key, limitNames)}?`
      }
      const suggestion =
        issue.code === 'invalid_value' ? ` Did you mean ${nearest(value, issue.values.map(String))}?` : ''
      return `${place}: ${redactedValue(path, value)} is refused. ${issue.message}.${suggestion}`
    })
    .join('\n')
}
