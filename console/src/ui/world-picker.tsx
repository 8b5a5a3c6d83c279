import { openedWorld } from '../api/roots.ts'
import { place, world } from '../state/route.ts'
import { worlds } from '../state/worlds.ts'

/** Chooses the world that all pages show. */
export function WorldPicker() {
  const names = new Set([...worlds.value.map(({ name }) => name), 'default', openedWorld, world.value])
  const choose = (name: string): void => {
    const { page } = place.value
    // What is shown in detail is of the other world.
    location.hash = name === openedWorld ? `#/${page}` : `#/${page}?world=${encodeURIComponent(name)}`
  }
  return (
    <label class="world">
      <span>World</span>
      <select value={world.value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {[...names].sort().map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
