import { computed, signal } from '@preact/signals'
import { openedWorld } from '../api/roots.ts'

/** Where the console is: a page, what it shows, and the world. Addresses are links: `#/traffic/1000?world=one`. */
export interface Place {
  readonly page: string
  /** The parts of the path after the page. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
}

function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [page = '', ...parts] = path.split('/').map(decodeURIComponent)
  return { page: page === '' ? 'overview' : page, parts, query: new URLSearchParams(query) }
}

/** The place that the address of the page names. */
export const place = signal(placeOf(location.hash))

addEventListener('hashchange', () => {
  place.value = placeOf(location.hash)
})

/** The world that the page shows. */
export const world = computed(() => place.value.query.get('world') ?? openedWorld)

/** Returns the link to a page in the world that is shown, or in another. */
export function linkTo(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams()
  const all: Record<string, string | undefined> = { world: world.value, ...query }
  if (all.world === openedWorld) delete all.world
  for (const [name, value] of Object.entries(all)) if (value !== undefined && value !== '') search.set(name, value)
  const text = search.toString()
  return `#/${path}${text === '' ? '' : `?${text}`}`
}

/** Goes to a page. */
export const goTo = (path: string, query?: Readonly<Record<string, string | undefined>>): void => {
  location.hash = linkTo(path, query)
}

/** Puts a value into the query of the address, or takes it out, without a step in the browser's history. */
export function setQuery(change: Readonly<Record<string, string | undefined>>): void {
  const { page, parts, query } = place.value
  const path = [page, ...parts].map(encodeURIComponent).join('/')
  history.replaceState(null, '', linkTo(path, { ...Object.fromEntries(query), ...change }))
  place.value = placeOf(location.hash)
}
