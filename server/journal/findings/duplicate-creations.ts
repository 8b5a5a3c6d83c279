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

/** A creation whose repetition is a finding: it was stored, or its answer was lost. */
interface First {
  readonly id: string
  readonly isLost: boolean
}

/** Finds pairs of equal creations, by fingerprints of caller, path and body. */
export class CreationWatch implements Watch {
  #duplicates = new Occurrences()
  #afterLost = new Occurrences()
  /** By fingerprint. */
  #firsts = new RecentMap<number, First>(maxCreations)
  /** The caller and path of the latest creation, with their fingerprint: of many creations they are the same. */
  #latest = { caller: '', path: '', fingerprint: 0 }

  wants(entry: JournalEntry): boolean {
    return isCreation(entry)
  }

  observe(call: Call): void {
    const { id, body, bodyLength, stored, lost } = call
    if (body === null || !isCreation(call)) return
    const key = fingerprint(body, this.#placeOf(call) + bodyLength)
    const first = this.#firsts.get(key)
    if (first !== undefined) this.#addPair(first, call)
    if (lost || stored) this.#firsts.set(key, { id, isLost: lost })
    else if (first !== undefined) this.#firsts.delete(key)
  }

  found(): readonly Found[] {
    const { dropped } = this.#firsts
    return [
      { detector: createAfterLostAnswer, occurrences: this.#afterLost, dropped: 0 },
      { detector: duplicateCreate, occurrences: this.#duplicates, dropped },
    ]
  }

  copy(): Watch {
    const copy = new CreationWatch()
    copy.#duplicates = new Occurrences(this.#duplicates)
    copy.#afterLost = new Occurrences(this.#afterLost)
    copy.#firsts = this.#firsts.copy()
    return copy
  }

  #addPair({ id: first, isLost }: First, { id, operation }: Call): void {
    const requests = [first, id]
    if (isLost) {
      this.#afterLost.add({ message: `${operation} was repeated with the same body after a lost answer.`, requests })
    } else {
      const message = `${operation} was sent twice with the same body, and stored the first time.`
      this.#duplicates.add({ message, requests })
    }
  }

  #placeOf({ caller, path }: Call): number {
    if (caller !== this.#latest.caller || path !== this.#latest.path) {
      this.#latest = { caller, path, fingerprint: fingerprint(path, fingerprint(caller)) }
    }
    return this.#latest.fingerprint
  }
}
