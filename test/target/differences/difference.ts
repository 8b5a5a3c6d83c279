import type { Json } from '#test/support/mock.ts'

/** A call to the service that plays Pinterest. */
export interface AnsweredCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly text: string
  /** How often the same call came before since the service was told to begin anew. */
  readonly earlier: number
}

/** An answer of the service, to be changed in place. */
export interface ChangedAnswer {
  status: number
  headers: Record<string, string>
  body: Json
}

/** Changes an answer; returns `end` where the connection ends in place of it. */
export type Change = (call: AnsweredCall, answer: ChangedAnswer) => unknown

/** A way in which the service differs from the mock, and how it has to be found. */
export interface Deliberate {
  readonly what: string
  /** The rules that it has otherwise. */
  readonly rules?: Readonly<Record<string, object>>
  readonly alter?: Change
  readonly probe?: readonly string[]
  readonly compare?: readonly string[]
}
