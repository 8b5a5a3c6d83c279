import type { Preset } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'

/** Failures of production by name, each put in force by one click. */
export function Presets({ reload }: { reload: () => void }) {
  const { value, error } = useLoaded(
    (signal) => control<{ items: readonly Preset[] }>(world.value, '/faults/presets', { signal }),
    [],
  )
  const put = async (preset: string): Promise<void> => {
    await act(() => control(world.value, '/faults', { body: { preset } }), `${preset} is in force.`)
    reload()
  }
  return (
    <section class="card" aria-labelledby="presets">
      <h2 id="presets">Failures of production</h2>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {value === undefined && error === undefined && <p class="quiet">Loading…</p>}
      <ul class="presets">
        {value?.items.map(({ name, meaning, evidence, source }) => (
          <li key={name}>
            <h3>{name}</h3>
            <p>{meaning}</p>
            <p class="quiet">
              {evidence}: {source}
            </p>
            <button type="button" aria-label={`Put in force: ${name}`} onClick={() => void put(name)}>
              Put in force
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
