import { readFileSync } from 'node:fs'

/**
 * Reads a file of evidence as overrides of rules: what a probe learned of the real service, with the date. Its format
 * is checked no further than for that; the overrides are checked like others.
 *
 * @throws Error when the file cannot be read, or is no evidence.
 */
export function adoptedRules(file: string): Readonly<Record<string, object>> {
  const evidence: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isObject(evidence) || evidence.format !== 'pinterest-ads-mock evidence' || !isObject(evidence.rules)) {
    throw new Error(`${file} is no evidence of a probe.`)
  }
  if (evidence.version !== 1) throw new Error(`${file} is evidence of version ${evidence.version}; 1 is known.`)
  const { date } = evidence
  return Object.fromEntries(
    Object.entries(evidence.rules).flatMap(([id, one]) =>
      isObject(one) && isObject(one.adopt) ? [[id, { ...one.adopt, observed: date }]] : [],
    ),
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
