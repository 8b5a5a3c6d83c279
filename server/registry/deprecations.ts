import type { DeprecatedField, DeprecatedParameter, Deprecation } from '../domain/errors/deprecations.ts'
import { resources } from './resources.ts'

/** A deprecation with the ids of its operations. */
export type OfOperations<One extends Deprecation> = One & { readonly operations: readonly string[] }

const byDeprecation = Map.groupBy(
  resources.flatMap(({ operations = {} }) =>
    Object.entries(operations).flatMap(([id, { deprecations = [] }]) => deprecations.map((one) => ({ one, id }))),
  ),
  ({ one }) => one,
)

const all = [...byDeprecation].map(([one, uses]) => ({ ...one, operations: uses.map(({ id }) => id) }))

/** All deprecated fields of request bodies. */
export const deprecations: readonly OfOperations<DeprecatedField>[] = all.filter((one) => 'field' in one)

/** All deprecated query parameters. */
export const deprecatedParameters: readonly OfOperations<DeprecatedParameter>[] = all.filter(
  (one) => 'parameter' in one,
)
