import { operations } from '#openapi/operations.ts'
import { pathOf } from '../domain/matching/request-url.ts'
import { editDistance } from '../http/nearest.ts'
import type { JournalEntry } from '../journal/entry.ts'

const maxResults = 3

/** An operation that a request may have meant. */
export interface NearOperation {
  readonly operation: string
  readonly method: string
  readonly path: string
}

const candidates = operations.map(({ id, method, path }) => ({
  near: { operation: id, method, path },
  parts: path.split('/'),
}))
const maxParts = Math.max(...candidates.map(({ parts }) => parts.length))

/** Finds the operations whose paths are closest to that of a request. Distances between path segments are cached. */
export class NearOperations {
  readonly #distances = new Map<string, number>()

  /** Returns the nearest operations to a request. */
  to(entry: Pick<JournalEntry, 'method' | 'url'>): readonly NearOperation[] {
    const segments = pathOf(entry).split('/')
    return candidates
      .map(({ near, parts }) => ({
        near,
        distance: this.#distanceOf(segments, parts) * 2 + (near.method === entry.method ? 0 : 1),
      }))
      .sort((one, other) => one.distance - other.distance)
      .slice(0, maxResults)
      .map(({ near }) => near)
  }

  /** Returns the edit distance of two paths. A parameter matches any segment. */
  #distanceOf(segments: readonly string[], parts: readonly string[]): number {
    let distance = Math.max(0, segments.length - maxParts)
    for (let index = 0; index < maxParts; index++) {
      const [actual = '', documented = ''] = [segments[index], parts[index]]
      if (!documented.startsWith('{') || actual === '') distance += this.#between(actual, documented)
    }
    return distance
  }

  #between(one: string, other: string): number {
    if (one === '' || other === '') return one.length + other.length
    const pair = `${one.slice(0, 100)}/${other}`
    const distance = this.#distances.get(pair) ?? editDistance(one, other) + Math.max(0, one.length - 100)
    this.#distances.set(pair, distance)
    return distance
  }
}
