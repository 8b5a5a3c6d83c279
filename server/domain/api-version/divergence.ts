import type { ApiVersion } from './versions.ts'

/** The ways in which a version of the API answers a call otherwise than another. */
export const divergenceKinds = [
  'unknown-operation',
  'required-field',
  'refused-value',
  'ignored-field',
  'ignored-parameter',
  'absent-from-response',
  'new-operation',
  'optional-field',
  'accepted-value',
  'used-field',
  'used-parameter',
  'added-to-response',
] as const

/** One of `divergenceKinds`. */
export type DivergenceKind = (typeof divergenceKinds)[number]

/** One way in which another version answers a call otherwise. */
export interface Divergence {
  readonly kind: DivergenceKind
  /** The key path of a field, or a parameter; empty for an operation. */
  readonly at: string
  /** The value that a version does not know; null where it is not about a value. */
  readonly value: string | null
}

/** How a call would be answered by another version. */
export interface RehearsedCall {
  readonly version: ApiVersion
  readonly divergences: readonly Divergence[]
}

const breaking: readonly DivergenceKind[] = divergenceKinds.slice(0, 6)

/**
 * Tells whether a client loses by a difference: its call is refused, part of it is ignored, or the response has less.
 * What is added breaks no client that ignores what it does not know.
 */
export const isBreaking = ({ kind }: Pick<Divergence, 'kind'>): boolean => breaking.includes(kind)

/** Tells whether a client loses by any difference of a call. */
export const isBrokenBy = (call: RehearsedCall | null): boolean => call?.divergences.some(isBreaking) ?? false

const texts: Readonly<Record<DivergenceKind, (version: ApiVersion, divergence: Divergence) => string>> = {
  'unknown-operation': (version) => `${version} does not have the operation`,
  'required-field': (version, { at }) => `${version} requires '${at}'`,
  'refused-value': (version, { at, value }) => `${version} refuses ${value} at '${at}'`,
  'ignored-field': (version, { at }) => `${version} ignores the field '${at}'`,
  'ignored-parameter': (version, { at }) => `${version} ignores the parameter '${at}'`,
  'absent-from-response': (version, { at }) => `${version} returns no '${at}'`,
  'new-operation': (version) => `${version} has the operation`,
  'optional-field': (version, { at }) => `${version} does not require '${at}'`,
  'accepted-value': (version, { at, value }) => `${version} accepts ${value} at '${at}'`,
  'used-field': (version, { at }) => `${version} uses the field '${at}'`,
  'used-parameter': (version, { at }) => `${version} uses the parameter '${at}'`,
  'added-to-response': (version, { at }) => `${version} returns '${at}'`,
}

/** Returns a difference in words: `5.23 requires '[].ad_account_id'`. */
export const divergenceText = (version: ApiVersion, divergence: Divergence): string =>
  texts[divergence.kind](version, divergence)
