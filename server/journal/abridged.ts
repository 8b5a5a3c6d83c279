import type { Violation } from '../domain/rules/rule.ts'
import { truncated, truncatedText } from '../domain/truncate.ts'

/** The most characters recorded of a body: the journal is for inspection, not for storage. */
export const maxBody = 65_536

/** The number of items in the largest batch of labels. */
const maxViolations = 250

/** Returns the first violations, each with a truncated value: the value that was sent may be most of a parsed body. */
export const abridgedViolations = (violations: readonly Violation[]): readonly Violation[] =>
  violations.slice(0, maxViolations).map(({ message, sent, parts, ...violation }) => ({
    ...violation,
    message: truncatedText(message),
    ...(sent !== undefined && { sent: truncated(sent) }),
    ...(parts && { parts: parts.map((part) => ({ ...part, sent: truncated(part.sent) })) }),
  }))

let latest = { text: '', beginning: '' }

/**
 * Returns the beginning of a body as a copy: a slice would keep the whole text in memory. Half a character at the end
 * becomes U+FFFD. A long answer that repeats is copied once.
 */
export function abridgedBody(text: string): string {
  if (text.length <= maxBody) return text
  if (text !== latest.text) latest = { text, beginning: Buffer.from(text.slice(0, maxBody)).toString() }
  return latest.beginning
}
