import { effect, signal } from '@preact/signals'
import { controlToken } from '../api/control-token.ts'
import { control } from '../api/send.ts'

/** A world as test control lists it. */
export interface ListedWorld {
  readonly name: string
  readonly bytes?: number
  readonly last_used?: string | null
}

/** The worlds that there are, ordered by name. */
export const worlds = signal<readonly ListedWorld[]>([])

/** Loads the worlds again. */
export async function reloadWorlds(): Promise<void> {
  const { items } = await control<{ items: readonly ListedWorld[] }>('default', '/worlds')
  worlds.value = items
}

effect(() => {
  void controlToken.value
  reloadWorlds().catch(() => {})
})
