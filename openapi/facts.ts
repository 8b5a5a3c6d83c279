import table from './facts.json' with { type: 'json' }
import { sourceOf } from './sources.ts'

/** What is known of the real service: a fact, or (C, D) where a later source outdoes an earlier one. */
export interface Fact {
  /** The number by which rules cite it: `F101`, `C2`, `D11`. */
  readonly id: string
  readonly fact: string
  /** How it is known, in the words that rules have for it. */
  readonly evidence: readonly string[]
  /** Citations: the key of a source, then the place within it. */
  readonly sources: readonly string[]
  /** When it was so; that of its sources when absent. */
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
 * The numbers and keys in a rule's source that no page explains. A source begins with the numbers of facts, the key of
 * a source, or the words "a decision of this project"; a part of it after a semicolon may begin with a key, too.
 *
 * @example unresolvedIn('F101, D11: REC; S523 for the text') // []
 * @example unresolvedIn('F999 (REX); told by someone') // ['F999', 'REX']
 */
export function unresolvedIn(source: string): readonly string[] {
  const cited = source.match(/\b[FCD]\d{1,3}\b/g) ?? []
  const leads = source.split('; ').map((part) => part.replace(leadingNumbers, '').replace(/[ ,:)].*/, ''))
  const needsKey = !leadingNumbers.test(source) && !/^a decision of this project\b/.test(source)
  const keys = leads.filter((word, index) => /^[A-Z][A-Z\d+-]+$/.test(word) || (index === 0 && needsKey))
  return [...cited.filter((number) => !numbers.has(number)), ...keys.filter((key) => sourceOf(key) === undefined)]
}

const leadingNumbers = /^[FCD]\d{1,3}\b(?:, [FCD]\d{1,3}\b)*[\s:(]*/
