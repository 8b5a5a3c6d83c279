import './data.css'
import { useState } from 'preact/hooks'
import { isChange, useChanges } from '../../state/changes.ts'
import { place, world } from '../../state/route.ts'
import { forgetExport, tablesOf, useTables } from '../../state/world-export.ts'
import { Notice } from '../../ui/notice.tsx'
import { CreatePage } from './create.tsx'
import { EntityPage } from './entity.tsx'
import { KindList } from './kind-list.tsx'
import { KindTable } from './kind-table.tsx'
import { AdsTree } from './tree.tsx'

/** What a world holds: the tree of advertising, every kind as a table, an entity, or a form for a new one. */
export default function DataPage() {
  const [kind, id] = place.value.parts
  const { value: tables, error, reload } = useTables([kind, id])
  const changed = (): void => {
    forgetExport()
    reload()
  }
  // A new world of tables for what is shown of them, and a new round for what is read by the API's lists.
  const [round, setRound] = useState(0)
  useChanges({ types: ['call', 'world', 'clock', 'settings'], concerns: isChange }, async () => {
    forgetExport()
    await tablesOf(world.value).catch(() => {})
    reload()
    setRound((before) => before + 1)
  })
  return (
    <div class="data">
      <KindList tables={tables} shown={kind} />
      <div>
        {error !== undefined && <Notice kind="error">{error}</Notice>}
        {kind === undefined ? (
          <AdsTree key={world.value} round={round} />
        ) : id === undefined ? (
          <KindTable key={kind} kind={kind} tables={tables} round={round} refresh={changed} />
        ) : id === 'new' ? (
          <CreatePage key={kind} kind={kind} changed={changed} />
        ) : tables === undefined ? (
          <>
            <h1>{id}</h1>
            {error === undefined && <p class="quiet">Loading…</p>}
          </>
        ) : (
          <EntityPage key={`${kind} ${id}`} kind={kind} id={id} tables={tables} changed={changed} />
        )}
      </div>
    </div>
  )
}
