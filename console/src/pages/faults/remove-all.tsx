import { useRef } from 'preact/hooks'
import { control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import { act } from '../../ui/notifications.tsx'

/** Ends all faults and stubs of the world at once, after a question. */
export function RemoveAll({ faults, stubs, reload }: { faults: number; stubs: number; reload: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const remove = async (): Promise<void> => {
    dialog.current?.close()
    const both = ['/faults', '/stubs'].map((path) => () => control(world.value, path, { method: 'DELETE' }))
    await act(() => Promise.all(both.map((one) => one())), 'All faults and stubs are removed.')
    reload()
  }
  return (
    <>
      <p class="actions">
        <button
          type="button"
          class="danger"
          disabled={faults + stubs === 0}
          onClick={() => dialog.current?.showModal()}
        >
          Remove all
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby="remove-title">
        <h2 id="remove-title">Remove all faults and stubs?</h2>
        <p>
          It ends {faults} {faults === 1 ? 'fault' : 'faults'} and {stubs} {stubs === 1 ? 'stub' : 'stubs'} of the world{' '}
          {world.value}, with their counts and the states of their scenarios. They do not come back.
        </p>
        <p class="actions">
          <button type="button" class="danger" onClick={() => void remove()}>
            Remove them
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Keep them
          </button>
        </p>
      </dialog>
    </>
  )
}
