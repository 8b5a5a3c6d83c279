import { readFileSync } from 'node:fs'
import { adoptedOverrides } from '../worlds/adopted-overrides.ts'

/**
 * Reads a file of evidence as overrides of rules.
 *
 * @throws Error when the file cannot be read, or is no evidence.
 */
export function adoptedRules(file: string): Readonly<Record<string, object>> {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  try {
    return adoptedOverrides(content)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`)
  }
}
