import { useState } from 'preact/hooks'
import { rootOf } from '../../api/roots.ts'
import { control } from '../../api/send.ts'
import { goTo, linkTo } from '../../state/route.ts'
import { reloadWorlds, worlds } from '../../state/worlds.ts'
import { bytesText, momentText } from '../../ui/amounts.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Confirmation } from '../../ui/modal-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'
import { EndedBy } from './ended-by.tsx'
import type { Origins } from './origin.ts'
import { ResetDialog } from './reset-dialog.tsx'
import { Snapshots } from './snapshots.tsx'
import { Transfer } from './transfer.tsx'

/** What there is to know of a world, and to do with it. */
export function WorldDetail({ name, origins, reload }: { name: string; origins: Origins; reload: () => void }) {
  const [asks, setAsks] = useState<'reset' | 'delete'>()
  const listed = worlds.value.find((world) => world.name === name)
  const close = (): void => setAsks(undefined)
  const remove = (): void => {
    void act(async () => {
      await control('default', `/worlds/${encodeURIComponent(name)}`, { method: 'DELETE' })
      await reloadWorlds()
      goTo('worlds')
    }, `Deleted the world ${name}.`)
  }
  if (listed === undefined) return <Notice kind="error">There is no world “{name}”.</Notice>
  const { bytes = 0, last_used: used } = listed
  const baseUrl = `${rootOf(name)}v5`
  return (
    <section class="card" aria-labelledby="world">
      <h2 id="world">{name}</h2>
      <dl class="facts">
        <dt>Base URL</dt>
        <dd>
          <code>{baseUrl}</code> <CopyButton text={baseUrl} />
        </dd>
        <dt>Size</dt>
        <dd>{bytesText(bytes)}</dd>
        <dt>Last call</dt>
        <dd>{used ? `${momentText(used)} UTC` : 'none in its journal'}</dd>
      </dl>
      <p class="actions">
        <a href={linkTo('overview', { world: name })}>Show this world in all pages</a>
        <a href={linkTo('worlds', { from: `world:${name}` })}>Fork</a>
        <a href={linkTo(`worlds/${encodeURIComponent(name)}`, { compare: `world:${name}` })}>Compare</a>
        <button type="button" class="danger" onClick={() => setAsks('reset')}>
          Reset…
        </button>
        <button type="button" class="danger" onClick={() => setAsks('delete')}>
          Delete…
        </button>
      </p>
      <Snapshots world={name} origins={origins} reload={reload} />
      <Transfer world={name} />
      {asks === 'reset' && <ResetDialog world={name} origins={origins} close={close} />}
      {asks === 'delete' && (
        <Confirmation title={`Delete the world ${name}?`} action="Delete the world" confirm={remove} close={close}>
          <EndedBy world={name} />
          <p>Its data and settings are lost. Its snapshots stay. The next call that names it creates a new world.</p>
        </Confirmation>
      )}
    </section>
  )
}
