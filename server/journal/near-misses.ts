import { distance } from 'fastest-levenshtein'
import { operations } from '../../openapi/operations.ts'
import type { ProblemName } from '../domain/problems.ts'
import type { JournalEntry } from './entry.ts'
import { type Match, type Miss, missesOf } from './match.ts'
import { pathOf, redactedUrlOf } from './view.ts'

const most = 3

/** A request that was looked for in vain, nearly. */
export interface NearMiss {
  readonly id: string
  readonly method: string
  readonly url: string
  /** What does not hold. */
  readonly misses: readonly Miss[]
}

/** The requests of which the least does not hold, those first; what has nothing in common with the match is left out. */
export function nearMisses(entries: readonly JournalEntry[], match: Match): readonly NearMiss[] {
  const asked = Object.keys(match).length
  return entries
    .map((entry) => ({ entry, misses: missesOf(entry, match) }))
    .filter(({ misses }) => misses.length > 0 && misses.length < Math.max(asked, 2))
    .sort((one, other) => one.misses.length - other.misses.length || farness(one.misses) - farness(other.misses))
    .slice(0, most)
    .map(({ entry, misses }) => ({ id: entry.id, method: entry.method, url: redactedUrlOf(entry), misses }))
}

/** How far what was found is from what was wanted, letter by letter. */
const farness = (misses: readonly Miss[]): number =>
  misses.reduce((sum, { wanted, found }) => sum + distance(textOf(wanted), textOf(found)), 0)

const textOf = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 200)

const unmatched = new Set<string>([
  'request.path',
  'request.method',
  'request.not-built',
  'request.world',
] satisfies ProblemName[])

/** Whether no operation, or none that is built, has the path and the method of a request, or no world could have it. */
export const isUnmatched = ({ rules }: JournalEntry): boolean => rules.some((rule) => unmatched.has(rule))

/** An operation that a request may have meant. */
export interface NearOperation {
  readonly operation: string
  readonly method: string
  readonly path: string
}

/** The operations whose paths are nearest to that of a request which none has. */
export function nearOperations(entry: JournalEntry): readonly NearOperation[] {
  const sent = pathOf(entry).split('/')
  return operations
    .map(({ id, method, path }) => ({
      operation: id,
      method,
      path,
      far: farFrom(sent, path.split('/')) * 2 + (method === entry.method ? 0 : 1),
    }))
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ operation, method, path }) => ({ operation, method, path }))
}

/** The letters to change, where a parameter takes any part, and numbers where names belong count in full. */
function farFrom(sent: readonly string[], path: readonly string[]): number {
  const length = Math.max(sent.length, path.length)
  let far = 0
  for (let index = 0; index < length; index++) {
    const [one = '', other = ''] = [sent[index], path[index]]
    if (!other.startsWith('{') || one === '') far += distance(one, other)
  }
  return far
}
