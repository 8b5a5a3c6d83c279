import { operations } from '#openapi/operations.ts'
import type { ApiErrorName } from '../domain/errors/api-errors.ts'
import { farness } from '../http/nearest.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { pathOf } from './request-view.ts'

const most = 3

const unmatched = new Set<string>([
  'request.path',
  'request.method',
  'request.not-built',
  'request.world',
] satisfies ApiErrorName[])

/** Whether no operation, or none that is built, has the path and the method of a request, or no world could have it. */
export const isUnmatched = ({ rules }: JournalEntry): boolean => rules.some((rule) => unmatched.has(rule))

/** An operation that a request may have meant. */
export interface NearOperation {
  readonly operation: string
  readonly method: string
  readonly path: string
}

const known = operations.map(({ id, method, path }) => ({
  near: { operation: id, method, path },
  parts: path.split('/'),
}))
const mostParts = Math.max(...known.map(({ parts }) => parts.length))

/** Finds the operations whose paths are nearest to those of requests which none has; what paths share is compared once. */
export class NearOperations {
  readonly #far = new Map<string, number>()

  /** The nearest to one request. */
  to(entry: JournalEntry): readonly NearOperation[] {
    const sent = pathOf(entry).split('/')
    return known
      .map(({ near, parts }) => ({
        near,
        far: this.#farOf(sent, parts) * 2 + (near.method === entry.method ? 0 : 1),
      }))
      .sort((one, other) => one.far - other.far)
      .slice(0, most)
      .map(({ near }) => near)
  }

  /** The letters to change, where a parameter takes any part, and numbers where names belong count in full. */
  #farOf(sent: readonly string[], parts: readonly string[]): number {
    let far = Math.max(0, sent.length - mostParts)
    for (let index = 0; index < mostParts; index++) {
      const [one = '', other = ''] = [sent[index], parts[index]]
      if (!other.startsWith('{') || one === '') far += this.#between(one, other)
    }
    return far
  }

  #between(one: string, other: string): number {
    if (one === '' || other === '') return one.length + other.length
    const pair = `${one.slice(0, 100)}/${other}`
    const known = this.#far.get(pair) ?? farness(one, other) + Math.max(0, one.length - 100)
    this.#far.set(pair, known)
    return known
  }
}
