import type { PlayedAnswer, ResolvedCall } from './case-player.ts'
import type { ProbeJournal } from './journal.ts'
import { entityId, kindOf } from './kinds.ts'
import { entitiesIn } from './made.ts'

/** What a probe made and has not put away, kept in the journal too. */
export class MadeRegistry {
  readonly #journal: ProbeJournal
  readonly #left = new Map<string, Set<string>>()
  /** How many entities were made. */
  made = 0

  constructor(journal: ProbeJournal) {
    this.#journal = journal
  }

  /** The ids of what is not put away, by kind. */
  get left(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#left
  }

  /** Notes what an answer made, or put away by itself. */
  note({ operation, method }: ResolvedCall, { body }: PlayedAnswer): void {
    const kind = kindOf(operation)
    if (kind === undefined || method === 'GET') return
    for (const entity of entitiesIn(body)) {
      const id = entityId(kind, entity)
      if (kind.isAway(entity)) this.away(kind.name, id)
      else if (operation === kind.create) this.#add(kind.name, id)
    }
  }

  /** Notes that an entity is put away. */
  away(kind: string, id: string): void {
    if (this.#left.get(kind)?.delete(id)) this.#journal.away(kind, id)
  }

  #add(kind: string, id: string): void {
    const ids = this.#left.get(kind) ?? new Set()
    this.#left.set(kind, ids.add(id))
    this.#journal.made(kind, id)
    this.made++
  }
}
