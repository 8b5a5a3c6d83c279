import { useState } from 'preact/hooks'
import type { Snapshot } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { Confirmation } from '../../ui/modal-dialog.tsx'
import { act } from '../../ui/notifications.tsx'

/** Takes a snapshot of a world; asks where it takes the place of another. */
export function TakeSnapshot(props: { world: string; taken: readonly Snapshot[]; reload: () => void }) {
  const { world, taken, reload } = props
  const [replaced, setReplaced] = useState<string>()
  const take = (name: string): void => {
    void act(async () => {
      await control(world, `/snapshots/${encodeURIComponent(name)}`, { method: 'PUT' })
      reload()
    }, `Took the snapshot ${world}/${name}.`)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const name = String(new FormData(form).get('snapshot') ?? '').trim()
    if (taken.some((one) => one.world === world && one.name === name)) setReplaced(name)
    else take(name)
  }
  return (
    <form class="toolbar" onSubmit={submit}>
      <label class="field">
        <span>Name of a snapshot</span>
        <input name="snapshot" required maxLength={64} autocomplete="off" />
      </label>
      <button type="submit">Take it now</button>
      {replaced !== undefined && (
        <Confirmation
          title={`Replace the snapshot ${world}/${replaced}?`}
          action="Replace the snapshot"
          confirm={() => take(replaced)}
          close={() => setReplaced(undefined)}
        >
          <p>There is a snapshot of this name. What it holds is lost.</p>
        </Confirmation>
      )}
    </form>
  )
}
