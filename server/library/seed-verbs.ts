import type { Control } from './control.ts'
import type { SeededIds as SeededIdsReply } from './generated/control.ts'
import type { Seed as SeedContent } from './generated/entities.ts'

/**
 * The ids of seeded entities, by section and alias.
 *
 * @example
 * const ids: SeededIds = await mock.seeds.apply({ ad_accounts: [{ alias: 'shop', name: 'Shop' }] })
 * console.log(ids.ad_accounts?.shop)
 */
export type SeededIds = SeededIdsReply

/**
 * A seed: entities by section, as a seed file has them.
 *
 * @example
 * const seed: Seed = { ad_accounts: [{ alias: 'shop', name: 'Shop', country: 'US' }] }
 * await mock.seed(seed)
 */
export type Seed = SeedContent

/** Creates the verbs on seeds. */
export const seedVerbs = (control: Control) => ({
  /**
   * Returns the names of all seeds that a world can be made of: `default` is the server's.
   *
   * @example
   * console.log(await mock.seeds.list())
   */
  list: async (): Promise<readonly string[]> => (await control<{ items: string[] }>('GET', '/seeds')).items,

  /**
   * Returns the ids of this world's entities by the aliases that seeds gave them; the latest of an alias counts.
   *
   * @example
   * const { campaigns } = await mock.seeds.ids()
   */
  ids: (): Promise<SeededIds> => control('GET', '/seed'),

  /**
   * Adds the entities of a seed to this world, all of them or none.
   *
   * @param seed Entities by section, or the same as text of YAML.
   * @returns Their ids by section and alias.
   * @throws ControlError with every mistake of the seed.
   * @example
   * const { ad_accounts } = await mock.seeds.apply(`
   *   ad_accounts:
   *     - { alias: shop, name: Shop }
   * `)
   * console.log(ad_accounts?.shop)
   */
  apply: (seed: Seed | string): Promise<SeededIds> => control('POST', '/seed', seed),

  /**
   * Returns the JSON Schema of seeds, draft 2020-12.
   *
   * @example
   * const { $schema } = await mock.seeds.schema()
   */
  schema: (): Promise<Readonly<Record<string, unknown>>> => control('GET', '/seed/schema'),
})
