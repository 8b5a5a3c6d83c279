import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'

/** The facts that the rules about a store evaluate. */
export interface LocalStoreFacts {
  readonly store_code: string
  /** Another store of the catalog with the same code. */
  readonly namesake: unknown
}

/** Refuses a batch item about a store that the catalog does not have. */
export const localStoreExists = existenceRule({
  id: 'local_store.exists',
  operations: ['catalogs_local_stores/update', 'catalogs_local_stores/delete'],
  fields: ['id'],
  message: 'Local store not found.',
  passes: 'The id of a store of this catalog: GET /v5/catalogs/{catalog_id}/local_stores lists them.',
})

/** Rules about what a store is. */
export const localStoreRules: readonly Rule<LocalStoreFacts>[] = [
  {
    id: 'local_store.code.unique',
    operations: ['catalogs_local_stores/create', 'catalogs_local_stores/update'],
    fields: ['store_code'],
    refuses: 'item',
    essential: true,
    evidence: 'documented',
    source: 'F123: OAP528 for the refusal; code and words are a decision of this project',
    code: 1,
    message: 'store_code must be unique within the catalog.',
    passes: 'A store_code that no other store of the catalog has.',
    sent: ({ store_code }) => store_code,
    violated: ({ namesake }) => namesake !== undefined,
  },
]

/** All rules of local stores. */
export const everyLocalStoreRule: readonly RuleEntry[] = [localStoreExists, ...localStoreRules]
