import { useState } from 'preact/hooks'
import type { Snapshot } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { linkTo } from '../../state/route.ts'
import { reloadWorlds } from '../../state/worlds.ts'
import { bytesText } from '../../ui/amounts.ts'
import { Confirmation } from '../../ui/modal-dialog.tsx'
import { act } from '../../ui/notifications.tsx'
import { EndedBy } from './ended-by.tsx'
import type { Origins } from './origin.ts'
import { TakeSnapshot } from './take-snapshot.tsx'

/** The snapshots, those of the world first: taken, restored, deleted. */
export function Snapshots({ world, origins, reload }: { world: string; origins: Origins; reload: () => void }) {
  const [asked, setAsked] = useState<readonly ['restore' | 'delete', Snapshot]>()
  const isOwn = (snapshot: Snapshot): number => (snapshot.world === world ? 0 : 1)
  const snapshots = [...origins.snapshots].sort((one, other) => isOwn(one) - isOwn(other))
  const path = (reference: string): string => `/snapshots/${encodeURIComponent(reference)}`
  const restore = (reference: string): void => {
    void act(async () => {
      await control(world, `${path(reference)}/restore`, { method: 'POST' })
      await reloadWorlds()
    }, `Restored ${reference} in the world ${world}.`)
  }
  const remove = (reference: string): void => {
    void act(async () => {
      await control(world, path(reference), { method: 'DELETE' })
      reload()
    }, `Deleted the snapshot ${reference}.`)
  }
  const close = (): void => setAsked(undefined)
  return (
    <section aria-labelledby="snapshots">
      <h3 id="snapshots">Snapshots</h3>
      <TakeSnapshot world={world} taken={origins.snapshots} reload={reload} />
      {snapshots.length === 0 && <p class="quiet">No snapshot has been taken yet.</p>}
      {snapshots.length > 0 && (
        <table class="small">
          <thead>
            <tr>
              <th scope="col">Snapshot</th>
              <th scope="col" class="number">
                Size
              </th>
              <th scope="col">Do</th>
            </tr>
          </thead>
          <tbody>
            {snapshots.map((snapshot) => (
              <tr key={snapshot.reference}>
                <td>{snapshot.reference}</td>
                <td class="number">{bytesText(snapshot.bytes)}</td>
                <td class="actions">
                  <button type="button" onClick={() => setAsked(['restore', snapshot])}>
                    Restore…
                  </button>
                  <button type="button" class="danger" onClick={() => setAsked(['delete', snapshot])}>
                    Delete…
                  </button>
                  <a href={comparison(world, snapshot)}>Compare</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked?.[0] === 'restore' && (
        <Confirmation
          title={`Restore ${asked[1].reference} in the world ${world}?`}
          action="Restore the snapshot"
          confirm={() => restore(asked[1].reference)}
          close={close}
        >
          <EndedBy world={world} />
          <p>Data, time and settings of the world are replaced by those of the snapshot.</p>
        </Confirmation>
      )}
      {asked?.[0] === 'delete' && (
        <Confirmation
          title={`Delete the snapshot ${asked[1].reference}?`}
          action="Delete the snapshot"
          confirm={() => remove(asked[1].reference)}
          close={close}
        >
          <p>Worlds that were made of it stay.</p>
        </Confirmation>
      )}
    </section>
  )
}

const comparison = (world: string, { reference }: Snapshot): string =>
  linkTo(`worlds/${encodeURIComponent(world)}`, { compare: `snapshot:${reference}`, with: `world:${world}` })
