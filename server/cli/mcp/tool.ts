import type { MockWorld } from '#server/library/mock-world.ts'

/** The groups of tools that change something; each is offered only where `--allow` names it. */
export const groups = ['calls', 'clock', 'data', 'faults', 'journal', 'settings', 'stubs', 'worlds'] as const

/** One of `groups`. */
export type Group = (typeof groups)[number]

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The arguments of a call, as the client sent them. Test control validates them, and says what is allowed. */
// biome-ignore lint/suspicious/noExplicitAny: their types are the JSON Schemas of the tool
export type Arguments = any

/** A tool that a coding agent can call. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The JSON Schemas of its arguments by name. */
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  /** The group that `--allow` has to name; absent for a tool that only reads. */
  readonly group?: Group
  /** Whether it may end what cannot be brought back. */
  readonly isDestructive?: boolean
  /** Returns the result, as text or as an object that is sent as JSON. */
  readonly call: (world: MockWorld, args: Arguments) => Promise<unknown>
}

/** The JSON Schema of a text. */
export const text = (description: string): JsonSchema => ({ type: 'string', description })

/** The JSON Schema of one of several texts. */
export const oneOf = (values: readonly string[], description: string): JsonSchema => ({
  type: 'string',
  enum: values,
  description,
})

/** The JSON Schema of an object whose fields are described elsewhere. */
export const anyObject = (description: string): JsonSchema => ({ type: 'object', description })

/** The JSON Schema of a whole number of at least one. */
export const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 1, description })
