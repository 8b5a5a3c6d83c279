import { z } from 'zod'
import { isObject } from '../domain/json-object.ts'
import { rulesSchema } from './settings-schema.ts'

/** What the content of an evidence file says it is. */
const format = 'pinterest-ads-mock evidence'

/** Whether a value is the content of an evidence file, of whatever version. */
export const isEvidence = (value: unknown): boolean => isObject(value) && value.format === format

/**
 * Returns the overrides of rules that evidence has: what a probe learned of the real service, with the date. Its form is
 * checked no further than for that; the overrides are checked like others.
 *
 * @throws Error for what is no evidence, or of another version.
 */
export function adoptedOverrides(evidence: unknown): Readonly<Record<string, object>> {
  if (!isObject(evidence) || evidence.format !== format || !isObject(evidence.rules)) {
    throw new Error('It is no evidence of a probe.')
  }
  if (evidence.version !== 1) throw new Error(`It is evidence of version ${evidence.version}; 1 is known.`)
  const { date } = evidence
  return Object.fromEntries(
    Object.entries(evidence.rules).flatMap(([id, one]) =>
      isObject(one) && isObject(one.adopt) ? [[id, { ...one.adopt, observed: date }]] : [],
    ),
  )
}

/** Overrides of rules, by id or as the content of an evidence file. `fromText` reads texts, where they may be passed. */
export const overridesInput = (fromText?: (text: string) => unknown) =>
  z.preprocess((value, context) => {
    try {
      if (typeof value === 'string' && fromText !== undefined) return fromText(value)
      return isEvidence(value) ? adoptedOverrides(value) : value
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
      return z.NEVER
    }
  }, rulesSchema)
