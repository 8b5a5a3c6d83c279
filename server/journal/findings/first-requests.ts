import { maxRequestIds } from '../statistics/tally.ts'
import { maxOccurrences, Occurrences } from './occurrences.ts'

/** The first requests in which each of many things was met: the first thousand things. */
export class FirstRequests {
  #byThing = new Map<string, string[]>()
  /** How often a further thing was met. */
  dropped = 0

  /** Adds a request in which a thing was met. */
  add(thing: string, request: string): void {
    const requests = this.#byThing.get(thing)
    if (requests !== undefined) {
      if (requests.length < maxRequestIds) requests.push(request)
    } else if (this.#byThing.size < maxOccurrences) this.#byThing.set(thing, [request])
    else this.dropped++
  }

  /** Returns an occurrence for each thing of which there is a message. */
  occurrences(messageOf: (thing: string) => string | undefined): Occurrences {
    const occurrences = new Occurrences()
    for (const [thing, requests] of this.#byThing) {
      const message = messageOf(thing)
      if (message !== undefined) occurrences.add({ message, requests })
    }
    return occurrences
  }

  /** Returns an independent copy. */
  copy(): FirstRequests {
    const copy = new FirstRequests()
    for (const [thing, requests] of this.#byThing) copy.#byThing.set(thing, [...requests])
    copy.dropped = this.dropped
    return copy
  }
}
