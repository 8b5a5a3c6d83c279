/** An entity as a list of the API has it. */
export type PulledEntity = Readonly<Record<string, unknown>>

/** What the entities that were pulled before say about one that is pulled. */
export interface PullContext {
  /** The id of the ad account that is pulled. */
  readonly adAccountId: string
  /** Returns the name by which items of the seed refer to a pulled entity; undefined where it was not pulled. */
  nameOf(section: string, id: unknown): string | undefined
  /** Whether the entity was pulled, and has the mark. */
  isMarked(section: string, id: unknown, mark: string): boolean
}

/** A list of the API that has entities of a section. Lists with pages are read to the last one. */
export interface PulledList {
  /** The operation's id. */
  readonly operation: string
  /** The query parameters beside those of pages. */
  readonly query?: Readonly<Record<string, string>>
  /** Where the list is read for each entity of another section, or for several of them at once. */
  readonly within?: PulledWithin
}

/** Entities that a list is read for. */
export interface PulledWithin {
  readonly section: string
  /** The parameter of the path or the query that has their ids. */
  readonly parameter: string
  /** How many ids one call may name; one when absent. */
  readonly most?: number
  /** The mark of those that the list is read for; of all when absent. */
  readonly mark?: string
}

/** How the items of a section are made from what the API lists. */
export interface Pull {
  readonly lists: readonly PulledList[]
  /** The field with an entity's id: `id` when absent. */
  readonly id?: string
  /**
   * Returns the entity with fields as the section takes them, where the API names or nests them otherwise; undefined for
   * one that cannot be created.
   */
  readonly fields?: (entity: PulledEntity, context: PullContext) => PulledEntity | undefined
  /** Returns the marks of an entity, by which lists within it are read or left out. */
  readonly marks?: (entity: PulledEntity, context: PullContext) => readonly string[]
  /** Whether other entities have its id within a value, such as a targeting, and not only where items name an alias. */
  readonly isEmbedded?: boolean
  /** The section after which it is pulled; its own place among the sections when absent. */
  readonly after?: string
  /** The operation that reads one that others refer to and no list has; what it cannot read is made up. */
  readonly single?: { readonly operation: string; readonly parameter: string; readonly substitute: PulledEntity }
  /** A list that narrows by entities of another section, from which the field that names them is found. */
  readonly membership?: PulledList & { readonly within: PulledWithin; readonly field: string }
}
