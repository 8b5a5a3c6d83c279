import type { NamedApiError } from '../domain/errors/entry.ts'
import type { IdRange } from '../domain/ids.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import type { RuleEntry } from '../domain/rules/rule.ts'
import type { EditableEntity } from './editable-entity.ts'
import type { Operations } from './operations.ts'
import type { SeedSection } from './seed-section.ts'

/**
 * The descriptor of a resource: `resource.ts` of its folder exports it, and the registry lists it. Every start of the
 * server loads it; its functions import the modules that only some calls need.
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
 *   tags: { lead_forms: 'A lead form: questions that people answer in an ad.' },
 *   ids: [leadFormIdRange],
 *   errors: leadFormErrors,
 *   operations: { 'lead_forms/list': {}, 'lead_forms/create': { maxItems: 30 }, 'lead_forms/get': {} },
 *   routes: async () => (await import('./routes.ts')).leadFormRoutes,
 *   rules: async () => (await import('./rules.ts')).leadFormRules,
 *   seed: async () => (await import('./seed.ts')).leadFormSeed,
 *   edits: async () => (await import('./admin.ts')).leadFormKind,
 * }
 * ```
 */
export interface Resource {
  /** The name of the folder, with underscores. */
  readonly name: string
  /**
   * The resources that its files import, because it belongs to them, refers to them or counts them. The registry lists
   * them before it.
   */
  readonly parents: readonly Resource[]
  /**
   * The descriptions of its operations' tags in the OpenAPI document, where no other resource describes them.
   *
   * @example { campaigns: 'Campaigns: objective, budget and schedule.' }
   */
  readonly tags?: Readonly<Record<string, string>>
  /**
   * The id ranges of its kinds of entity, each far from all others.
   *
   * @example [idRange('campaign', 626_700_000_000n)]
   */
  readonly ids?: readonly IdRange[]
  /**
   * Example values of path parameters that work with the built-in seed. A parameter such as `campaign_id` needs none:
   * its example is the first id of the kind.
   *
   * @example { region: 'US' }
   */
  readonly examples?: Readonly<Record<string, string>>
  /**
   * Errors that refuse whole requests without a business rule, most often a 404 for an id in the path.
   *
   * @example namedErrors({ 'label.path': assumedNotFound('Label not found.') })
   */
  readonly errors?: Readonly<Record<string, NamedApiError>>
  /**
   * The operations that `routes` adds, by id.
   *
   * @example { 'ads/list': {}, 'ads/create': { maxItems: 30 } }
   */
  readonly operations?: Readonly<Record<string, OperationTraits>>
  /**
   * The states that its entities come to by the world's clock, in their order. A world's setting `transitions` hastens,
   * delays and stops them, by the resource's name.
   *
   * @example ['PROCESSING', 'READY or TOO_SMALL']
   */
  readonly states?: readonly string[]
  /** Loads the function that adds the operations, when one of them is first called. */
  readonly routes?: () => Promise<(api: Operations) => void>
  /** Loads all rules of the resource. */
  readonly rules?: () => Promise<readonly RuleEntry[]>
  /** Loads the resource's section of a seed. */
  readonly seed?: () => Promise<SeedSection>
  /** Loads the direct edits of its entities. */
  readonly edits?: () => Promise<EditableEntity>
}
