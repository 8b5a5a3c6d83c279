import type { JournalEntry } from './entry.ts'

/** Bytes of an entry beside its texts, and of a violation beside its message. */
const [entryBytes, violationBytes] = [2048, 200]

/** Returns the bytes that an entry takes in memory, as far as requests differ in that. */
export function weightOf({ url, body, answer, headers, violations }: JournalEntry): number {
  let weight = entryBytes + url.length + (body?.length ?? 0) + (answer?.length ?? 0)
  for (const name in headers) weight += String(headers[name]).length
  for (const { message } of violations) weight += violationBytes + message.length
  return weight
}
