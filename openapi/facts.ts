import table from './facts.json' with { type: 'json' }
import { sourceOf } from './sources.ts'

/** A fact about the real service, or (C, D) one where a later source replaces an earlier one. */
export interface Fact {
  /** The number that rules cite: `F101`, `C2`, `D11`. */
  readonly id: string
  readonly fact: string
  /** How it is known, in the terms of rules. */
  readonly evidence: readonly string[]
  /** Citations: the key of a source, then the place within it. */
  readonly sources: readonly string[]
  /** When it held; the date of its sources when absent. */
  readonly when?: string
}

/** Facts about one part of the API. */
export interface FactTopic {
  readonly topic: string
  readonly facts: readonly Fact[]
}

/** Every fact, by topic. */
export const factTopics: readonly FactTopic[] = table

const numbers: ReadonlySet<string> = new Set(factTopics.flatMap(({ facts }) => facts.map(({ id }) => id)))

/**
 * Returns the fact numbers and source keys of a rule's source that no page explains. A source starts with fact numbers,
 * a source key, or "a decision of this project"; after a semicolon another key may follow.
 *
 * @example unresolvedIn('F101, D11: REC; S523 for the text') // []
 * @example unresolvedIn('F999 (REX); hearsay') // ['F999', 'REX']
 */
export function unresolvedIn(source: string): readonly string[] {
  const cited = source.match(/\b[FCD]\d{1,3}\b/g) ?? []
  const leads = source.split('; ').map((part) => part.replace(leadingNumbers, '').replace(/[ ,:)].*/, ''))
  const needsKey = !leadingNumbers.test(source) && !/^a decision of this project\b/.test(source)
  const keys = leads.filter((word, index) => /^[A-Z][A-Z\d+-]+$/.test(word) || (index === 0 && needsKey))
  return [...cited.filter((number) => !numbers.has(number)), ...keys.filter((key) => sourceOf(key) === undefined)]
}

const leadingNumbers = /^[FCD]\d{1,3}\b(?:, [FCD]\d{1,3}\b)*[\s:(]*/
