import './worlds.css'
import { useChanges } from '../../state/changes.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, setQuery } from '../../state/route.ts'
import { reloadWorlds } from '../../state/worlds.ts'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'
import { Comparison } from './comparison.tsx'
import { CreateForm } from './create-form.tsx'
import { loadOrigins } from './origin.ts'
import { WorldDetail } from './world-detail.tsx'
import { WorldList } from './world-list.tsx'

/** Worlds: what there are, and everything that can be done with each. */
export default function WorldsPage() {
  const { parts, query } = place.value
  const { value: origins, error, reload } = useLoaded(loadOrigins, [])
  useChanges({ types: ['call', 'world', 'snapshots'], isOfAll: true }, () => {
    reload()
    return reloadWorlds()
  })
  const [selected] = parts
  const [from, compared] = [query.get('from'), query.get('compare')]
  if (error !== undefined) return <Notice kind="error">{error}</Notice>
  return (
    <>
      <h1>Worlds</h1>
      <div class="toolbar">
        <label class="field">
          <span>Search</span>
          <input
            type="search"
            value={query.get('search') ?? ''}
            onInput={({ currentTarget }) => setQuery({ search: currentTarget.value })}
          />
        </label>
        <a href={linkTo('worlds', { from: 'seed:default' })}>Create a world</a>
        <a href={linkTo('worlds', { compare: 'world:default' })}>Compare two</a>
        <button type="button" onClick={() => void act(() => Promise.all([reloadWorlds(), reload()]), 'Loaded again.')}>
          Load again
        </button>
      </div>
      {origins === undefined && <p class="quiet">Loading…</p>}
      {origins !== undefined && from !== null && <CreateForm key={from} origins={origins} from={from} />}
      {origins !== undefined && compared !== null && (
        <Comparison origins={origins} of={compared} to={query.get('with') ?? 'seed:default'} />
      )}
      <div class={`split worlds ${selected === undefined ? '' : 'open'}`}>
        <WorldList selected={selected} search={query.get('search') ?? ''} />
        {selected !== undefined && origins !== undefined && (
          <WorldDetail key={selected} name={selected} origins={origins} reload={reload} />
        )}
      </div>
    </>
  )
}
