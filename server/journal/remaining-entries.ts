import type { JournalEntry } from './entry.ts'
import type { Journal } from './journal.ts'

/** Iterates over those of the entries that are still recorded at their turn: a slow reader keeps none in memory. */
export function* remainingEntries(journal: Journal, entries: readonly JournalEntry[]): Generator<JournalEntry> {
  for (const sequence of entries.map((entry) => entry.sequence)) {
    const entry = journal.at(sequence)
    if (entry !== undefined) yield entry
  }
}
