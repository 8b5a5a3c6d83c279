import { adoptedOverrides } from '../worlds/adopted-overrides.ts'
import { readJsonFile } from './json-file.ts'
import { redactedSyntaxError } from './redaction.ts'

/**
 * Reads a file of evidence as overrides of rules.
 *
 * @throws Error when the file cannot be read, or is no evidence.
 */
export function adoptedRules(file: string): Readonly<Record<string, object>> {
  try {
    return adoptedOverrides(readJsonFile(file))
  } catch (error) {
    throw new Error(`${file}: ${redactedSyntaxError(error)}`)
  }
}
