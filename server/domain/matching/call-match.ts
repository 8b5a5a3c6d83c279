import type { BodyMatch } from './body-match.ts'

/** A text, in which `*` is any text and `\*` the sign itself; null where the value must be absent. */
export type ValueMatch = string | number | boolean | null

/** Values by name: of the query or of the headers. All of them must match. */
export type ValueMatches = Readonly<Record<string, ValueMatch>>

/** The conditions under which faults, stubs and queries of the journal match a request: all that are present must hold. */
export interface CallMatch extends BodyMatch {
  readonly operation?: string | undefined
  readonly method?: string | undefined
  /** With or without `/v5`; `*` matches any text. */
  readonly path?: string | undefined
  /** The ad account in the path, or else in the query. */
  readonly ad_account?: string | undefined
  readonly query?: ValueMatches | undefined
  readonly headers?: ValueMatches | undefined
  /** A part of the body's text. */
  readonly body_contains?: string | undefined
}

/** Returns the criteria of a match that can be tested before a body is read. */
export const headOf = ({ body_contains: _, body_path: __, body_equals: ___, ...head }: CallMatch): CallMatch => head

/** Tells whether a match reads bodies, which costs time in proportion to their size. */
export const looksAtBody = ({ body_contains, body_path, body_equals }: CallMatch): boolean =>
  body_contains !== undefined || body_path !== undefined || body_equals !== undefined
