import type { Call } from '../call.ts'
import type { Detector, Occurrence } from './detector.ts'

/** Detects a page that is requested twice on one walk through a list. */
export const bookmarkLoop: Detector = {
  id: 'bookmark-loop',
  title: 'The same bookmark asked again',
  harm: 'A walk through a list that does not take the new bookmark never ends.',
  instead: 'Take the bookmark of the page that was answered last, and stop when it is null.',
  find(calls) {
    const walks = new Map<string, Map<string, Call>>()
    const occurrences: Occurrence[] = []
    for (const call of calls) {
      const bookmark = call.query.get('bookmark') ?? ''
      if (bookmark === '' && walks.size === 0) continue
      const list = listOf(call)
      if (bookmark === '') walks.delete(list)
      else if (call.status === 200) {
        const walk = walks.get(list) ?? new Map<string, Call>()
        walks.set(list, walk)
        const before = walk.get(bookmark)
        if (before === undefined) walk.set(bookmark, call)
        else {
          occurrences.push({
            message: `${call.operation} was asked for the bookmark ${bookmark} twice on one walk.`,
            requests: [before.id, call.id],
          })
        }
      }
    }
    return occurrences
  },
}

/** Returns a key for a list with its filters and caller, regardless of the page. */
function listOf({ caller, path, query }: Call): string {
  const filters = [...query].filter(([name]) => name !== 'bookmark' && name !== 'page_size').sort()
  return JSON.stringify([caller, path, filters])
}
