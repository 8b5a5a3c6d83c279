import type { AnswerDifference } from './answer-differences.ts'
import type { Difference } from './options.ts'

/** The most requests that a difference names. */
const mostRequests = 5

/** Counts differences by what they are. */
export class DifferenceTally {
  readonly #differences = new Map<
    string,
    { readonly difference: AnswerDifference; operation: string; count: number; requests: string[] }
  >()

  /** Counts a difference of a call. */
  add(operation: string, request: string, difference: AnswerDifference): void {
    const { kind, at, mock, target } = difference
    const key = JSON.stringify([operation, kind, at, mock, target])
    const known = this.#differences.get(key) ?? { difference, operation, count: 0, requests: [] }
    known.count++
    if (known.requests.length < mostRequests && !known.requests.includes(request)) known.requests.push(request)
    this.#differences.set(key, known)
  }

  /** Returns the differences in the order in which they were met. */
  all(): readonly Difference[] {
    return [...this.#differences.values()].map(({ difference, operation, count, requests }) => ({
      operation,
      ...difference,
      message: textOf(difference),
      count,
      requests,
    }))
  }
}

/** Counts texts of a kind. */
export class Tally {
  readonly #counts = new Map<string, number>()

  /** Counts one. */
  add(text: string): void {
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1)
  }

  /** Returns how often each was counted. */
  all(): readonly (readonly [string, number])[] {
    return [...this.#counts]
  }
}

function textOf({ kind, at, mock, target }: AnswerDifference): string {
  const place = at === '' ? '' : ` at '${at}'`
  switch (kind) {
    case 'field-missing':
      return `the target returns no '${at}', which is ${mock} here`
    case 'field-added':
      return `the target returns '${at}' as ${target}, which is absent here`
    case 'type':
      return `${at === '' ? 'the answer' : `'${at}'`} is ${target} on the target, and ${mock} here`
    case 'value':
      return `'${at}' of what was made is ${target} on the target, and ${mock} here`
    case 'order':
      return `the target returns what was made in another order at '${at}'`
    case 'no-answer':
      return `the target does not answer: ${target}`
    case 'header':
      return `the header '${at}' is ${target ?? 'absent'} on the target, and ${mock ?? 'absent'} here`
    default:
      return `the ${kind}${place} is ${target ?? 'absent'} on the target, and ${mock ?? 'absent'} here`
  }
}
