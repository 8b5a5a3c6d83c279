import type { NamedApiError } from '../domain/errors/entry.ts'
import type { IdRange } from '../domain/ids.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import type { RuleEntry } from '../domain/rules/rule.ts'
import type { EditableEntity } from './editable-entity.ts'
import type { Operations } from './operations.ts'
import type { SeedSection } from './seed-section.ts'

/**
 * Everything that others need to know of a resource. Its folder has it as `resource.ts`, and the registry lists it. Every
 * start reads it: what only some calls need stays behind the functions, which load it.
 *
 * @example
 * ```ts
 * export const leadFormIdRange = idRange('lead_form', 7_765_300_000_000n)
 *
 * export const leadFormErrors = namedErrors({ 'lead_form.path': assumedNotFound('Lead form not found.') })
 *
 * export const leadForms: Resource = {
 *   name: 'lead_forms',
 *   parents: [adAccounts],
 *   tags: { lead_forms: 'Questions that people answer from an ad.' },
 *   ids: [leadFormIdRange],
 *   errors: leadFormErrors,
 *   operations: { 'lead_forms/list': {}, 'lead_forms/create': { mostItems: 30 }, 'lead_forms/get': {} },
 *   routes: async () => (await import('./routes.ts')).leadFormRoutes,
 *   rules: async () => (await import('./rules.ts')).leadFormRules,
 *   seed: async () => (await import('./seed.ts')).leadFormSeed,
 *   edits: async () => (await import('./admin.ts')).leadFormKind,
 * }
 * ```
 */
export interface Resource {
  /** The name of its folder, with underscores. */
  readonly name: string
  /** The resources that its files import: what it belongs to, names or counts. All stand before it in the registry. */
  readonly parents: readonly Resource[]
  /**
   * What the document says of the tags under which its operations stand, where no other resource says it.
   *
   * @example { campaigns: 'An objective, a budget and a schedule.' }
   */
  readonly tags?: Readonly<Record<string, string>>
  /**
   * Where the ids of its kinds of entity begin, each far from those of all others.
   *
   * @example [idRange('campaign', 626_700_000_000n)]
   */
  readonly ids?: readonly IdRange[]
  /**
   * Values for parameters of its paths that work with the built-in seed; `campaign_id` and the like are the first id of
   * the kind, and need none.
   *
   * @example { region: 'US' }
   */
  readonly examples?: Readonly<Record<string, string>>
  /**
   * What it refuses whole requests with that is no business rule: mostly a 404 for an id in the path.
   *
   * @example namedErrors({ 'label.path': assumedNotFound('Label not found.') })
   */
  readonly errors?: Readonly<Record<string, NamedApiError>>
  /**
   * The operations that `routes` adds, by their ids.
   *
   * @example { 'ads/list': {}, 'ads/create': { mostItems: 30 } }
   */
  readonly operations?: Readonly<Record<string, OperationTraits>>
  /** Loads what adds the operations, when one of them is first called. */
  readonly routes?: () => Promise<(api: Operations) => void>
  /** Loads every rule that it may refuse by. */
  readonly rules?: () => Promise<readonly RuleEntry[]>
  /** Loads its part of a seed. */
  readonly seed?: () => Promise<SeedSection>
  /** Loads what test control may do to its entities. */
  readonly edits?: () => Promise<EditableEntity>
}
