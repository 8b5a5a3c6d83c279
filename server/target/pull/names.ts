import type { PullContext } from '#server/contracts/pull.ts'
import { idOf } from '#server/domain/ids.ts'
import { idRangesOf } from '#server/registry/seed-sections.ts'
import { sectionsPulledLater } from './plan.ts'

/** What a page added to the names. */
export interface AddedNames {
  /** Ids by section, in the order of their numbers. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  /** Ids by section and mark. */
  readonly marks: Readonly<Record<string, readonly string[]>>
  /** Ids that were read, of sections whose entities are numbered before they are read. */
  readonly read: Readonly<Record<string, readonly string[]>>
}

/** The ids of pulled entities, and the names by which items of a seed refer to them. */
export class PulledNames implements PullContext {
  readonly adAccountId: string
  readonly #keepsIds: boolean
  readonly #numbers = new Map<string, Map<string, number>>()
  readonly #marked = new Map<string, Set<string>>()
  readonly #read = new Map<string, Set<string>>()
  readonly #embedded = new Set<string>()
  #added = emptyAdded()

  constructor(adAccountId: string, keepsIds: boolean) {
    this.adAccountId = adAccountId
    this.#keepsIds = keepsIds
  }

  /** Numbers an entity that is read, and returns its number, from 1. One without an id gets the next one. */
  add(section: string, ownId: string | undefined, marks: readonly string[] = []): number {
    const id = ownId ?? `#${this.#numbers.get(section)?.size ?? 0}`
    for (const mark of marks) this.#mark(`${section} ${mark}`, id)
    if (sectionsPulledLater.has(section)) {
      setIn(this.#read, section).add(id)
      push(this.#added.read, section, id)
    }
    return this.#number(section, id)
  }

  readonly nameOf = (section: string, id: unknown): string | undefined => {
    if (typeof id !== 'string' || this.isMarked(section, id, leftOut)) return undefined
    const number = sectionsPulledLater.has(section) ? this.#number(section, id) : this.#numbers.get(section)?.get(id)
    if (number === undefined) return undefined
    return this.#keepsIds ? id : aliasOf(section, number)
  }

  readonly isMarked = (section: string, id: unknown, mark: string): boolean =>
    this.#marked.get(`${section} ${mark}`)?.has(String(id)) ?? false

  /** Notes that the seed does not have an entity: no item refers to it. */
  leaveOut(section: string, id: string): void {
    this.#mark(`${section} ${leftOut}`, id)
  }

  /** Returns the ids of a section's entities in the order of their numbers, or those of them with a mark. */
  idsOf(section: string, mark?: string): readonly string[] {
    const ids = mark === undefined ? this.#numbers.get(section)?.keys() : this.#marked.get(`${section} ${mark}`)
    return [...(ids ?? [])].filter((id) => !this.isMarked(section, id, leftOut))
  }

  /** Returns how many entities of a section were numbered, or have a mark. */
  countOf(section: string, mark?: string): number {
    return (mark === undefined ? this.#numbers.get(section) : this.#marked.get(`${section} ${mark}`))?.size ?? 0
  }

  /** Returns the ids of a section that others refer to and that were not read. */
  unreadOf(section: string): readonly string[] {
    return this.idsOf(section).filter((id) => !this.#read.get(section)?.has(id))
  }

  /** Returns the id that an entity has in the seed, where other values have it; undefined when it was not pulled. */
  embeddedId(section: string, id: string): string | undefined {
    const number = this.#numbers.get(section)?.get(id)
    const [range] = idRangesOf.get(section) ?? []
    if (number === undefined || range === undefined) return undefined
    const embedded = this.#keepsIds ? id : idOf(range, number)
    this.#embedded.add(embedded)
    return embedded
  }

  /** Whether an id is one that an entity has in the seed. */
  readonly isEmbeddedId = (id: string): boolean => this.#embedded.has(id)

  /** Returns what was added since the last call. */
  takeAdded(): AddedNames {
    const added = this.#added
    this.#added = emptyAdded()
    return added
  }

  /** Adds what an interrupted run had added. */
  restore({ ids, marks, read }: AddedNames): void {
    for (const [section, list] of Object.entries(ids)) for (const id of list) this.#number(section, id)
    for (const [key, list] of Object.entries(marks)) for (const id of list) this.#mark(key, id)
    for (const [section, list] of Object.entries(read)) for (const id of list) setIn(this.#read, section).add(id)
    this.takeAdded()
  }

  #number(section: string, id: string): number {
    const numbers = this.#numbers.get(section) ?? new Map<string, number>()
    this.#numbers.set(section, numbers)
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size + 1)
    push(this.#added.ids, section, id)
    return numbers.size
  }

  #mark(key: string, id: string): void {
    setIn(this.#marked, key).add(id)
    push(this.#added.marks, key, id)
  }
}

/** The mark of entities that the seed does not have. */
const leftOut = 'left out'

/** Returns the alias of the nth entity of a section: `ad-group-3`. */
export function aliasOf(section: string, number: number): string {
  const prefix = prefixes.get(section) ?? `${singularOf(section).replaceAll('_', '-')}-`
  prefixes.set(section, prefix)
  return prefix + number
}

const prefixes = new Map<string, string>()

/** Returns the name of one entity of a section: `ad_group`. */
export const singularOf = (section: string): string => section.replace(/ies$/, 'y').replace(/s$/, '')

interface Added {
  readonly ids: Record<string, string[]>
  readonly marks: Record<string, string[]>
  readonly read: Record<string, string[]>
}

const emptyAdded = (): Added => ({ ids: {}, marks: {}, read: {} })

function push(lists: Record<string, string[]>, key: string, id: string): void {
  const list = lists[key] ?? []
  list.push(id)
  lists[key] = list
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  const set = sets.get(key) ?? new Set<string>()
  sets.set(key, set)
  return set
}
