import { useState } from 'preact/hooks'
import type { Reset } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { reloadWorlds } from '../../state/worlds.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { act } from '../../ui/notifications.tsx'
import { EndedBy } from './ended-by.tsx'
import { type Origins, originOf, originText } from './origin.ts'
import { OriginField } from './origin-field.tsx'

type KeptPart = NonNullable<Reset['keep']>[number]

/** The parts of a world that a reset can leave. */
const parts: readonly (readonly [KeptPart, string])[] = [
  ['journal', 'the recorded calls'],
  ['faults', 'the faults'],
  ['stubs', 'the stubs'],
  ['clock', 'the time of its clock'],
  ['settings', 'features, rules, limits and transitions'],
]

/** Asks before a world is reset: to what, and what it keeps. */
export function ResetDialog({ world, origins, close }: { world: string; origins: Origins; close: () => void }) {
  const [origin, setOrigin] = useState('seed:default')
  const reset = (event: SubmitEvent): void => {
    event.preventDefault()
    const keep = new FormData(event.currentTarget as HTMLFormElement).getAll('keep')
    close()
    void act(
      async () => {
        await control(world, '/reset', { body: { from: originOf(origin), keep } })
        await reloadWorlds()
      },
      `Reset the world ${world} to ${originText(origin)}.`,
    )
  }
  return (
    <ModalDialog title={`Reset the world ${world}?`} close={close}>
      <form onSubmit={reset}>
        <EndedBy world={world} />
        <p>Its data are replaced, and its clock runs from now. Snapshots stay.</p>
        <OriginField label="Reset to" origins={origins} value={origin} choose={setOrigin} />
        <fieldset>
          <legend>Keep</legend>
          {parts.map(([part, text]) => (
            <div key={part}>
              <label>
                <input type="checkbox" name="keep" value={part} /> {text}
              </label>
            </div>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit" class="danger">
            Reset the world
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </p>
      </form>
    </ModalDialog>
  )
}
