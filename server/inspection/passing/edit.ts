import type { Hints } from './hints.ts'
import type { Path, removed } from './place.ts'
import type { RequestSchema } from './schema-node.ts'

/** A change of one value of a request. */
export interface Edit {
  readonly path: Path
  /** The new value, or `removed`. */
  readonly value: unknown | typeof removed
  /** How far it leads from the request; 1 is one value in place of another. */
  readonly cost: number
}

/** What edits are made from. */
export interface EditContext {
  /** How many values may still be looked at: a body may have thousands. */
  readonly values: { left: number }
  readonly schema: RequestSchema
  readonly hints: Hints
  /** Unix seconds of the world's clock. */
  readonly now: number
  /** Returns ids of entities that a field may name in place of what it has, the likeliest first. */
  readonly idsFor: (path: Path, current?: unknown) => readonly string[]
  /** Returns the ids of what an entity belongs to, by the names of fields: `ad_group_id`. */
  readonly parentsOf: (id: string) => Readonly<Record<string, unknown>>
}

/** The costs of edits: what is likely to be meant comes first. */
export const costs = {
  /** A value that the refusal names. */
  named: 0.8,
  /** A value of an example, or of an entity that exists. */
  known: 0.9,
  /** One allowed value in place of another. */
  other: 1,
  /** For each allowed value before it, and at most. */
  later: 0.02,
  latest: 0.4,
  /** The field is taken away. */
  removal: 1.2,
  /** A value that nothing but the schema suggests. */
  made: 1.3,
  /** A part that was not sent is added as an example has it. */
  added: 1.1,
  /** A whole part is replaced. */
  whole: 1.6,
  /** For each level that a value lies below the field. */
  depth: 0.05,
  /** For each field of the rule before this one: the first is the one that the refusal names. */
  field: 0.2,
  /** The request is about another entity. */
  entity: 3,
  /** What mending one more violation is expected to cost: more than it does, so that a promising way is followed. */
  violation: 1.5,
  /** For each further value that is left out of a list. */
  left: 0.1,
} as const
