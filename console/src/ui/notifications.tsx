import { signal } from '@preact/signals'
import { messageOf } from '../api/failure.ts'

interface Notification {
  readonly id: number
  readonly kind: 'error' | 'success'
  readonly text: string
}

const shown = signal<readonly Notification[]>([])
let count = 0

/** Milliseconds for which a success is shown. An error stays until it is closed. */
const successLasts = 5000

/** Shows a message over whatever page is open. */
export function notify(kind: Notification['kind'], text: string): void {
  const id = ++count
  shown.value = [...shown.value.slice(-3), { id, kind, text }]
  if (kind === 'success') setTimeout(() => close(id), successLasts)
}

const close = (id: number): void => {
  shown.value = shown.value.filter((one) => one.id !== id)
}

/**
 * Does what a person has asked for, and says that it is done, or why it is not.
 *
 * @returns Whether it is done.
 */
export async function act(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work()
    if (done !== undefined) notify('success', done)
    return true
  } catch (error) {
    notify('error', messageOf(error))
    return false
  }
}

/** The messages that are shown. */
export function Notifications() {
  return (
    <div class="notifications" role="log" aria-live="polite" aria-label="Messages">
      {shown.value.map(({ id, kind, text }) => (
        <div key={id} class={`notice ${kind}`}>
          <span>{text}</span>
          <button type="button" class="plain" aria-label="Close the message" onClick={() => close(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
