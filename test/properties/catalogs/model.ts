/** What a call is answered: done, or refused with a status and a code. */
export type Verdict = 'done' | `${number} ${number}`

/** The states of a business. */
export const merchantStatuses = ['APPROVED', 'PENDING', 'UNDER_REVIEW', 'DISAPPROVED'] as const

type Operation = 'CREATE' | 'UPSERT' | 'UPDATE' | 'DELETE'

/** An operation on an item, as batches have it. */
export interface ItemOperation {
  readonly operation: Operation
  readonly key: string
  readonly brand: string
}

interface Group {
  readonly id: string
  readonly name: string
  readonly brand: string
}

/** What a business has, and what it may do: it knows nothing of the server. */
export class Business {
  status: (typeof merchantStatuses)[number] = 'APPROVED'
  needsWebsite = false
  websites: 'none' | 'unverified' | 'verified' = 'none'
  hasCatalog = false
  /** Names of feeds by their ids. */
  readonly feeds = new Map<string, string>()
  /** Brands of items by the merchant's ids. */
  readonly items = new Map<string, string>()
  readonly groups = new Map<string, Group>()

  /** What refuses the creation of a feed, in the order of the service. */
  feedCreation(name: string): Verdict {
    if (this.status === 'PENDING') return '403 4163'
    if (this.status === 'DISAPPROVED') return '403 2625'
    if (this.needsWebsite && this.websites === 'none') return '409 4168'
    if (this.needsWebsite && this.websites === 'unverified') return '409 4169'
    return [...this.feeds.values()].includes(name) ? '422 4170' : 'done'
  }

  feedRenaming(id: string, name: string): Verdict {
    if (!this.feeds.has(id)) return '404 4161'
    const isTaken = [...this.feeds].some(([other, taken]) => other !== id && taken === name)
    return this.#change() ?? (isTaken ? '422 4170' : 'done')
  }

  feedDeletion(id: string): Verdict {
    return this.feeds.has(id) ? (this.#change() ?? 'done') : '404 4161'
  }

  /** A batch of items is refused by the state of the business alone. */
  batch(): Verdict {
    return this.#change() ?? 'done'
  }

  /** Carries out an operation on an item, and says whether it could be. */
  operate({ operation, key, brand }: ItemOperation): 'SUCCESS' | 'FAILURE' {
    const isThere = this.items.has(key)
    if (operation === 'CREATE' ? isThere : operation !== 'UPSERT' && !isThere) return 'FAILURE'
    if (operation === 'DELETE') this.items.delete(key)
    else this.items.set(key, brand)
    return 'SUCCESS'
  }

  groupCreation(name: string, brand: string): Verdict {
    const groups = [...this.groups.values()]
    if (!this.hasCatalog) return '409 4182'
    const refused = this.#change()
    if (refused !== undefined) return refused
    if (groups.some((group) => group.name === name)) return '409 4179'
    return groups.some((group) => group.brand === brand) ? '409 4178' : 'done'
  }

  groupDeletion(id: string): Verdict {
    if (!this.hasCatalog) return '409 4182'
    return this.#change() ?? (this.groups.has(id) ? 'done' : '404 4180')
  }

  groupListing(): Verdict {
    return this.hasCatalog ? (this.#change() ?? 'done') : '409 4182'
  }

  groupCounting(id: string): Verdict {
    if (!this.hasCatalog) return '409 4182'
    return this.groups.has(id) ? 'done' : '404 4180'
  }

  /** The number of items that a product group has. */
  countOf(id: string): number {
    const wanted = this.groups.get(id)?.brand
    return [...this.items.values()].filter((brand) => brand === wanted).length
  }

  #change(): Verdict | undefined {
    if (this.status === 'DISAPPROVED') return '403 2625'
    return this.status === 'UNDER_REVIEW' ? '403 2626' : undefined
  }
}
