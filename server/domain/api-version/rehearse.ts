import { foundAt, type OperationDifferences } from './differences.ts'
import type { Divergence, DivergenceKind } from './divergence.ts'

/** A request as versions are compared by it. */
export interface ComparedRequest {
  readonly body: unknown
  /** The parameters of the query, lists as arrays. */
  readonly query: Readonly<Record<string, unknown>>
}

/** What two versions differ in, of one operation, seen from the one that answers. */
export interface VersionChange {
  /** What the other version does not have. */
  readonly lost: OperationDifferences
  /** What the other version has beyond. */
  readonly gained: OperationDifferences
}

/** The kinds of differences, by what a description of a version has them under, for what is lost and what is gained. */
const kinds = {
  lost: {
    required: 'required-field',
    values: 'refused-value',
    body: 'ignored-field',
    query: 'ignored-parameter',
    response: 'absent-from-response',
  },
  gained: {
    required: 'optional-field',
    values: 'accepted-value',
    body: 'used-field',
    query: 'used-parameter',
    response: 'added-to-response',
  },
} as const satisfies Record<keyof VersionChange, Record<string, DivergenceKind>>

/** Returns how another version would answer a request otherwise, as far as the request shows it; each way once. */
export const requestDivergences = (change: VersionChange, request: ComparedRequest): readonly Divergence[] =>
  (['lost', 'gained'] as const).flatMap((side) => [...ofRequest(change[side], request, kinds[side])])

/** Returns which fields of a response another version does not have, or has beyond those of the answering one. */
export const responseDivergences = (change: VersionChange, response: unknown): readonly Divergence[] =>
  (['lost', 'gained'] as const).flatMap((side) =>
    (change[side].response ?? [])
      .filter((at) => isThere(response, at))
      .map((at) => ({ kind: kinds[side].response, at, value: null })),
  )

function* ofRequest(
  { required = [], body = [], query = [], not_null = [], body_values = {}, query_values = {} }: OperationDifferences,
  request: ComparedRequest,
  names: (typeof kinds)[keyof VersionChange],
): Generator<Divergence> {
  for (const at of required) if (isMissing(request.body, at)) yield { kind: names.required, at, value: null }
  for (const at of body) if (isThere(request.body, at)) yield { kind: names.body, at, value: null }
  for (const at of query) if (Object.hasOwn(request.query, at)) yield { kind: names.query, at, value: null }
  for (const at of not_null) if (isNull(request.body, at)) yield { kind: names.values, at, value: 'null' }
  yield* ofValues(request.body, body_values, names.values)
  yield* ofValues(request.query, query_values, names.values)
}

function* ofValues(
  data: unknown,
  values: Readonly<Record<string, readonly string[]>>,
  kind: DivergenceKind,
): Generator<Divergence> {
  for (const [at, unknown] of Object.entries(values)) {
    const sent = new Set(Array.from(foundAt(data, at), ({ value }) => value))
    for (const value of unknown) if (sent.has(value)) yield { kind, at, value: `'${value}'` }
  }
}

const isThere = (data: unknown, at: string): boolean => some(data, at, ({ holder, key }) => Object.hasOwn(holder, key))
const isMissing = (data: unknown, at: string): boolean => some(data, at, ({ value }) => value == null)
const isNull = (data: unknown, at: string): boolean => some(data, at, ({ value }) => value === null)

type Found = ReturnType<typeof foundAt> extends Generator<infer Place> ? Place : never

function some(data: unknown, at: string, test: (found: Found) => boolean): boolean {
  for (const found of foundAt(data, at)) if (test(found)) return true
  return false
}
