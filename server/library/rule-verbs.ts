import { type Control, withQuery } from './control.ts'

/**
 * A rule, or an error that is no rule, with its evidence and source.
 *
 * @example
 * const rules: readonly Rule[] = await mock.rules.list({ operation: 'campaigns/create' })
 * console.log(rules.map(({ id, code, message }) => `${id} ${code} ${message}`))
 */
export interface Rule {
  readonly id: string
  /** `protocol` for an error that is no rule; otherwise what the rule refuses. */
  readonly refuses: 'protocol' | 'item' | 'request'
  readonly operations: readonly string[]
  readonly fields: readonly string[]
  readonly status: number
  readonly code: number
  readonly message: string
  readonly evidence: 'documented' | 'observed' | 'second-hand' | 'assumed'
  readonly source: string
  /** Whether this world applies it. */
  readonly in_force: boolean
}

/** Creates the verbs on the rules of a world. `settings.set` rewords them and switches them off. */
export const ruleVerbs = (control: Control) => ({
  /**
   * Returns everything that can refuse a call in this world, or a part of it.
   *
   * @param filter `operation`: the rules of one operation. `evidence`: those with that evidence.
   * @example
   * const assumed = await mock.rules.list({ operation: 'ads/create', evidence: 'assumed' })
   */
  list: async (
    filter: { readonly operation?: string; readonly evidence?: Rule['evidence'] } = {},
  ): Promise<readonly Rule[]> => (await control<{ items: Rule[] }>('GET', withQuery('/rules', filter))).items,
})
