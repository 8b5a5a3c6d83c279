import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import { fingerprint } from '../statistics/fingerprint.ts'
import { RecentMap } from '../statistics/recent-map.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { Occurrences } from './occurrences.ts'

const maxCreations = 25_000
const memory = `the latest ${maxCreations.toLocaleString('en')} creations`

/** A creation that is repeated after a lost response, although it may have succeeded. */
export const createAfterLostAnswer: Detector = {
  id: 'create-after-lost-answer',
  title: 'A creation repeated after its answer was lost',
  harm: 'What was stored before the answer was lost is there twice, and both are spent on.',
  instead: 'List what there is by its name before the creation is repeated.',
  memory,
}

/** A creation that is sent twice. */
export const duplicateCreate: Detector = {
  id: 'duplicate-create',
  title: 'The same creation twice',
  harm: 'Names need not be unique: everything that passed the first time is there twice.',
  instead: 'Send only the items that were refused again; keep what was created by its id.',
  memory,
}

/** Returns whether the call creates entities. Conversion events are deduplicated by their ids and do not count. */
const isCreation = ({ method, operation }: Pick<Call, 'method' | 'operation'>): boolean =>
  method === 'POST' && operation !== null && operation.endsWith('/create') && operation !== 'events/create'

/** Finds pairs of equal creations, by fingerprints of caller, path and body. */
export class CreationWatch implements Watch {
  #duplicates = new Occurrences()
  #afterLost = new Occurrences()
  /** The ids of requests by fingerprint: of those that were stored, and of those whose answer was lost. */
  #stored = new RecentMap<number, string>(maxCreations)
  #lost = new RecentMap<number, string>(maxCreations)

  wants(entry: JournalEntry): boolean {
    return isCreation(entry)
  }

  observe(call: Call): void {
    const { caller, path, body, bodyLength } = call
    if (body === null || !isCreation(call)) return
    const key = fingerprint(caller, path, body, String(bodyLength))
    this.#compare(key, call)
    if (call.lost) this.#lost.set(key, call.id)
    else if (call.stored) this.#stored.set(key, call.id)
  }

  found(): readonly Found[] {
    return [
      { detector: createAfterLostAnswer, occurrences: this.#afterLost, dropped: this.#lost.dropped },
      { detector: duplicateCreate, occurrences: this.#duplicates, dropped: this.#stored.dropped },
    ]
  }

  copy(): Watch {
    const copy = new CreationWatch()
    copy.#duplicates = new Occurrences(this.#duplicates)
    copy.#afterLost = new Occurrences(this.#afterLost)
    copy.#stored = this.#stored.copy()
    copy.#lost = this.#lost.copy()
    return copy
  }

  /** Compares a call with the latest equal one, which then counts no more. */
  #compare(key: number, { id, operation }: Call): void {
    const [stored, lost] = [this.#stored.get(key), this.#lost.get(key)]
    if (stored !== undefined) {
      const message = `${operation} was sent twice with the same body, and stored the first time.`
      this.#duplicates.add({ message, requests: [stored, id] })
      this.#stored.delete(key)
    }
    if (lost !== undefined) {
      const message = `${operation} was repeated with the same body after a lost answer.`
      this.#afterLost.add({ message, requests: [lost, id] })
      this.#lost.delete(key)
    }
  }
}
