import { type Control, withQuery } from './control.ts'
import type { CatalogueEntry } from './generated/control.ts'
import type { OperationId } from './generated/names.ts'

/**
 * A rule, or an error that is no rule, with its evidence and source.
 *
 * @example
 * const rules: readonly Rule[] = await mock.rules.list({ operation: 'campaigns/create' })
 * console.log(rules.map(({ id, code, message }) => `${id} ${code} ${message}`))
 */
export type Rule = CatalogueEntry

/** Creates the verbs on the rules of a world. `settings.set` rewords them and switches them off. */
export const ruleVerbs = (control: Control) => ({
  /**
   * Returns everything that can refuse a call in this world, or a part of it.
   *
   * @param filter An operation; or an object with `operation` and `evidence`.
   * @example
   * const rules = await mock.rules.list('campaigns/create')
   * const assumed = await mock.rules.list({ operation: 'ads/create', evidence: 'assumed' })
   */
  list: async (
    filter: OperationId | { readonly operation?: OperationId; readonly evidence?: Rule['evidence'] } = {},
  ): Promise<readonly Rule[]> => {
    const parameters = typeof filter === 'string' ? { operation: filter } : filter
    return (await control<{ items: Rule[] }>('GET', withQuery('/rules', parameters))).items
  },
})
