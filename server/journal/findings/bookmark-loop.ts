import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import { RecentMap } from '../statistics/recent-map.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { Occurrences } from './occurrences.ts'

const maxWalks = 50
const maxPages = 1000

/** A page that is requested twice on one walk through a list. */
export const bookmarkLoop: Detector = {
  id: 'bookmark-loop',
  title: 'The same bookmark asked again',
  harm: 'A walk through a list that does not take the new bookmark never ends.',
  instead: 'Take the bookmark of the page that was answered last, and stop when it is null.',
  memory: `the latest ${maxWalks} walks through lists, and ${maxPages} pages of each`,
}

/** The pages of a walk through a list by bookmark, with the first request for each. */
type Walk = RecentMap<string, string>

/** Follows walks through lists. */
export class BookmarkWatch implements Watch {
  #occurrences = new Occurrences()
  /** Walks by list. */
  #walks = new RecentMap<string, Walk>(maxWalks)
  /** Operations with bookmarks: calls of others begin no new walk. */
  #operations = new Set<string | null>()
  #droppedPages = 0

  wants({ operation, url }: JournalEntry): boolean {
    return this.#operations.has(operation) || url.includes('bookmark')
  }

  observe(call: Call): void {
    const bookmark = call.query.get('bookmark') ?? ''
    if (call.method !== 'GET' || (bookmark === '' && this.#walks.isEmpty)) return
    const list = listOf(call)
    if (bookmark === '') this.#walks.delete(list)
    else if (call.status === 200) this.#addPage(list, bookmark, call)
  }

  found(): readonly Found[] {
    const dropped = this.#walks.dropped + this.#droppedPages
    return [{ detector: bookmarkLoop, occurrences: this.#occurrences, dropped }]
  }

  copy(): Watch {
    const copy = new BookmarkWatch()
    copy.#occurrences = new Occurrences(this.#occurrences)
    copy.#walks = this.#walks.copy((walk) => walk.copy())
    copy.#operations = new Set(this.#operations)
    copy.#droppedPages = this.#droppedPages
    return copy
  }

  #addPage(list: string, bookmark: string, { id, operation }: Call): void {
    this.#operations.add(operation)
    const walk = this.#walks.get(list) ?? new RecentMap<string, string>(maxPages)
    this.#walks.set(list, walk)
    const before = walk.get(bookmark)
    if (before === undefined) {
      const { dropped } = walk
      walk.set(bookmark, id)
      this.#droppedPages += walk.dropped - dropped
    } else {
      const message = `${operation} was asked for the bookmark ${bookmark} twice on one walk.`
      this.#occurrences.add({ message, requests: [before, id] })
    }
  }
}

/** Returns a key for a list with its filters and caller, regardless of the page. */
function listOf({ caller, path, query }: Call): string {
  const filters = [...query].filter(([name]) => name !== 'bookmark' && name !== 'page_size').sort()
  return JSON.stringify([caller, path, filters])
}
