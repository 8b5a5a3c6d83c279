import type { Snapshot } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { worlds } from '../../state/worlds.ts'

/** What a world can be made of, as test control takes it. */
export type Origin = { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }

/** What worlds can be made of, by name. */
export interface Origins {
  readonly seeds: readonly string[]
  readonly snapshots: readonly Snapshot[]
}

/** Loads the seeds and snapshots of the server. */
export async function loadOrigins(signal?: AbortSignal): Promise<Origins> {
  const options = signal === undefined ? {} : { signal }
  const [seeds, snapshots] = await Promise.all([
    control<{ items: readonly string[] }>('default', '/seeds', options),
    control<{ items: readonly Snapshot[] }>('default', '/snapshots', options),
  ])
  return { seeds: seeds.items, snapshots: snapshots.items }
}

/** Returns what a text such as `snapshot:one/base` names. */
export function originOf(text: string): Origin {
  const [kind, name] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  if (kind === 'seed') return { seed: name }
  return kind === 'snapshot' ? { snapshot: name } : { world: name }
}

/** Returns an origin for people. */
export function originText(text: string): string {
  const origin = originOf(text)
  if ('seed' in origin) return origin.seed === 'default' ? "the server's seed" : `the seed ${origin.seed}`
  return 'snapshot' in origin ? `the snapshot ${origin.snapshot}` : `the world ${origin.world}`
}

/** Returns the origins that can be chosen, by kind, as texts. */
export const originGroups = ({ seeds, snapshots }: Origins): readonly (readonly [string, readonly string[]])[] => [
  ['Worlds', worlds.value.map(({ name }) => `world:${name}`)],
  ['Snapshots', snapshots.map(({ reference }) => `snapshot:${reference}`)],
  ['Seeds', seeds.map((name) => `seed:${name}`)],
]
