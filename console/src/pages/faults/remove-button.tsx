import { control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import { act } from '../../ui/notifications.tsx'

/** Removes a fault or a stub of the world, and has the list read again. */
export function RemoveButton({ kind, id, reload }: { kind: 'fault' | 'stub'; id: string; reload: () => void }) {
  const remove = async (): Promise<void> => {
    const path = `/${kind}s/${encodeURIComponent(id)}`
    await act(() => control(world.value, path, { method: 'DELETE' }), `The ${kind} ${id} is removed.`)
    reload()
  }
  return (
    <button type="button" aria-label={`Remove the ${kind} ${id}`} onClick={() => void remove()}>
      Remove
    </button>
  )
}
