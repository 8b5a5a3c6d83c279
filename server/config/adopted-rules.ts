import { readFileSync } from 'node:fs'
import { withoutByteOrderMark } from '../domain/byte-order-mark.ts'
import { adoptedOverrides } from '../worlds/adopted-overrides.ts'
import { redactedSyntaxError } from './redaction.ts'

/**
 * Reads a file of evidence as overrides of rules.
 *
 * @throws Error when the file cannot be read, or is no evidence.
 */
export function adoptedRules(file: string): Readonly<Record<string, object>> {
  try {
    return adoptedOverrides(JSON.parse(withoutByteOrderMark(readFileSync(file, 'utf8'))))
  } catch (error) {
    throw new Error(`${file}: ${redactedSyntaxError(error)}`)
  }
}
